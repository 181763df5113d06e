// Rows of the table of words that belong to costs, and to what they are worth.
import { say } from './say';

type Names = { [key: string]: string };

const english = (count: number) => count.toLocaleString('en-GB');
const indonesian = (count: number) => count.toLocaleString('id-ID');

const order = [
  'wages',
  'training',
  'supervision',
  'selection',
  'incentives',
  'sessions',
  'visits',
  'assessments',
  'administration',
  'benefits',
  'grants',
  'levies',
  'partner_courses',
  'total',
  'self_reliant_exits',
  'cost_per_self_reliant',
  'sustained_exits',
  'cost_per_sustained',
  'extra_cost',
  'saved_on_first_day',
  'saved_on_entered',
  'saved_on_returned',
  'benefits_saved',
  'net_saving',
];

export const costs = {
  heading: say('What policies cost', 'Biaya kebijakan'),
  perspective: say('Seen by', 'Sudut pandang'),
  perspectives: say<Names>(
    { programme: 'The programme', families: 'Families', society: 'Society' },
    { programme: 'Program', families: 'Keluarga', society: 'Masyarakat' },
  ),
  explained: say<Names>(
    {
      programme: 'All that the budget pays, benefits included.',
      families: 'What families pay less what they receive: a negative number is received. Their hours are not valued.',
      society: 'What is used up, whoever pays it; benefits, grants and levies only change hands.',
    },
    {
      programme: 'Semua yang dibayar anggaran, termasuk bantuan.',
      families:
        'Yang dibayar keluarga dikurangi yang diterimanya: angka negatif berarti diterima. Waktu mereka tidak dinilai.',
      society:
        'Yang terpakai, siapa pun yang membayarnya; bantuan, bantuan modal, dan pungutan hanya berpindah tangan.',
    },
  ),
  terms: say(
    (months: number, year: number, rate: string) =>
      `In this model, summed over ${months} months: rupiah of ${year}, money and exits discounted at ${rate}\u00a0% a year.`,
    (months, year, rate) =>
      `Dalam model ini, dijumlahkan selama ${months} bulan: rupiah tahun ${year}, uang dan graduasi didiskonto ${rate}% per tahun.`,
  ),
  inModel: say(
    'In this model; unit costs but the wage are assumptions.',
    'Dalam model ini; biaya satuan selain honor adalah asumsi.',
  ),
  item: say('Item', 'Pos'),
  tableName: say(
    (perspective: string) => `Costs by item: ${perspective.toLowerCase()}`,
    (perspective) => `Biaya menurut pos: ${perspective.toLowerCase()}`,
  ),
  caption: say('Below each number its interval', 'Di bawah setiap angka selangnya'),
  lessCaption: say(
    (baseline: string) => `More than \u201c${baseline}\u201d; below each number its interval`,
    (baseline) => `Lebih dari \u201c${baseline}\u201d; di bawah setiap angka selangnya`,
  ),
  order: say(order, order),
  items: say<Names>(
    {
      wages: 'Wages of facilitators',
      training: 'Training of facilitators',
      supervision: 'Supervision of facilitators',
      selection: 'Selection of new facilitators',
      incentives: 'Facilitators\u2019 pay for exits',
      sessions: 'Group sessions',
      visits: 'Home visits',
      assessments: 'Assessments',
      administration: 'Administration',
      benefits: 'Benefits',
      grants: 'Grants and bonuses',
      levies: 'Levies',
      partner_courses: 'Partners\u2019 courses',
      total: 'Total',
      self_reliant_exits: 'Self-reliant graduations, discounted',
      cost_per_self_reliant: 'Cost per self-reliant graduation',
      sustained_exits: 'Sustained graduations, discounted',
      cost_per_sustained: 'Cost per sustained graduation',
      extra_cost: 'Paid more, benefits aside',
      saved_on_first_day: 'Benefits saved on families of the first day',
      saved_on_entered: 'Benefits saved on families let in since',
      saved_on_returned: 'Benefits saved on families that are back',
      benefits_saved: 'Benefits saved in all',
      net_saving: 'Saved in all',
    },
    {
      wages: 'Honor pendamping',
      training: 'Pelatihan pendamping',
      supervision: 'Supervisi pendamping',
      selection: 'Seleksi pendamping baru',
      incentives: 'Insentif graduasi bagi pendamping',
      sessions: 'Pertemuan kelompok (P2K2)',
      visits: 'Kunjungan rumah',
      assessments: 'Penilaian sosial ekonomi',
      administration: 'Administrasi',
      benefits: 'Bantuan',
      grants: 'Bantuan modal dan bonus',
      levies: 'Pungutan liar',
      partner_courses: 'Pelatihan oleh mitra',
      total: 'Jumlah',
      self_reliant_exits: 'Graduasi sejahtera mandiri, didiskonto',
      cost_per_self_reliant: 'Biaya per graduasi sejahtera mandiri',
      sustained_exits: 'Graduasi yang bertahan, didiskonto',
      cost_per_sustained: 'Biaya per graduasi yang bertahan',
      extra_cost: 'Tambahan biaya di luar bantuan',
      saved_on_first_day: 'Bantuan yang dihemat dari keluarga hari pertama',
      saved_on_entered: 'Bantuan yang dihemat dari keluarga yang masuk sejak itu',
      saved_on_returned: 'Bantuan yang dihemat dari keluarga yang kembali',
      benefits_saved: 'Seluruh bantuan yang dihemat',
      net_saving: 'Penghematan bersih',
    },
  ),
  undefinedRatio: say(
    'Cost per graduation holds everybody\u2019s benefits, and is empty where too few graduate to divide by.',
    'Biaya per graduasi memuat bantuan semua keluarga, dan kosong bila yang graduasi terlalu sedikit untuk menjadi pembagi.',
  ),
  notForFamilies: say(
    'Whether a policy is worth its cost is asked for the programme and for society only.',
    'Apakah suatu kebijakan sepadan dengan biayanya hanya ditanyakan bagi program dan bagi masyarakat.',
  ),
  withoutDraws: say(
    'How sure the choice is would need draws of the uncertain parameters (--draws); this run has none.',
    'Seberapa pasti pilihannya hanya dapat ditunjukkan dengan tarikan parameter yang tidak pasti (--draws); simulasi ini tidak memilikinya.',
  ),

  frontier: {
    title: say(
      (perspective: string) => `Sustained graduations against cost: ${perspective.toLowerCase()}`,
      (perspective) => `Graduasi yang bertahan terhadap biaya: ${perspective.toLowerCase()}`,
    ),
    exits: say(
      (words: string) => `sustained graduations, ${words}`,
      (words) => `graduasi yang bertahan, ${words}`,
    ),
    cost: say(
      (words: string) => `cost, ${words}`,
      (words) => `biaya, ${words}`,
    ),
    line: say(
      'The line runs through policies that no other, and no mixture of two others, beats.',
      'Garis melalui kebijakan yang tidak dikalahkan kebijakan lain atau campuran dua kebijakan lain.',
    ),
    hollow: say('Hollow: dominated.', 'Titik kosong: terdominasi.'),
    someUndecided: say(
      'Also hollow: policies that begin too late, or runs too short, for an exit to count as sustained.',
      'Titik kosong juga: kebijakan yang mulai terlalu akhir, atau simulasi yang terlalu pendek, sehingga belum ada graduasi yang terhitung bertahan.',
    ),
    undecided: say(
      'Which policy is worth its cost cannot be told: for some or all of them no graduation can count as sustained yet.',
      'Kebijakan mana yang sepadan dengan biayanya belum dapat dinilai: pada sebagian atau semuanya belum ada graduasi yang terhitung bertahan.',
    ),
    caption: say(
      'By rising cost; each is compared with the next cheaper one on the line',
      'Menurut biaya yang naik; masing-masing dibandingkan dengan yang lebih murah berikutnya pada garis',
    ),
    policy: say('Policy', 'Kebijakan'),
    costColumn: say('Cost', 'Biaya'),
    exitsColumn: say('Sustained graduations', 'Graduasi yang bertahan'),
    standing: say('Standing', 'Kedudukan'),
    moreCost: say('Costs more', 'Tambahan biaya'),
    moreExits: say('Further graduations', 'Tambahan graduasi'),
    ratio: say('Each of them costs', 'Biaya setiap tambahan'),
    over: say(
      (policy: string) => `over ${policy}`,
      (policy) => `terhadap ${policy}`,
    ),
    standings: say<Names>(
      {
        reference: 'the cheapest',
        frontier: 'on the line',
        dominated: 'dominated: no more for more',
        extended_dominated: 'dominated by a mixture',
        equal: 'the same cost and graduations',
        undecided: 'cannot be told yet',
      },
      {
        reference: 'termurah',
        frontier: 'pada garis',
        dominated: 'terdominasi: lebih mahal tanpa hasil lebih',
        extended_dominated: 'terdominasi oleh campuran',
        equal: 'biaya dan graduasi sama',
        undecided: 'belum dapat dinilai',
      },
    ),
    spoken: say(
      (policy: string, cost: string, exits: string, standing: string) =>
        `${policy} costs ${cost} for ${exits} (${standing})`,
      (policy, cost, exits, standing) => `${policy} berbiaya ${cost} untuk ${exits} (${standing})`,
    ),
  },

  decision: {
    at: say(
      (value: string) => `at ${value}`,
      (value) => `pada ${value}`,
    ),
    axis: say(
      (words: string) => `what a sustained graduation is worth, ${words}`,
      (words) => `nilai satu graduasi yang bertahan, ${words}`,
    ),
    acceptability: say(
      'How often each policy is the best choice',
      'Seberapa sering setiap kebijakan menjadi pilihan terbaik',
    ),
    explained: say(
      'How likely a policy has the most net benefit (what its graduations are worth, less its cost), with uncertain parameters and chance both unknown. The line at the top is not sure to be right, only most often.',
      'Seberapa mungkin suatu kebijakan memberi manfaat bersih terbesar (nilai graduasinya dikurangi biayanya), dengan parameter dan faktor kebetulan yang sama-sama tidak pasti. Garis teratas tidak pasti benar, hanya paling sering.',
    ),
    draws: say(
      (draws: number) => `Over ${english(draws)} draws of the uncertain parameters.`,
      (draws) => `Dari ${indonesian(draws)} tarikan parameter yang tidak pasti.`,
    ),
    information: say('What knowing more would be worth', 'Nilai mengetahui lebih banyak'),
    everything: say('everything', 'semuanya'),
    worth: say(
      'Perfect information: what could be gained at most by choosing after every uncertain parameter, or one of them, was known.',
      'Informasi sempurna: keuntungan terbesar bila pilihan dibuat setelah setiap parameter yang tidak pasti, atau salah satunya, diketahui.',
    ),
    limit: say('by chance', 'kebetulan'),
    limitExplained: say(
      'Below \u201cby chance\u201d a parameter that does nothing would seem to be worth as much.',
      'Di bawah \u201ckebetulan\u201d, parameter yang tidak berpengaruh pun akan tampak bernilai sebesar itu.',
    ),
    tooFew: say('Single parameters need 20 draws.', 'Untuk parameter tunggal diperlukan 20 tarikan.'),
    paths: say(
      (paths: string) => `Parameters: ${paths}.`,
      (paths) => `Parameter: ${paths}.`,
    ),
  },
};
