// Rows of the table of words that belong to the first lines: what each policy brings, and for whom.
import { say } from './say';

/** "12 (10 to 14)" with words between, or without a bracket where there is no interval. */
const behind = (interval: string) => (interval ? ` (${interval})` : '');
/** "12; 10 to 14", for a bracket that holds both. */
const both = (count: string, interval: string) => (interval ? `${count}; ${interval}` : count);

export const brought = {
  baseline: say(
    (policy: string, able: string, left: string, month: string) =>
      `Under \u201c${policy}\u201d, ${able} families become able by the end of ${month}, and ${left} graduate self-reliantly.`,
    (policy, able, left, month) =>
      `Dengan \u201c${policy}\u201d, ${able} keluarga menjadi mampu sampai akhir ${month}, dan ${left} graduasi sejahtera mandiri.`,
  ),
  early: say(
    (share: string) => `Of these graduations ${share} are premature.`,
    (share) => `Dari graduasi itu, ${share} terlalu dini.`,
  ),
  against: say(
    (baseline: string) => `What changes against \u201c${baseline}\u201d:`,
    (baseline) => `Yang berubah dibandingkan \u201c${baseline}\u201d:`,
  ),
  policy: say(
    (name: string) => `\u201c${name}\u201d`,
    (name) => `\u201c${name}\u201d`,
  ),

  // Each by what can be told of the difference; the interval stands behind the words.
  able: {
    more: say(
      (count: string, interval: string) => `${count} more families become able${behind(interval)}`,
      (count, interval) => `${count} keluarga lebih banyak menjadi mampu${behind(interval)}`,
    ),
    fewer: say(
      (count: string, interval: string) => `${count} fewer families become able${behind(interval)}`,
      (count, interval) => `${count} keluarga lebih sedikit menjadi mampu${behind(interval)}`,
    ),
    unclear: say(
      (count: string, interval: string) =>
        `the families that become able are not distinguishable in number (${both(count, interval)})`,
      (count, interval) => `jumlah keluarga yang menjadi mampu tidak dapat dibedakan (${both(count, interval)})`,
    ),
    equal: say('as many families become able', 'keluarga yang menjadi mampu sama banyaknya'),
  },
  left: {
    more: say(
      (count: string, interval: string) => `${count} more graduate self-reliantly${behind(interval)}`,
      (count, interval) => `${count} lebih banyak yang graduasi sejahtera mandiri${behind(interval)}`,
    ),
    fewer: say(
      (count: string, interval: string) => `${count} fewer graduate self-reliantly${behind(interval)}`,
      (count, interval) => `${count} lebih sedikit yang graduasi sejahtera mandiri${behind(interval)}`,
    ),
    unclear: say(
      (count: string, interval: string) =>
        `self-reliant graduations are not distinguishable (${both(count, interval)})`,
      (count, interval) => `graduasi sejahtera mandiri tidak dapat dibedakan (${both(count, interval)})`,
    ),
    equal: say('as many graduate self-reliantly', 'yang graduasi sejahtera mandiri sama banyaknya'),
  },
  lasting: {
    more: say(
      (count: string, interval: string) => `${count} more have lasted two years so far${behind(interval)}`,
      (count, interval) => `${count} lebih banyak yang sejauh ini bertahan dua tahun${behind(interval)}`,
    ),
    fewer: say(
      (count: string, interval: string) => `${count} fewer have lasted two years so far${behind(interval)}`,
      (count, interval) => `${count} lebih sedikit yang sejauh ini bertahan dua tahun${behind(interval)}`,
    ),
    unclear: say(
      (count: string, interval: string) =>
        `graduations that last two years are not distinguishable (${both(count, interval)})`,
      (count, interval) => `graduasi yang bertahan dua tahun tidak dapat dibedakan (${both(count, interval)})`,
    ),
    equal: say('as many have lasted two years', 'yang bertahan dua tahun sama banyaknya'),
  },
  tooEarly: say(
    'it is too early to tell how many of them last',
    'masih terlalu awal untuk mengetahui berapa yang bertahan',
  ),
  premature: {
    share: say(
      (share: string, interval: string) => `${share} of the further graduations are premature${behind(interval)}`,
      (share, interval) => `${share} dari tambahan graduasi itu terlalu dini${behind(interval)}`,
    ),
    spared: say(
      (share: string, interval: string) =>
        `${share} of the graduations that are fewer would have been premature${behind(interval)}`,
      (share, interval) =>
        `${share} dari graduasi yang berkurang itu seandainya terjadi terlalu dini${behind(interval)}`,
    ),
    fall: say(
      (count: string, interval: string) =>
        `none of the further graduations are premature, since premature ones change by ${both(count, interval)}`,
      (count, interval) =>
        `tidak ada tambahan graduasi yang terlalu dini, karena yang terlalu dini berubah ${both(count, interval)}`,
    ),
    rise: say(
      (count: string, interval: string) =>
        `though graduations are fewer, premature ones change by ${both(count, interval)}`,
      (count, interval) => `meskipun graduasi berkurang, yang terlalu dini berubah ${both(count, interval)}`,
    ),
    beyond: say(
      (count: string, interval: string) =>
        `premature graduations change by more than all graduations do (${both(count, interval)})`,
      (count, interval) =>
        `graduasi terlalu dini berubah lebih besar daripada seluruh graduasi (${both(count, interval)})`,
    ),
    untold: say(
      (count: string, interval: string) =>
        `how many of these are premature is not clear (premature: ${both(count, interval)})`,
      (count, interval) => `berapa yang terlalu dini tidak jelas (terlalu dini: ${both(count, interval)})`,
    ),
    exitsUnclear: say(
      (count: string, interval: string) =>
        `no share of them can be called premature, since graduations are not distinguishable (premature: ${both(count, interval)})`,
      (count, interval) =>
        `tidak ada bagian yang dapat disebut terlalu dini, karena graduasi tidak dapat dibedakan (terlalu dini: ${both(count, interval)})`,
    ),
  },
  notClear: say(
    (change: string) => `${change} (not clear)`,
    (change) => `${change} (tidak jelas)`,
  ),
  warning: say(
    'Most of the further graduations are premature: such families leave before they are able.',
    'Sebagian besar tambahan graduasi terlalu dini: keluarga itu keluar sebelum mampu.',
  ),
  who: say(
    (start: string, since: string, never: string) =>
      `By who leaves: ${start} families that were able from the start, ${since} that became able since, ${never} that never were.`,
    (start, since, never) =>
      `Menurut siapa yang keluar: ${start} keluarga yang sudah mampu sejak awal, ${since} yang kemudian menjadi mampu, ${never} yang tidak pernah mampu.`,
  ),
  taken: {
    more: say(
      (count: string, interval: string) => `${count} more are taken off by a rule${behind(interval)}`,
      (count, interval) => `${count} lebih banyak yang dikeluarkan oleh aturan${behind(interval)}`,
    ),
    fewer: say(
      (count: string, interval: string) => `${count} fewer are taken off by a rule${behind(interval)}`,
      (count, interval) => `${count} lebih sedikit yang dikeluarkan oleh aturan${behind(interval)}`,
    ),
    unclear: say(
      (count: string, interval: string) =>
        `families that a rule takes off are not distinguishable in number (${both(count, interval)})`,
      (count, interval) =>
        `jumlah keluarga yang dikeluarkan oleh aturan tidak dapat dibedakan (${both(count, interval)})`,
    ),
    equal: say('', ''),
  },
  takenNotAble: say(
    (share: string, interval: string) => `${share} of them are not able to leave${behind(interval)}`,
    (share, interval) => `${share} di antaranya belum mampu${behind(interval)}`,
  ),
  warningTaken: say(
    'Most of the further families that a rule takes off are not able to leave.',
    'Sebagian besar tambahan keluarga yang dikeluarkan oleh aturan belum mampu.',
  ),
  target: say(
    (asked: string, counted: string, share: string, reached: string, years: string) =>
      `Its target asks for ${asked} exits a year; ${counted} count, ${share} of it, and it is reached in ${reached} of ${years} years.`,
    (asked, counted, share, reached, years) =>
      `Targetnya ${asked} graduasi per tahun; yang terhitung ${counted}, yaitu ${share}, dan target tercapai pada ${reached} dari ${years} tahun.`,
  ),
  benefits: say(
    (first: string, entered: string, returned: string) =>
      `Of the difference, benefits of families of the first day are ${first}, of families let in since ${entered}, of families that are back ${returned}.`,
    (first, entered, returned) =>
      `Dari selisih itu, bantuan bagi keluarga hari pertama ${first}, bagi keluarga yang masuk sejak itu ${entered}, bagi keluarga yang kembali ${returned}.`,
  ),
  cost: {
    more: say(
      (count: string, interval: string) => `The programme pays ${count} more${behind(interval)}`,
      (count, interval) => `Program membayar ${count} lebih banyak${behind(interval)}`,
    ),
    fewer: say(
      (count: string, interval: string) => `The programme pays ${count} less${behind(interval)}`,
      (count, interval) => `Program membayar ${count} lebih sedikit${behind(interval)}`,
    ),
    unclear: say(
      (count: string, interval: string) => `What the programme pays is not distinguishable (${both(count, interval)})`,
      (count, interval) => `Yang dibayar program tidak dapat dibedakan (${both(count, interval)})`,
    ),
    equal: say('The programme pays as much', 'Program membayar sama banyaknya'),
  },
  perAble: say(
    (count: string, interval: string) => `${count} for each family more that becomes able${behind(interval)}`,
    (count, interval) => `${count} untuk setiap tambahan keluarga yang menjadi mampu${behind(interval)}`,
  ),
  perLasting: say(
    (count: string, interval: string) => `${count} for each further graduation that lasts${behind(interval)}`,
    (count, interval) => `${count} untuk setiap tambahan graduasi yang bertahan${behind(interval)}`,
  ),
  source: say(
    'A family that comes back and leaves again counts twice. Money is discounted, and so are the families that costs are divided by. From answer.csv.',
    'Keluarga yang kembali lalu keluar lagi dihitung dua kali. Uang didiskonto, begitu pula keluarga yang menjadi pembagi biaya. Dari answer.csv.',
  ),
};

export const forWhom = {
  heading: say('For whom', 'Untuk siapa'),
  caption: say(
    (baseline: string) =>
      `More than under \u201c${baseline}\u201d, by what families were on the first day; below each number its interval`,
    (baseline) =>
      `Lebih dari \u201c${baseline}\u201d, menurut keadaan keluarga pada hari pertama; di bawah setiap angka selangnya`,
  ),
  below: say('Below each number its interval', 'Di bawah setiap angka selangnya'),
  group: say('Group', 'Kelompok'),
  able: say('Became able', 'Menjadi mampu'),
  left: say('Graduated self-reliantly', 'Graduasi sejahtera mandiri'),
  lasting: say('Lasting two years so far', 'Sejauh ini bertahan dua tahun'),
  premature: say('Of the further ones premature', 'Tambahan yang terlalu dini'),
  cost: say('Programme cost', 'Biaya program'),
  member: say(
    (split: string, group: string) => `${split}: ${group.toLowerCase()}`,
    (split, group) => `${split}: ${group.toLowerCase()}`,
  ),
  note: say(
    'A share of premature graduations is given where graduations are distinguishable and premature ones go the same way; where graduations are fewer, it is a share of those that do not happen.',
    'Bagian yang terlalu dini diberikan bila graduasi dapat dibedakan dan yang terlalu dini berubah searah; bila graduasi berkurang, itu adalah bagian dari graduasi yang tidak terjadi.',
  ),
};
