// The one table of the page's words: each row in English and in Indonesian. Figures have theirs in words_figures.ts.
import { say } from './say';
import { attribution, optimum } from './words_analyses';
import { brought, forWhom } from './words_answer';
import { costs } from './words_costs';
import { figures } from './words_figures';
import { posts } from './words_posts';
import { actions, headline, layers, map, sure, tabs, tiles, why } from './words_screen';

type Names = { [key: string]: string };

const english = (count: number) => count.toLocaleString('en-GB');
const indonesian = (count: number) => count.toLocaleString('id-ID');

export const words = {
  ...figures,
  costs,
  attribution,
  optimum,
  brought,
  forWhom,
  posts,
  layers,
  actions,
  headline,
  tiles,
  sure,
  why,
  tabs,
  map,

  language: say<'en' | 'id'>('en', 'id'),
  locale: say('en-GB', 'id-ID'),
  missing: say('\u2013', '\u2013'),
  percent: say('per cent', 'persen'),
  percentSign: say('\u00a0%', '%'),
  points: say('percentage points', 'poin persentase'),
  pointsAfter: say(' points', ' poin'),
  rupiah: say('rupiah', 'rupiah'),
  magnitudes: say<{ [size: number]: string }>(
    { 1e6: 'million', 1e9: 'billion', 1e12: 'trillion' },
    { 1e6: 'juta', 1e9: 'miliar', 1e12: 'triliun' },
  ),
  range: say(
    (lower: string, upper: string) => `${lower} to ${upper}`,
    (lower, upper) => `${lower} sampai ${upper}`,
  ),

  /** Units of measures and parameters, and what may follow "rupiah" in one. English ones stand as they are. */
  units: say<Names>(
    {},
    {
      families: 'keluarga',
      'families per month': 'keluarga per bulan',
      months: 'bulan',
      ratio: 'rasio',
      facilitators: 'pendamping',
      'full posts': 'posisi penuh',
      'hours per family and month': 'jam per keluarga per bulan',
      'hours a month': 'jam per bulan',
      'visits per family and month': 'kunjungan per keluarga per bulan',
      'visits a month': 'kunjungan per bulan',
      'per year': 'per tahun',
      'per month': 'per bulan',
      'per family': 'per keluarga',
      'families per facilitator': 'keluarga per pendamping',
      'index 0 to 1': 'indeks 0 sampai 1',
      'of working hours': 'dari jam kerja',
      'births per mother': 'kelahiran per ibu',
      correlation: 'korelasi',
      'families per family of the first day': 'keluarga per keluarga pada hari pertama',
      hours: 'jam',
      'hours per month': 'jam per bulan',
      households: 'keluarga',
      'log points': 'poin log',
      'log points per unit': 'poin log per satuan',
      'log points per unit of pressure': 'poin log per satuan tekanan',
      'logit per line-month': 'logit per bulan pengeluaran pada garis kemiskinan',
      'logit at full dose': 'logit pada dosis penuh',
      'logit per log point': 'logit per poin log',
      'per facilitator and year': 'per pendamping per tahun',
      'per month at full dose': 'per bulan pada dosis penuh',
      'per session': 'per pertemuan',
      'per unit of pressure': 'per satuan tekanan',
      persons: 'orang',
      'poverty lines': 'garis kemiskinan',
      sd: 'simpangan baku',
      share: 'bagian',
      'share of checks': 'bagian dari pemeriksaan',
      'share of families': 'bagian dari keluarga',
      'share of families per month': 'bagian dari keluarga per bulan',
      'share of meeting hours': 'bagian dari jam pertemuan',
      'share of observed variance': 'bagian dari ragam teramati',
      'share per unit of pressure': 'bagian per satuan tekanan',
      'visit hours per month': 'jam kunjungan per bulan',
      'visit hours per session hour': 'jam kunjungan per jam pertemuan',
      years: 'tahun',
    },
  ),

  noPayload: say(
    'No results are in this page. Write one with: graduasi run SCENARIO',
    'Halaman ini tidak memuat hasil. Buatlah dengan: graduasi run SCENARIO',
  ),
  newerFormat: say(
    (found: number, known: number) =>
      `This page was given results of format ${found} and knows format ${known}. Write it again with the program that made the results.`,
    (found, known) =>
      `Halaman ini mendapat hasil berformat ${found}, tetapi hanya mengenal format ${known}. Tulislah kembali dengan program yang membuat hasilnya.`,
  ),

  calendar: {
    beforeStart: say(
      (month: string) => `before ${month}`,
      (month) => `sebelum ${month}`,
    ),
    start: say('Start', 'Awal'),
    partYear: say(
      (month: string) => `to ${month}`,
      (month) => `s.d. ${month}`,
    ),
    endOf: say(
      (period: string) => `end of ${period}`,
      (period) => `akhir ${period}`,
    ),
  },

  header: {
    kicker: say(
      'graduasi \u00b7 simulated figures, not observations',
      'graduasi \u00b7 angka simulasi, bukan hasil pengamatan',
    ),
    languages: say('Language', 'Bahasa'),
    contents: say('On this page', 'Di halaman ini'),
    period: say(
      (from: string, to: string) => `${from} to ${to}`,
      (from, to) => `${from} sampai ${to}`,
    ),
    replicates: say(
      (count: number) => (count === 1 ? '1 replicate' : `${english(count)} replicates`),
      (count) => `${indonesian(count)} ulangan`,
    ),
    draws: say(
      (count: number) => `${english(count)} parameter draws`,
      (count) => `${indonesian(count)} tarikan parameter`,
    ),
    sample: say(
      (simulated: string, programme: string) =>
        `${simulated} families simulated, counts scaled to a programme of ${programme}`,
      (simulated, programme) =>
        `${simulated} keluarga disimulasikan, jumlah diskalakan ke program dengan ${programme} keluarga`,
    ),
    everyFamily: say(
      (simulated: string) => `all ${simulated} families simulated`,
      (simulated) => `seluruh ${simulated} keluarga disimulasikan`,
    ),
    partial: say(
      'This run was interrupted. The figures come from the part that was finished.',
      'Simulasi ini terhenti. Angka-angkanya berasal dari bagian yang sudah selesai.',
    ),
  },

  answer: {
    heading: say('In words', 'Jawaban singkat'),
    variant: say(
      (name: string) => `For ${name}:`,
      (name) => `Untuk ${name}:`,
    ),
    only: say(
      (policy: string, count: string, month: string) =>
        `Under \u201c${policy}\u201d, ${count} families have graduated self-reliantly by the end of ${month}.`,
      (policy, count, month) =>
        `Dengan \u201c${policy}\u201d, ${count} keluarga telah graduasi sejahtera mandiri sampai akhir ${month}.`,
    ),
    more: say(
      (items: string) => `More graduate under ${items}.`,
      (items) => `Lebih banyak yang graduasi dengan ${items}.`,
    ),
    fewer: say(
      (items: string) => `Fewer graduate under ${items}.`,
      (items) => `Lebih sedikit yang graduasi dengan ${items}.`,
    ),
    moreOfMany: say(
      (count: number, least: string, most: string) =>
        `More graduate under ${count} policies, from ${least} to ${most}.`,
      (count, least, most) => `Lebih banyak yang graduasi dengan ${count} kebijakan, dari ${least} sampai ${most}.`,
    ),
    fewerOfMany: say(
      (count: number, least: string, most: string) =>
        `Fewer graduate under ${count} policies, from ${least} to ${most}.`,
      (count, least, most) => `Lebih sedikit yang graduasi dengan ${count} kebijakan, dari ${least} sampai ${most}.`,
    ),
    item: say(
      (policy: string, difference: string, interval: string) => `\u201c${policy}\u201d (${difference}; ${interval})`,
      (policy, difference, interval) => `\u201c${policy}\u201d (${difference}; ${interval})`,
    ),
    moreBy: say(
      (count: string) => `${count} more`,
      (count) => `${count} lebih banyak`,
    ),
    fewerBy: say(
      (count: string) => `${count} fewer`,
      (count) => `${count} lebih sedikit`,
    ),
    itemWithoutInterval: say(
      (policy: string, difference: string) => `\u201c${policy}\u201d (${difference})`,
      (policy, difference) => `\u201c${policy}\u201d (${difference})`,
    ),
    unclear: say(
      (baseline: string, items: string) => `Not distinguishable from \u201c${baseline}\u201d: ${items}.`,
      (baseline, items) => `Tidak dapat dibedakan dari \u201c${baseline}\u201d: ${items}.`,
    ),
    unclearOfMany: say(
      (baseline: string, count: number, names: string) =>
        `${count} policies are not distinguishable from \u201c${baseline}\u201d: ${names}.`,
      (baseline, count, names) => `${count} kebijakan tidak dapat dibedakan dari \u201c${baseline}\u201d: ${names}.`,
    ),
    noInterval: say(
      (items: string) => `Differences without an interval, which may be chance alone: ${items}.`,
      (items) => `Selisih tanpa selang, yang mungkin hanya kebetulan: ${items}.`,
    ),
    able: say(
      (items: string) => `Families that were not able on the first day and became so on the programme: ${items}.`,
      (items) => `Keluarga yang belum mampu pada hari pertama dan menjadi mampu selama menjadi peserta: ${items}.`,
    ),
    ableOfMany: say(
      (count: number, least: string, most: string) =>
        `Families that were not able on the first day and became so on the programme: under ${count} policies from ${least} to ${most}.`,
      (count, least, most) =>
        `Keluarga yang belum mampu pada hari pertama dan menjadi mampu selama menjadi peserta: dengan ${count} kebijakan dari ${least} sampai ${most}.`,
    ),
    quoted: say(
      (policy: string) => `\u201c${policy}\u201d`,
      (policy) => `\u201c${policy}\u201d`,
    ),
    noComparison: say(
      'The run holds one policy, so there is nothing to compare it with.',
      'Simulasi ini hanya memuat satu kebijakan, sehingga tidak ada pembandingnya.',
    ),
    intervalChance: say(
      (replicates: number) =>
        `In brackets: the difference and its 95\u00a0% interval over ${replicates} replicates, which measures chance only; parameters held fixed: the true uncertainty is larger.`,
      (replicates) =>
        `Dalam kurung: selisih dan selang 95%-nya dari ${replicates} ulangan, yang hanya mengukur faktor kebetulan; parameter dianggap tetap: ketidakpastian sebenarnya lebih besar.`,
    ),
    intervalParameters: say(
      (draws: number) =>
        `In brackets: the difference and its 95\u00a0% interval for a world drawn from the priors (${english(draws)} draws of the uncertain parameters), which holds uncertain parameters and chance.`,
      (draws) =>
        `Dalam kurung: selisih dan selang 95%-nya untuk satu dunia yang ditarik dari sebaran awal (${indonesian(draws)} tarikan parameter yang tidak pasti), yang memuat parameter yang tidak pasti dan faktor kebetulan.`,
    ),
    intervalNone: say(
      'The run gives no intervals, so it cannot say which differences are more than chance.',
      'Simulasi ini tidak memberi selang, sehingga tidak dapat menunjukkan selisih mana yang bukan sekadar kebetulan.',
    ),
  },

  // What the figures of this version cannot say; scenarios/figures/claims.py holds it (frozen, assessed).
  version: {
    heading: say('Before you use these figures', 'Sebelum memakai angka ini'),
    paragraph: say(
      'Most families that leave do not do so because their economy improved during the run: with every family\u2019s economy frozen on the first day, most self-reliant exits remain. Families that become able mostly do so without mentoring, as children grow up and earnings rise. So read beside the exits how many families became able, and hold it against a run without mentoring. Visits go first to families that are due for an assessment, so fewer families for each facilitator find only a few more of them, in districts where caseloads are large today. How much of their skill families owe to mentoring is an assumption. So measure first whether mentoring changes what families earn, and what facilitators know of the families that they assess.',
      'Sebagian besar keluarga keluar bukan karena ekonominya membaik selama simulasi: meskipun ekonomi setiap keluarga dibekukan pada hari pertama, sebagian besar graduasi sejahtera mandiri tetap terjadi. Keluarga yang menjadi mampu kebanyakan mencapainya tanpa pendampingan, karena anak-anak tumbuh dewasa dan penghasilan naik. Jadi, bacalah juga berapa banyak keluarga yang menjadi mampu, dan bandingkan dengan simulasi tanpa pendampingan. Kunjungan mendahulukan keluarga yang sudah waktunya dinilai, sehingga jumlah dampingan yang lebih kecil hanya menemukan sedikit lebih banyak keluarga, yaitu di kabupaten yang sekarang kelebihan dampingan. Seberapa besar keterampilan keluarga berasal dari pendampingan adalah asumsi. Jadi, ukurlah lebih dahulu apakah pendampingan mengubah penghasilan keluarga, dan seberapa jauh pendamping mengenal keluarga yang dinilainya.',
    ),
  },

  restsOn: {
    heading: say('What this rests on', 'Dasar hasil ini'),
    english: say('', 'Peringatan dan uraian parameter ditulis oleh program dalam bahasa Inggris.'),
    changed: say('Changed from the defaults', 'Diubah dari nilai bawaan'),
    nothingChanged: say(
      'No parameter was changed from its default.',
      'Tidak ada parameter yang diubah dari nilai bawaannya.',
    ),
    parameter: say('Parameter', 'Parameter'),
    here: say('Here', 'Di sini'),
    default: say('Default', 'Bawaan'),
    assumptions: say(
      (count: number) => `Assumptions (${english(count)})`,
      (count) => `Asumsi (${indonesian(count)})`,
    ),
    value: say('Value', 'Nilai'),
    meaning: say('Meaning and source', 'Arti dan sumber'),
    source: say('Source:', 'Sumber:'),
    notes: say('Notes', 'Catatan'),
    pieces: say(
      (finished: number, all: number) => `${english(finished)} of ${english(all)} simulations of the run are finished.`,
      (finished, all) => `${indonesian(finished)} dari ${indonesian(all)} bagian simulasi telah selesai.`,
    ),
    pairs: say(
      (variant: string, used: number, all: number) =>
        `${variant}: figures rest on ${english(used)} of ${english(all)} pairs of draw and replicate, those that every policy has finished.`,
      (variant, used, all) =>
        `${variant}: angka berdasarkan ${indonesian(used)} dari ${indonesian(all)} pasangan tarikan dan ulangan, yaitu yang telah selesai pada semua kebijakan.`,
    ),
    swept: say(
      (path: string, values: string) => `${path} takes the values ${values}.`,
      (path, values) => `${path} diberi nilai ${values}.`,
    ),
    held: say(
      (paths: string) => `Held at the centre of their priors: ${paths}.`,
      (paths) => `Ditetapkan pada nilai tengah sebaran awalnya: ${paths}.`,
    ),
    drawn: say(
      (paths: string) => `Drawn from their priors: ${paths}.`,
      (paths) => `Ditarik dari sebaran awalnya: ${paths}.`,
    ),
    many: say(
      (count: number) => `${english(count)} parameters`,
      (count) => `${indonesian(count)} parameter`,
    ),
    yes: say('yes', 'ya'),
    no: say('no', 'tidak'),
  },

  influences: {
    heading: say('What moves the answer most', 'Yang paling menggeser jawaban'),
    difference: say(
      (policy: string, baseline: string, middle: string) =>
        `\u201c${policy}\u201d less \u201c${baseline}\u201d is ${middle} self-reliant graduations when every uncertain parameter has the middle of its prior.`,
      (policy, baseline, middle) =>
        `Selisih \u201c${policy}\u201d dengan \u201c${baseline}\u201d adalah ${middle} graduasi sejahtera mandiri bila setiap parameter yang tidak pasti berada di tengah sebaran awalnya.`,
    ),
    alone: say(
      (baseline: string, middle: string) =>
        `\u201c${baseline}\u201d has ${middle} self-reliant graduations when every uncertain parameter has the middle of its prior.`,
      (baseline, middle) =>
        `\u201c${baseline}\u201d menghasilkan ${middle} graduasi sejahtera mandiri bila setiap parameter yang tidak pasti berada di tengah sebaran awalnya.`,
    ),
    how: say(
      (households: string) =>
        `Each row brings one parameter to 5 and 95\u00a0% of its prior and leaves the others alone, in a sample of ${households} families. From sensitivity.csv.`,
      (households) =>
        `Setiap baris menggeser satu parameter ke 5% dan 95% sebaran awalnya tanpa mengubah yang lain, pada sampel ${households} keluarga. Dari sensitivity.csv.`,
    ),
    from: say('At 5\u00a0%', 'Pada 5%'),
    to: say('At 95\u00a0%', 'Pada 95%'),
    answer: say('Answer', 'Jawaban'),
    source: say('Source', 'Sumber'),
  },

  manifest: {
    heading: say('How this was made', 'Cara hasil ini dibuat'),
    cite: say('Cite this result as', 'Kutip hasil ini sebagai'),
    repeat: say(
      'To repeat the run and compare every figure:',
      'Untuk mengulang simulasi dan membandingkan setiap angka:',
    ),
    repeatCommand: say('graduasi rerun RESULT', 'graduasi rerun RESULT'),
    repeatWhere: say(
      'where RESULT is the folder that holds this page. Equal version, seed and inputs give equal bytes in every CSV file.',
      'dengan RESULT folder tempat halaman ini. Versi, seed, dan masukan yang sama menghasilkan berkas CSV yang persis sama.',
    ),
    command: say('The command that made it:', 'Perintah yang membuatnya:'),
    all: say('Everything recorded about the run', 'Semua yang dicatat tentang simulasi'),
    tableName: say('Manifest of the run', 'Manifes simulasi'),
  },

  warnings: {
    heading: say(
      (count: number) => (count === 1 ? '1 warning' : `${english(count)} warnings`),
      (count) => `${indonesian(count)} peringatan`,
    ),
  },
};
