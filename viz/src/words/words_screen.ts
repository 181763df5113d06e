// Rows of the table of words that belong to the first screen, its layers, and what a reader takes home.
import { say } from './say';

type Names = { [key: string]: string };

const english = (count: number) => count.toLocaleString('en-GB');
const indonesian = (count: number) => count.toLocaleString('id-ID');

export const layers = {
  answer: say('Answer', 'Jawaban'),
  details: say('Details', 'Rincian'),
  method: say('Method', 'Metode'),
  detailsNote: say('Each heading opens its figures.', 'Setiap judul membuka gambarnya.'),
  openAll: say('Open all', 'Buka semua'),
  closeAll: say('Close all', 'Tutup semua'),
  brought: say('What each policy brings', 'Hasil setiap kebijakan'),
};

export const actions = {
  link: say('Copy link', 'Salin tautan'),
  copied: say('The link is copied.', 'Tautan telah disalin.'),
  inAddress: say('The link is in the address bar.', 'Tautan ada di bilah alamat.'),
};

/** One sentence of at most 35 words; parts without a number are told in words. */
export const headline = {
  whole: say(
    (policy: string, able: string, left: string, month: string, quality: string) =>
      `With \u201c${policy}\u201d, ${able} and ${left} by ${month}${quality ? `; ${quality}` : ''}.`,
    (policy, able, left, month, quality) =>
      `Dengan \u201c${policy}\u201d, ${able} dan ${left} sampai ${month}${quality ? `; ${quality}` : ''}.`,
  ),
  able: {
    more: say(
      (count: string) => `${count} more families become able`,
      (count) => `${count} keluarga lebih banyak menjadi mampu`,
    ),
    fewer: say(
      (count: string) => `${count} fewer families become able`,
      (count) => `${count} keluarga lebih sedikit menjadi mampu`,
    ),
    unclear: say('no clear change in families that become able', 'keluarga yang menjadi mampu tidak jelas berubah'),
    equal: say('as many families become able', 'keluarga yang menjadi mampu sama banyaknya'),
  },
  left: {
    more: say(
      (count: string) => `${count} more leave PKH self-reliantly`,
      (count) => `${count} lebih banyak graduasi sejahtera mandiri`,
    ),
    fewer: say(
      (count: string) => `${count} fewer leave PKH self-reliantly`,
      (count) => `${count} lebih sedikit graduasi sejahtera mandiri`,
    ),
    unclear: say('no clear change in self-reliant exits', 'graduasi sejahtera mandiri tidak jelas berubah'),
    equal: say('as many leave PKH self-reliantly', 'graduasi sejahtera mandiri sama banyaknya'),
  },
  neither: say(
    (policy: string, month: string) =>
      `With \u201c${policy}\u201d, neither families that become able nor self-reliant exits change clearly by ${month}.`,
    (policy, month) =>
      `Dengan \u201c${policy}\u201d, baik keluarga yang menjadi mampu maupun graduasi sejahtera mandiri tidak jelas berubah sampai ${month}.`,
  ),
  atMost: say(
    (count: string) => `at most ${count} of these come too early`,
    (count) => `paling banyak ${count} di antaranya terlalu dini`,
  ),
  unknown: say('how many of these come too early is not clear', 'berapa yang terlalu dini tidak jelas'),
  share: say(
    (share: string) => `${share} of these further exits come too early`,
    (share) => `${share} dari tambahan graduasi itu terlalu dini`,
  ),
  spared: say(
    (share: string) => `${share} of the exits avoided would have come too early`,
    (share) => `${share} dari graduasi yang berkurang itu terlalu dini`,
  ),
  early: say(
    (change: string) => `exits that come too early change by ${change}`,
    (change) => `graduasi yang terlalu dini berubah ${change}`,
  ),
  alone: say(
    (policy: string, left: string, early: string, able: string, month: string) =>
      `Under \u201c${policy}\u201d, ${left} families leave PKH self-reliantly by ${month}${early ? `, ${early} of them too early` : ''}${able ? `; ${able} become able` : ''}.`,
    (policy, left, early, able, month) =>
      `Dengan \u201c${policy}\u201d, ${left} keluarga graduasi sejahtera mandiri sampai ${month}${early ? `, ${early} di antaranya terlalu dini` : ''}${able ? `; ${able} menjadi mampu` : ''}.`,
  ),
  swept: say(
    (policy: string, lever: string, from: string, to: string, first: string, last: string, month: string) =>
      `As ${lever} goes from ${from} to ${to}, self-reliant exits under \u201c${policy}\u201d go from ${first} to ${last} by ${month}`,
    (policy, lever, from, to, first, last, month) =>
      `Bila ${lever} berubah dari ${from} menjadi ${to}, graduasi sejahtera mandiri dengan \u201c${policy}\u201d berubah dari ${first} menjadi ${last} sampai ${month}`,
  ),
  sweptEarly: say(
    (first: string, last: string) => `; too early are ${first} and ${last}`,
    (first, last) => `; yang terlalu dini ${first} dan ${last}`,
  ),
  attributed: say(
    (whole: string, measure: string, policy: string, parts: string) =>
      `Of ${whole} ${measure} under \u201c${policy}\u201d, in this model ${parts}.`,
    (whole, measure, policy, parts) =>
      `Dari ${whole} ${measure} dengan \u201c${policy}\u201d, dalam model ini ${parts}.`,
  ),
  further: say(
    (count: string) => `${count} further`,
    (count) => `${count} tambahan`,
  ),
  fromGroup: say(
    (count: string, group: string) => `${count} come from ${group}`,
    (count, group) => `${count} berasal dari ${group}`,
  ),
  lostTo: say(
    (count: string, group: string) => `${count} are lost to ${group}`,
    (count, group) => `${count} hilang karena ${group}`,
  ),
  best: say(
    (levers: string, limit: string, gain: string) => `Best within ${limit} is ${levers}: ${gain}.`,
    (levers, limit, gain) => `Yang terbaik dengan ${limit} adalah ${levers}: ${gain}.`,
  ),
};

export const tiles = {
  heading: say('In four figures', 'Dalam empat angka'),
  policy: say('Answer for', 'Jawaban untuk'),
  against: say(
    (policy: string, baseline: string, month: string) =>
      `What \u201c${policy}\u201d changes against \u201c${baseline}\u201d by the end of ${month}`,
    (policy, baseline, month) =>
      `Yang diubah \u201c${policy}\u201d dibandingkan \u201c${baseline}\u201d sampai akhir ${month}`,
  ),
  alone: say(
    (policy: string, month: string) => `Under \u201c${policy}\u201d by the end of ${month}`,
    (policy, month) => `Dengan \u201c${policy}\u201d sampai akhir ${month}`,
  ),
  able: say('Became able to do without PKH', 'Menjadi mampu tanpa PKH'),
  left: say('Left PKH self-reliantly', 'Graduasi sejahtera mandiri'),
  ofThese: say('Of these', 'Di antaranya'),
  lasting: say('lasting two years', 'bertahan dua tahun'),
  premature: say('too early', 'terlalu dini'),
  tooEarly: say('too soon to tell', 'belum dapat diketahui'),
  cost: say('Cost to the programme', 'Biaya program'),
  discounted: say('discounted', 'didiskonto'),
  each: say(
    (cost: string) => `${cost} for each family more that is able`,
    (cost) => `${cost} untuk setiap tambahan keluarga mampu`,
  ),
  atBaseline: say(
    (baseline: string, value: string) => `\u201c${baseline}\u201d: ${value}`,
    (baseline, value) => `\u201c${baseline}\u201d: ${value}`,
  ),
  unclear: say('no clear difference', 'tidak jelas berbeda'),
};

export const sure = {
  heading: say('How sure?', 'Seberapa yakin?'),
  chance: say(
    (replicates: number) =>
      `Ranges are 95\u00a0% intervals over ${english(replicates)} replicates and measure chance only; parameters held fixed: the true uncertainty is larger.`,
    (replicates) =>
      `Rentang adalah selang 95% dari ${indonesian(replicates)} ulangan dan hanya mengukur faktor kebetulan; parameter dianggap tetap: ketidakpastian sebenarnya lebih besar.`,
  ),
  askForDraws: say('A run with --draws 100 shows it.', 'Simulasi dengan --draws 100 menunjukkannya.'),
  parameters: say(
    (draws: number) =>
      `Ranges are 95\u00a0% intervals for a world drawn from what is believed of uncertain parameters (${english(draws)} draws); they hold chance too.`,
    (draws) =>
      `Rentang adalah selang 95% untuk satu dunia yang ditarik dari keyakinan tentang parameter yang tidak pasti (${indonesian(draws)} tarikan); faktor kebetulan termasuk.`,
  ),
  fewDraws: say(
    'With fewer than 39 draws they are narrower than they should be.',
    'Dengan kurang dari 39 tarikan, rentangnya lebih sempit daripada seharusnya.',
  ),
  none: say(
    'One simulation gives no ranges: differences may be chance.',
    'Satu simulasi tidak memberi rentang: selisih mungkin hanya kebetulan.',
  ),
  cannot: say('What these figures cannot say', 'Yang tidak dapat dikatakan angka ini'),
  influences: say('What moves the answer most', 'Yang paling menggeser jawaban'),
};

export const why = {
  heading: say('Why?', 'Mengapa?'),
  between: say(
    (changes: string) => `Between policy and answer: ${changes}.`,
    (changes) => `Antara kebijakan dan jawaban: ${changes}.`,
  ),
  change: say(
    (measure: string, from: string, to: string, unit: string) =>
      `${measure} from ${from} to ${to}${unit ? ` (${unit})` : ''}`,
    (measure, from, to, unit) => `${measure} dari ${from} menjadi ${to}${unit ? ` (${unit})` : ''}`,
  ),
};

export const tabs = {
  label: say('Show as', 'Tampilkan sebagai'),
  names: say<Names>({ chart: 'Chart', map: 'Map', table: 'Table' }, { chart: 'Grafik', map: 'Peta', table: 'Tabel' }),
  month: say('At the end of', 'Pada akhir'),
  table: say(
    (month: string) => `Policies at the end of ${month}`,
    (month) => `Kebijakan pada akhir ${month}`,
  ),
};

export const map = {
  title: say(
    (measure: string, month: string, policy: string) => `${measure}, end of ${month}, \u201c${policy}\u201d`,
    (measure, month, policy) => `${measure}, akhir ${month}, \u201c${policy}\u201d`,
  ),
  spoken: say(
    (title: string, most: string, least: string) => `${title}. Most: ${most}; least: ${least}.`,
    (title, most, least) => `${title}. Tertinggi: ${most}; terendah: ${least}.`,
  ),
  explained: say(
    'One square for each province, all of one size, about where it lies.',
    'Satu kotak untuk setiap provinsi, semuanya sama besar, kira-kira di letaknya.',
  ),
  marked: say(
    (baseline: string) => `Dashed: no clear difference from \u201c${baseline}\u201d.`,
    (baseline) => `Bergaris putus: tidak jelas berbeda dari \u201c${baseline}\u201d.`,
  ),
  province: say('Province', 'Provinsi'),
  noAreas: say(
    'This run has no figures by area. With output: {strata: [area]} in the scenario it has.',
    'Simulasi ini tidak memuat angka menurut wilayah. Dengan output: {strata: [area]} dalam skenario, angka itu ada.',
  ),
  otherAreas: say(
    'The areas of this run are not the 38 provinces, so there is no map of them. Their figures are under Groups of families.',
    'Wilayah dalam simulasi ini bukan 38 provinsi, sehingga tidak ada petanya. Angkanya ada di bagian Kelompok keluarga.',
  ),
};
