// Rows of the table of words that belong to figures and their tables.
import { say } from './say';

type Names = { [key: string]: string };

const english = (count: number) => count.toLocaleString('en-GB');
const indonesian = (count: number) => count.toLocaleString('id-ID');

export const figures = {
  figures: {
    further: say('Behind the curves', 'Di balik kurva'),
    measure: say('Measure', 'Ukuran'),
    variant: say('Variant', 'Varian'),
    policies: say('Policies in the figures', 'Kebijakan dalam gambar'),
    unitAndBetter: say<Names>(
      { higher: 'Higher is better.', lower: 'Lower is better.', '': '' },
      { higher: 'Makin tinggi makin baik.', lower: 'Makin rendah makin baik.', '': '' },
    ),
    mark: {
      band: say('Band', 'Pita'),
      bar: say('Line through each dot', 'Garis pada setiap titik'),
      share: say('Line through each bar', 'Garis pada setiap batang'),
      cell: say('Below each number', 'Di bawah setiap angka'),
    },
    intervalChance: say(
      (mark: string, replicates: number) =>
        `${mark}: 95\u00a0% interval of the mean over ${replicates} replicates (chance); parameters held fixed: the true uncertainty is larger.`,
      (mark, replicates) =>
        `${mark}: selang 95% rata-rata dari ${replicates} ulangan (kebetulan); parameter dianggap tetap: ketidakpastian sebenarnya lebih besar.`,
    ),
    intervalParameters: say(
      (mark: string, draws: number) =>
        `${mark}: 95\u00a0% interval for a world drawn from the priors, from ${english(draws)} parameter draws; it holds uncertain parameters and chance.`,
      (mark, draws) =>
        `${mark}: selang 95% untuk satu dunia yang ditarik dari sebaran awal, dari ${indonesian(draws)} tarikan parameter; memuat parameter yang tidak pasti dan faktor kebetulan.`,
    ),
    intervalNone: say('No intervals.', 'Tanpa selang.'),
    notFromZero: say('The axis does not start at zero.', 'Sumbu tidak mulai dari nol.'),
    colorsAbove: say('Colours as in the list of policies.', 'Warna seperti dalam daftar kebijakan.'),
    foreignDefinition: say('Definition:', 'Definisi (bahasa Inggris):'),
    source: say(
      (file: string) => `From ${file}`,
      (file) => `Dari ${file}`,
    ),
    bandsOf: say(
      (policies: string) => `Bands of ${policies} only; the table has all.`,
      (policies) => `Pita ${policies} saja; tabel memuat semuanya.`,
    ),
    topics: say<Names>(
      {
        main: 'Most asked for',
        exits: 'Exits',
        families: 'Families',
        facilitators: 'Facilitators',
        money: 'Money',
        '': 'Others',
      },
      {
        main: 'Paling sering ditanyakan',
        exits: 'Keluar dari program',
        families: 'Keluarga',
        facilitators: 'Pendamping',
        money: 'Uang',
        '': 'Lainnya',
      },
    ),
    numbers: say('Numbers behind this figure', 'Angka di balik gambar ini'),
    yearColumn: say('End of year', 'Akhir tahun'),
    tableName: say(
      (measure: string, words: string) => (words ? `${measure}, ${words}` : measure),
      (measure, words) => (words ? `${measure}, ${words}` : measure),
    ),
    withInterval: say(
      (name: string) => `${name}; below each number its interval`,
      (name) => `${name}; di bawah setiap angka selangnya`,
    ),
    noValues: say('This measure has no values in this run.', 'Ukuran ini tidak mempunyai nilai dalam simulasi ini.'),
    noneShown: say('No policy is chosen.', 'Tidak ada kebijakan yang dipilih.'),
    spoken: say(
      (measure: string, words: string, period: string, items: string[]) =>
        `${measure}${words ? ` (${words})` : ''} by ${period}: ${items.join('; ')}.`,
      (measure, words, period, items) =>
        `${measure}${words ? ` (${words})` : ''} sampai ${period}: ${items.join('; ')}.`,
    ),
    spokenItem: say(
      (name: string, value: string, interval: string) =>
        interval ? `${name} ${value} (${interval})` : `${name} ${value}`,
      (name, value, interval) => (interval ? `${name} ${value} (${interval})` : `${name} ${value}`),
    ),
    interval: say(
      (interval: string) => `interval ${interval}`,
      (interval) => `selang ${interval}`,
    ),
  },

  comparison: {
    heading: say('Policies compared', 'Perbandingan kebijakan'),
    headingOne: say('At the end of the run', 'Pada akhir simulasi'),
    measure: say('Compared in', 'Dibandingkan menurut'),
    overTime: say(
      (measure: string) => `${measure}: difference over time`,
      (measure) => `${measure}: selisih dari waktu ke waktu`,
    ),
    atEnd: say(
      (measure: string, period: string) => `${measure}: difference at the ${period}`,
      (measure, period) => `${measure}: selisih pada ${period}`,
    ),
    paired: say(
      (baseline: string) =>
        `Each policy less \u201c${baseline}\u201d, replicate by replicate with common random numbers.`,
      (baseline) =>
        `Setiap kebijakan dikurangi \u201c${baseline}\u201d, ulangan demi ulangan dengan faktor kebetulan yang sama.`,
    ),
    axis: say(
      (words: string) => `difference, ${words}`,
      (words) => `selisih, ${words}`,
    ),
    zero: say(
      (baseline: string) => `${baseline} (0)`,
      (baseline) => `${baseline} (0)`,
    ),
    spoken: say(
      (measure: string, baseline: string, period: string, items: string[]) =>
        `${measure}, difference from ${baseline} by ${period}: ${items.join('; ')}.`,
      (measure, baseline, period, items) =>
        `${measure}, selisih dari ${baseline} sampai ${period}: ${items.join('; ')}.`,
    ),
    table: say('Figures of each policy', 'Angka setiap kebijakan'),
    caption: say(
      (period: string) =>
        `Graduations and exits up to the end of ${period}; facilitators (posts, vacant ones too) and their wages (of filled posts) once a policy is fully in force`,
      (period) =>
        `Graduasi dan keluar dari program sampai akhir ${period}; pendamping (formasi, termasuk yang kosong) dan honornya (formasi yang terisi) setelah kebijakan berlaku penuh`,
    ),
    tableName: say('Comparison of policies', 'Perbandingan kebijakan'),
    heldIn: say(
      (where: string[]) => `in ${where.join('; ')}`,
      (where) => `di ${where.join('; ')}`,
    ),
    places: say('Where policies hold', 'Di mana kebijakan berlaku'),
    where: say('Areas', 'Wilayah'),
    activeThere: say('Families on the programme', 'Keluarga dalam program'),
    placesCaption: say(
      (period: string) =>
        `The same figures in the areas where a policy holds; families and facilitators at the end of ${period}`,
      (period) => `Angka yang sama di wilayah tempat kebijakan berlaku; keluarga dan pendamping pada akhir ${period}`,
    ),
    policy: say('Policy', 'Kebijakan'),
    variant: say('Variant', 'Varian'),
    facilitators: say('Facilitators', 'Pendamping'),
    wage_bill: say('Wage bill a year', 'Honor per tahun'),
    self_reliant: say('Self-reliant graduations', 'Graduasi sejahtera mandiri'),
    became_able: say('Became able', 'Menjadi mampu'),
    natural_exit: say('Natural exits', 'Graduasi alamiah'),
    premature_share: say('Premature, share of graduations', 'Terlalu dini, bagian dari graduasi'),
    difference: say(
      (baseline: string) => `Difference from \u201c${baseline}\u201d`,
      (baseline) => `Selisih dari \u201c${baseline}\u201d`,
    ),
    verdict: say('Are they distinguishable?', 'Dapatkah dibedakan?'),
    baseline: say('baseline', 'pembanding'),
    judgements: say<Names>(
      {
        told_apart: 'distinguishable',
        equal: 'equal in every replicate',
        parameters_decide: 'not distinguishable; uncertain parameters decide',
        no_interval: 'one value, no interval',
      },
      {
        told_apart: 'dapat dibedakan',
        equal: 'sama dalam setiap ulangan',
        parameters_decide: 'tidak dapat dibedakan; parameter yang tidak pasti menentukan',
        no_interval: 'satu nilai, tanpa selang',
      },
    ),
    replicatesNeeded: say(
      (count: number) =>
        count > 10_000
          ? 'not distinguishable; more than 10,000 replicates needed'
          : `not distinguishable; about ${english(count)} replicates needed`,
      (count) =>
        count > 10_000
          ? 'tidak dapat dibedakan; perlu lebih dari 10.000 ulangan'
          : `tidak dapat dibedakan; perlu sekitar ${indonesian(count)} ulangan`,
    ),
    noteChance: say(
      'Intervals measure chance only; parameters held fixed: the true uncertainty is larger.',
      'Selang hanya mengukur faktor kebetulan; parameter dianggap tetap: ketidakpastian sebenarnya lebih besar.',
    ),
    sharedLuck: say(
      (times: string) =>
        `All policies meet the same families and the same random numbers. Without that, the Monte Carlo variance of these differences would be ${times} times as large, and as many times the replicates would be needed to know them as well.`,
      (times) =>
        `Semua kebijakan menghadapi keluarga dan faktor kebetulan yang sama. Tanpa itu, ragam kebetulan dari selisih ini akan ${times} kali lebih besar, dan diperlukan ulangan sebanyak itu untuk mengetahuinya sama baiknya.`,
    ),
    drawsNeeded: say(
      (count: number) =>
        count > 10_000
          ? 'not distinguishable; more than 10,000 parameter draws needed'
          : `not distinguishable; about ${english(count)} parameter draws needed`,
      (count) =>
        count > 10_000
          ? 'tidak dapat dibedakan; perlu lebih dari 10.000 tarikan parameter'
          : `tidak dapat dibedakan; perlu sekitar ${indonesian(count)} tarikan parameter`,
    ),
    noteParameters: say(
      'Intervals (95\u00a0%) are for a world drawn from the priors; they hold uncertain parameters and chance.',
      'Selang (95%) berlaku untuk satu dunia yang ditarik dari sebaran awal; memuat parameter yang tidak pasti dan faktor kebetulan.',
    ),
  },

  exits: {
    heading: say('Kinds of exit', 'Jenis keluar dari program'),
    explained: say(
      'Families that are off the programme at the end of each month, by how they left. Heights add up; all policies share one scale.',
      'Keluarga di luar program pada akhir setiap bulan, menurut cara keluarnya. Tinggi lapisan saling menambah; semua kebijakan memakai satu skala.',
    ),
    none: say('Nobody left by', 'Tidak ada yang keluar melalui'),
    average: say(
      (replicates: number) =>
        `Layers are means over ${replicates} replicates and carry no interval; the table has them.`,
      (replicates) => `Lapisan adalah rata-rata ${replicates} ulangan tanpa selang; selangnya ada di tabel.`,
    ),
    spoken: say(
      (policy: string, period: string, items: string[]) =>
        `Families off the programme under ${policy} by ${period}: ${items.join('; ')}.`,
      (policy, period, items) => `Keluarga di luar program dengan ${policy} sampai ${period}: ${items.join('; ')}.`,
    ),
    kind: say('Kind of exit', 'Jenis'),
    tableName: say(
      (period: string, words: string) => `Families off the programme at the ${period}, ${words}`,
      (period, words) => `Keluarga di luar program pada ${period}, ${words}`,
    ),
  },

  caseload: {
    heading: say('What the caseload does', 'Pengaruh jumlah dampingan'),
    axis: say('families per facilitator at the end of the run', 'keluarga per pendamping pada akhir simulasi'),
    title: say(
      (measure: string, period: string) => `${measure} at the ${period}, by families per facilitator`,
      (measure, period) => `${measure} pada ${period}, menurut keluarga per pendamping`,
    ),
    line: say(
      'The line joins policies that differ in nothing but the caseload; between the dots nothing was simulated.',
      'Garis menghubungkan kebijakan yang hanya berbeda dalam jumlah dampingan; di antara titik tidak ada yang disimulasikan.',
    ),
    column: say('Families per facilitator', 'Keluarga per pendamping'),
    name: say(
      (name: string, caseload: string) => `${name}, ${caseload} families per facilitator:`,
      (name, caseload) => `${name}, ${caseload} keluarga per pendamping:`,
    ),
  },

  sweep: {
    heading: say('What the swept values do', 'Pengaruh nilai yang divariasikan'),
    shown: say('Shown', 'Ditampilkan'),
    itself: say('the figure itself', 'angka itu sendiri'),
    difference: say(
      (baseline: string) => `difference from \u201c${baseline}\u201d`,
      (baseline) => `selisih dari \u201c${baseline}\u201d`,
    ),
    less: say(
      (measure: string, baseline: string) => `${measure}, difference from \u201c${baseline}\u201d`,
      (measure, baseline) => `${measure}, selisih dari \u201c${baseline}\u201d`,
    ),
    title: say(
      (measure: string, period: string, axis: string) => `${measure} at the ${period}, by ${axis}`,
      (measure, period, axis) => `${measure} pada ${period}, menurut ${axis}`,
    ),
    map: say(
      (measure: string, period: string, policy: string) => `${measure} at the ${period}, under \u201c${policy}\u201d`,
      (measure, period, policy) => `${measure} pada ${period}, dengan \u201c${policy}\u201d`,
    ),
    across: say('Across', 'Mendatar'),
    down: say('Down', 'Menurun'),
    joined: say(
      'Lines join the values that were simulated; between the dots nothing was.',
      'Garis menghubungkan nilai yang disimulasikan; di antara titik tidak ada yang disimulasikan.',
    ),
    held: say(
      (values: string) => `Here ${values}.`,
      (values) => `Di sini ${values}.`,
    ),
    unclear: say(
      (baseline: string) => `not distinguishable from \u201c${baseline}\u201d:`,
      (baseline) => `tidak dapat dibedakan dari \u201c${baseline}\u201d:`,
    ),
    marked: say(
      (baseline: string) =>
        `\u2248 and a dashed rim: not distinguishable from \u201c${baseline}\u201d under the same values.`,
      (baseline) =>
        `\u2248 dan tepi putus-putus: tidak dapat dibedakan dari \u201c${baseline}\u201d dengan nilai yang sama.`,
    ),
    marginal: say('What one further unit changes', 'Perubahan untuk setiap satuan tambahan'),
    perUnit: say(
      (measure: string, axis: string) => `${measure}: change for each further unit of ${axis}`,
      (measure, axis) => `${measure}: perubahan untuk setiap satuan tambahan ${axis}`,
    ),
  },

  work: {
    heading: say('The facilitators\u2019 work', 'Pekerjaan pendamping'),
  },

  splits: {
    heading: say('Groups of families', 'Kelompok keluarga'),
    split: say('Split by', 'Dibagi menurut'),
    policy: say('Policy', 'Kebijakan'),
    names: say<Names>(
      { area: 'Area', sex_of_head: 'Sex of the head', components: 'Eligible members', welfare_fifth: 'Welfare fifth' },
      {
        area: 'Wilayah',
        sex_of_head: 'Jenis kelamin kepala keluarga',
        components: 'Komponen keluarga',
        welfare_fifth: 'Kuintil kesejahteraan',
      },
    ),
    groups: say<Names>(
      {
        'sex_of_head:female': 'Woman',
        'sex_of_head:male': 'Man',
        'components:early_childhood': 'Pregnancy or young child',
        'components:school': 'Child at school',
        'components:elderly_or_disabled': 'Elderly or disabled member',
        'components:none': 'None',
        'welfare_fifth:1': '1 (poorest)',
        'welfare_fifth:2': '2',
        'welfare_fifth:3': '3',
        'welfare_fifth:4': '4',
        'welfare_fifth:5': '5 (richest)',
      },
      {
        'sex_of_head:female': 'Perempuan',
        'sex_of_head:male': 'Laki-laki',
        'components:early_childhood': 'Ibu hamil atau anak usia dini',
        'components:school': 'Anak sekolah',
        'components:elderly_or_disabled': 'Lansia atau disabilitas',
        'components:none': 'Tanpa komponen',
        'welfare_fifth:1': '1 (termiskin)',
        'welfare_fifth:2': '2',
        'welfare_fifth:3': '3',
        'welfare_fifth:4': '4',
        'welfare_fifth:5': '5 (terkaya)',
      },
    ),
    title: say(
      (measure: string, split: string) => `${measure}, by ${split.toLowerCase()}`,
      (measure, split) => `${measure}, menurut ${split.toLowerCase()}`,
    ),
    titleAtEnd: say(
      (measure: string, split: string, period: string) => `${measure} at the ${period}, by ${split.toLowerCase()}`,
      (measure, split, period) => `${measure} pada ${period}, menurut ${split.toLowerCase()}`,
    ),
    sorted: say(
      (policy: string) => `Sorted by the value under \u201c${policy}\u201d.`,
      (policy) => `Diurutkan menurut nilai dengan \u201c${policy}\u201d.`,
    ),
    sharedScale: say('All panels share one scale.', 'Semua panel memakai satu skala.'),
    ends: say(
      (shown: number, all: number) =>
        `Only the ${shown} highest and the ${shown} lowest of ${english(all)} are drawn; the table has all.`,
      (shown, all) =>
        `Hanya ${shown} tertinggi dan ${shown} terendah dari ${indonesian(all)} yang digambar; tabel memuat semuanya.`,
    ),
    withoutValue: say(
      (names: string) => `Not defined, and so not drawn: ${names}.`,
      (names) => `Tidak terdefinisi, jadi tidak digambar: ${names}.`,
    ),
    spoken: say(
      (title: string, policy: string, items: string[]) => `${title}, under ${policy}: ${items.join('; ')}.`,
      (title, policy, items) => `${title}, dengan ${policy}: ${items.join('; ')}.`,
    ),
    highest: say(
      (name: string) => `highest ${name}`,
      (name) => `tertinggi ${name}`,
    ),
    lowest: say(
      (name: string) => `lowest ${name}`,
      (name) => `terendah ${name}`,
    ),
  },
};
