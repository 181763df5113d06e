// The words of the page of `graduasi serve`, apart from those of the report, which does not carry them.
import { say } from './say';

type Names = { [key: string]: string };

const english = (count: number) => count.toLocaleString('en-GB');
const indonesian = (count: number) => count.toLocaleString('id-ID');

export const appWords = {
  title: say(
    (screen: string) => `${screen} \u2013 graduasi`,
    (screen) => `${screen} \u2013 graduasi`,
  ),
  screens: say('Screens', 'Layar'),
  toContent: say('Go to the content', 'Langsung ke isi'),
  questions: {
    name: say('Questions', 'Pertanyaan'),
    heading: say('What do you want to know?', 'Apa yang ingin Anda ketahui?'),
    how: say('Choose a question, change it, see the answer.', 'Pilih pertanyaan, ubah isinya, lihat jawabannya.'),
    caution: say(
      'All figures are simulated, not observed. Nothing leaves this computer.',
      'Semua angka adalah hasil simulasi, bukan pengamatan. Data tetap di komputer ini.',
    ),
    filter: say('Filter questions', 'Saring pertanyaan'),
    none: say('No question contains these words.', 'Tidak ada pertanyaan yang memuat kata ini.'),
    count: say(
      (count: number) => (count === 1 ? '1 question' : `${english(count)} questions`),
      (count) => `${indonesian(count)} pertanyaan`,
    ),
    latest: say('Latest runs', 'Simulasi terakhir'),
    noRuns: say('Nothing has been run yet.', 'Belum ada simulasi.'),
    all: say('All results', 'Semua hasil'),
    open: say('Open a YAML file\u2026', 'Buka berkas YAML\u2026'),
  },
  workbench: {
    name: say('Workbench', 'Ruang kerja'),
    nothing: say('No scenario is open.', 'Belum ada skenario yang dibuka.'),
    choose: say('Choose a question', 'Pilih pertanyaan'),
    scenario: say('Scenario', 'Skenario'),
    editor: say(
      (file: string) => `Text of the scenario ${file}`,
      (file) => `Teks skenario ${file}`,
    ),
    changed: say('changed here', 'diubah di sini'),
    unchanged: say('as on disk', 'sama dengan berkas'),
    local: say('from your computer', 'dari komputer Anda'),
    revert: say('Undo all changes', 'Batalkan semua perubahan'),
    download: say('Download YAML', 'Unduh YAML'),
    checking: say('Checking\u2026', 'Memeriksa\u2026'),
    fine: say('No problems found.', 'Tidak ada masalah.'),
    problems: say(
      (count: number) => (count === 1 ? '1 problem' : `${english(count)} problems`),
      (count) => `${indonesian(count)} masalah`,
    ),
    warnings: say(
      (count: number) => (count === 1 ? '1 warning' : `${english(count)} warnings`),
      (count) => `${indonesian(count)} peringatan`,
    ),
    line: say(
      (line: number) => `Line ${line}`,
      (line) => `Baris ${line}`,
    ),
    size: say('Run', 'Jalankan'),
    standard: say('Standard', 'Standar'),
    standardHint: say('as many families and replicates as the file says', 'jumlah keluarga dan ulangan sesuai berkas'),
    sure: say('Sure', 'Teliti'),
    sureHint: say(
      '100 draws of the uncertain parameters, one replicate of each',
      '100 tarikan parameter yang tidak pasti, masing-masing satu ulangan',
    ),
    answer: say('Answer', 'Jawaban'),
    rough: say(
      (families: string, replicates: string) => `rough: ${families} families, ${replicates}`,
      (families, replicates) => `kasar: ${families} keluarga, ${replicates}`,
    ),
    roughNote: say(
      'Too few families for a figure to quote: it shows a direction at most. Run Standard or Sure for one.',
      'Jumlah keluarga terlalu sedikit untuk dikutip: paling jauh menunjukkan arah. Jalankan Standar atau Teliti.',
    ),
    working: say('Working out a rough answer\u2026', 'Menghitung jawaban kasar\u2026'),
    outdated: say('of the text before your last change', 'dari teks sebelum perubahan terakhir'),
    afterProblems: say(
      'A rough answer appears here as soon as the text has no problems.',
      'Jawaban kasar muncul di sini setelah teks tidak bermasalah.',
    ),
    inWords: say('The same in words', 'Jawaban dalam kata-kata'),
    curve: say('Over time', 'Dari waktu ke waktu'),
    finishedBefore: say(
      'The run is finished. It is of the text before your last change.',
      'Simulasi selesai. Hasilnya dari teks sebelum perubahan terakhir.',
    ),
    back: say('Back to the rough answer', 'Kembali ke jawaban kasar'),
    noFile: say(
      (file: string) => `${file} is not among the scenarios here. Open the file from your computer instead.`,
      (file) => `${file} tidak ada di antara skenario di sini. Bukalah berkas itu dari komputer Anda.`,
    ),
    tooLarge: say(
      (file: string) => `${file} is larger than 1 MB, so it is no scenario. Choose a YAML file.`,
      (file) => `${file} lebih besar dari 1 MB, jadi bukan skenario. Pilih berkas YAML.`,
    ),
  },
  run: {
    states: say<Names>(
      { waiting: 'waiting', running: 'running', complete: 'complete', partial: 'interrupted', failed: 'failed' },
      { waiting: 'menunggu', running: 'berjalan', complete: 'selesai', partial: 'terhenti', failed: 'gagal' },
    ),
    sizes: say<Names>({ standard: 'Standard', sure: 'Sure' }, { standard: 'Standar', sure: 'Teliti' }),
    waiting: say('Waiting for the run before it', 'Menunggu simulasi sebelumnya'),
    progress: say('Progress of the run', 'Kemajuan simulasi'),
    seconds: say(
      (seconds: string) => `${seconds} s`,
      (seconds) => `${seconds} dtk`,
    ),
    left: say(
      (time: string) => `${time} left`,
      (time) => `sisa ${time}`,
    ),
    minutes: say(
      (minutes: string) => `${minutes} min`,
      (minutes) => `${minutes} mnt`,
    ),
    cancel: say('Cancel', 'Hentikan'),
    resume: say('Resume', 'Lanjutkan'),
    again: say('Try again', 'Coba lagi'),
    remove: say('Take off the list', 'Hapus dari daftar'),
    removeHint: say('its folder stays', 'foldernya tetap ada'),
    open: say('Open', 'Buka'),
    interrupted: say(
      'This run was interrupted. What is finished is kept; Resume goes on from there.',
      'Simulasi ini terhenti. Bagian yang selesai tersimpan; Lanjutkan meneruskannya.',
    ),
    policies: say(
      (count: number) => (count === 1 ? '1 policy' : `${english(count)} policies`),
      (count) => `${indonesian(count)} kebijakan`,
    ),
    families: say(
      (count: number) => `${english(count)} families`,
      (count) => `${indonesian(count)} keluarga`,
    ),
  },
  results: {
    name: say('Results', 'Hasil'),
    heading: say('Results', 'Hasil'),
    filter: say('Filter results', 'Saring hasil'),
    sort: say('Order', 'Urutan'),
    orders: say<Names>(
      { newest: 'newest first', oldest: 'oldest first', longest: 'longest first' },
      { newest: 'terbaru dulu', oldest: 'terlama dulu', longest: 'durasi terpanjang dulu' },
    ),
    none: say('No result contains these words.', 'Tidak ada hasil yang memuat kata ini.'),
    select: say(
      (id: string) => `Compare ${id}`,
      (id) => `Bandingkan ${id}`,
    ),
    tick: say(
      'Tick two to five complete results to compare them.',
      'Centang dua sampai lima hasil yang selesai untuk membandingkannya.',
    ),
    chosen: say(
      (count: number) => `${english(count)} ticked`,
      (count) => `${indonesian(count)} dicentang`,
    ),
    compare: say('Compare', 'Bandingkan'),
    clear: say('Untick all', 'Hapus semua centang'),
    unknown: say(
      (id: string) => `There is no result ${id} in this folder.`,
      (id) => `Tidak ada hasil ${id} di folder ini.`,
    ),
    all: say('All results', 'Semua hasil'),
    report: say(
      (id: string) => `Report of ${id}`,
      (id) => `Laporan ${id}`,
    ),
    own: say('Report on a page of its own', 'Laporan di halaman sendiri'),
    files: say('Files', 'Berkas'),
    yourself: say('Run this yourself', 'Jalankan sendiri'),
    yourselfNote: say(
      (folder: string) => `In the folder ${folder}. Equal program versions give equal bytes.`,
      (folder) => `Di folder ${folder}. Versi program yang sama memberi hasil yang persis sama.`,
    ),
    copy: say('Copy', 'Salin'),
    copied: say('Copied', 'Tersalin'),
    edit: say('Open its scenario in the workbench', 'Buka skenarionya di ruang kerja'),
    recorded: say('Version and result', 'Versi dan hasil'),
  },
  compare: {
    name: say('Compare', 'Bandingkan'),
    heading: say('Results compared', 'Perbandingan hasil'),
    working: say('Comparing\u2026', 'Membandingkan\u2026'),
    baseline: say('Compare with', 'Bandingkan dengan'),
    minus: say(
      (result: string, baseline: string) => `${result} minus ${baseline}`,
      (result, baseline) => `${result} dikurangi ${baseline}`,
    ),
    pairings: say<Names>(
      {
        paired: 'Paired: both results simulate the same families with the same random numbers.',
        unpaired:
          'Not paired: the two results do not share their random numbers, so intervals are wider than those of two policies in one run.',
      },
      {
        paired: 'Berpasangan: kedua hasil menyimulasikan keluarga yang sama dengan bilangan acak yang sama.',
        unpaired:
          'Tidak berpasangan: kedua hasil tidak memakai bilangan acak yang sama, sehingga selangnya lebih lebar daripada dua kebijakan dalam satu simulasi.',
      },
    ),
    notes: say('Notes of the program', 'Catatan program'),
    policy: say('Policy', 'Kebijakan'),
    noCommon: say('No policy of the same name is in both results.', 'Tidak ada kebijakan bernama sama di kedua hasil.'),
    caption: say(
      'Difference of each policy between the two results; its 95\u00a0% interval below it.',
      'Selisih setiap kebijakan antara kedua hasil; selang 95%-nya di bawahnya.',
    ),
    measures: say('All measures in the last month', 'Semua ukuran pada bulan terakhir'),
    measure: say('Measure', 'Ukuran'),
    difference: say('Difference', 'Selisih'),
    verdict: say('Verdict', 'Kesimpulan'),
    tooFew: say('Two to five results can be compared.', 'Dua sampai lima hasil dapat dibandingkan.'),
  },
  keys: {
    button: say('Keys', 'Tombol'),
    heading: say('Keys', 'Tombol papan ketik'),
    close: say('Close', 'Tutup'),
    rows: say<[string, string][]>(
      [
        ['Ctrl + Enter', 'run Standard (in the workbench)'],
        ['/', 'to the filter box, or to the search of the text'],
        ['?', 'this list'],
        ['Ctrl + F', 'search in the text (in the editor)'],
        ['Ctrl + Z, Ctrl + Y', 'undo, redo (in the editor)'],
        ['Ctrl + [, Ctrl + ]', 'less, more indentation (in the editor)'],
        ['F8', 'to the next problem (in the editor)'],
        ['Tab', 'to the next part of the page, out of the editor too'],
      ],
      [
        ['Ctrl + Enter', 'jalankan Standar (di ruang kerja)'],
        ['/', 'ke kotak saringan, atau ke pencarian teks'],
        ['?', 'daftar ini'],
        ['Ctrl + F', 'cari dalam teks (di penyunting)'],
        ['Ctrl + Z, Ctrl + Y', 'urungkan, ulangi (di penyunting)'],
        ['Ctrl + [, Ctrl + ]', 'kurangi, tambah indentasi (di penyunting)'],
        ['F8', 'ke masalah berikutnya (di penyunting)'],
        ['Tab', 'ke bagian halaman berikutnya, juga keluar dari penyunting'],
      ],
    ),
  },
  trouble: {
    silent: say(
      'The program does not answer. Start graduasi serve again and open the address that it prints.',
      'Program tidak menjawab. Jalankan lagi graduasi serve dan buka alamat yang dicetaknya.',
    ),
    refused: say('The program refused:', 'Program menolak:'),
  },
  /** Of the search in the editor; English ones are its own. */
  editor: say<Names>(
    {},
    {
      Find: 'Cari',
      Replace: 'Ganti dengan',
      next: 'berikutnya',
      previous: 'sebelumnya',
      all: 'semua',
      'match case': 'bedakan huruf besar',
      regexp: 'regexp',
      'by word': 'kata utuh',
      replace: 'ganti',
      'replace all': 'ganti semua',
      close: 'tutup',
      'current match': 'temuan sekarang',
      'on line': 'pada baris',
      'No diagnostics': 'Tidak ada masalah',
      Diagnostics: 'Masalah',
      'replaced match on line $': 'diganti pada baris $',
      'replaced $ matches': '$ temuan diganti',
      'Go to line': 'Ke baris',
      go: 'buka',
    },
  ),
};
