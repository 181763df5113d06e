// Rows of the table of words that belong to attributions and optima.
import { say } from './say';

type Names = { [key: string]: string };

export const attribution = {
  heading: say('What the result rests on in this model', 'Sandaran hasil dalam model ini'),
  of: say('Result', 'Hasil'),
  less: say(
    (policy: string, baseline: string) => `${policy} less ${baseline}`,
    (policy, baseline) => `${policy} dikurangi ${baseline}`,
  ),
  title: say(
    (measure: string, period: string, answer: string) =>
      `${measure} at the ${period}, ${answer}: what each group contributes`,
    (measure, period, answer) => `${measure} pada ${period}, ${answer}: sumbangan setiap kelompok`,
  ),
  whole: say(
    (measure: string, period: string, answer: string, everything: string, nothing: string) =>
      `${measure} at the ${period}, ${answer}: in this model ${everything} with everything on, ${nothing} with all groups off.`,
    (measure, period, answer, everything, nothing) =>
      `${measure} pada ${period}, ${answer}: dalam model ini ${everything} bila semuanya bekerja, ${nothing} bila semua kelompok dimatikan.`,
  ),
  most: say(
    (group: string, value: string) => `The group that weighs most is \u201c${group}\u201d: ${value}.`,
    (group, value) => `Kelompok yang paling berpengaruh adalah \u201c${group}\u201d: ${value}.`,
  ),
  contributes: say('contributes', 'sumbangan'),
  alone: say('alone: only this group on', 'sendiri: hanya kelompok ini bekerja'),
  last: say('last: what is lost when only it is off', 'terakhir: yang hilang bila hanya ia dimatikan'),
  aloneColumn: say('alone', 'sendiri'),
  lastColumn: say('last', 'terakhir'),
  group: say('Group', 'Kelompok'),
  switches: say('Switches', 'Sakelar'),
  inside: say('What each group holds', 'Isi setiap kelompok'),
  shapley: say(
    'The Shapley value in this model: what a group adds when groups are switched on one after the other, averaged over all orders. The bars sum to everything on less all off. It is no share of any real cause.',
    'Nilai Shapley dalam model ini: tambahan dari suatu kelompok bila kelompok-kelompok dinyalakan satu per satu, dirata-ratakan atas semua urutan. Jumlah batang sama dengan selisih antara semuanya bekerja dan semua dimatikan. Ini bukan bagian dari sebab yang nyata.',
  ),
  explained: say(
    'Alone and last far apart: the group works through others.',
    'Sendiri dan terakhir berjauhan: kelompok itu bekerja melalui yang lain.',
  ),
  moved: say(
    '* Without it the families of the first day are others, so its value holds more luck.',
    '* Tanpanya keluarga pada hari pertama berbeda, sehingga nilainya lebih dipengaruhi kebetulan.',
  ),
  kept: say(
    (paths: string) => `In no group, left as the scenario has them: ${paths}.`,
    (paths) => `Tidak masuk kelompok, dibiarkan seperti dalam skenario: ${paths}.`,
  ),
  groups: say<Names>(
    {},
    {
      'shocks and setbacks': 'guncangan dan kemunduran',
      'life cycle': 'siklus hidup',
      'workload and turnover': 'beban kerja dan pergantian pendamping',
      schedules: 'jadwal',
      'mentoring, confidence, peers': 'pendampingan, kepercayaan diri, sesama peserta',
      'skills and opportunities': 'keterampilan dan peluang',
      'records and time limit': 'data dan batas waktu',
      'assessment and targets': 'penilaian dan target',
      'cards and levies': 'kartu dan pungutan',
      'benefit and saving': 'bantuan dan tabungan',
    },
  ),
};

export const optimum = {
  heading: say('The best levers in this model', 'Pengaturan terbaik dalam model ini'),
  inModel: say('In this model.', 'Dalam model ini.'),
  atMost: say(
    (measure: string, limit: string) => `${measure} at most ${limit}`,
    (measure, limit) => `${measure} paling banyak ${limit}`,
  ),
  atLeast: say(
    (measure: string, limit: string) => `${measure} at least ${limit}`,
    (measure, limit) => `${measure} paling sedikit ${limit}`,
  ),
  most: say(
    (measure: string, period: string, limit: string, value: string, levers: string) =>
      `In this model, with ${limit}: ${measure} at the ${period} is highest at ${levers}, ${value}.`,
    (measure, period, limit, value, levers) =>
      `Dalam model ini, dengan ${limit}: ${measure} pada ${period} tertinggi pada ${levers}, yaitu ${value}.`,
  ),
  least: say(
    (measure: string, period: string, limit: string, value: string, levers: string) =>
      `In this model, with ${limit}: ${measure} at the ${period} is lowest at ${levers}, ${value}.`,
    (measure, period, limit, value, levers) =>
      `Dalam model ini, dengan ${limit}: ${measure} pada ${period} terendah pada ${levers}, yaitu ${value}.`,
  ),
  baseline: say(
    (value: string) => `The baseline has ${value}.`,
    (value) => `Pembandingnya ${value}.`,
  ),
  fresh: say(
    (value: string) =>
      `The best of many tries is lucky too; with an independent seed the same levers give ${value}, the figure to quote.`,
    (value) =>
      `Yang terbaik dari banyak percobaan juga beruntung; dengan faktor kebetulan lain pengaturan yang sama memberi ${value}, angka yang sebaiknya dikutip.`,
  ),
  none: say(
    (limit: string) =>
      `In this model none of the values tried keeps ${limit}: widen the ranges of the levers or change the limit.`,
    (limit) =>
      `Dalam model ini tidak ada nilai yang dicoba yang memenuhi ${limit}: perlebar rentang pengaturan atau ubah batasnya.`,
  ),
  allTheSame: say(
    (measure: string) =>
      `In this model ${measure} is the same at every value of the levers that was tried: there is no optimum.`,
    (measure) => `Dalam model ini ${measure} sama pada semua nilai pengaturan yang dicoba: tidak ada yang optimum.`,
  ),
  noTarget: say(
    (limit: string) => `In this model every value of the levers brings ${limit}: there is no optimum.`,
    (limit) => `Dalam model ini setiap nilai pengaturan menghasilkan ${limit}: tidak ada yang optimum.`,
  ),
  frontierOfBudget: say(
    (aim: string, limited: string) => `${aim} that ${limited} can bring`,
    (aim, limited) => `${aim} yang dapat dicapai dengan ${limited}`,
  ),
  frontierOfTarget: say(
    (aim: string, limited: string) => `${aim} for a target of ${limited}`,
    (aim, limited) => `${aim} untuk target ${limited}`,
  ),
  times: say(
    (multiple: string) => `${multiple}\u00d7`,
    (multiple) => `${multiple} kali`,
  ),
  otherLuck: say('with an independent seed', 'dengan kebetulan lain'),
  large: say(
    'Each dot is the best found under that limit; the large one is the limit that was asked for.',
    'Setiap titik adalah yang terbaik dalam batas itu; titik besar adalah batas yang diminta.',
  ),
  hollow: say(
    'Hollow: the same levers with an independent seed.',
    'Titik kosong: pengaturan yang sama dengan faktor kebetulan lain.',
  ),
  missed: say(
    (limits: string) => `Not within the ranges of the levers: ${limits}.`,
    (limits) => `Tidak terjangkau dalam rentang pengaturan: ${limits}.`,
  ),
  moreThanBaseline: say('More than the baseline', 'Lebih dari pembanding'),
  flat: say('How far the levers may move', 'Sejauh mana pengaturan boleh bergeser'),
  flatExplained: say(
    'Within the flat range, shaded, the result changes by less than 1\u00a0% or is not distinguishable from the optimum; the others stay at theirs.',
    'Dalam rentang datar, yang diarsir, hasil berubah kurang dari 1% atau tidak dapat dibedakan dari yang optimum; pengaturan lain tetap pada nilainya.',
  ),
  lever: say('Lever', 'Pengaturan'),
  range: say('Looked for', 'Dicari'),
  where: say('Where', 'Letak'),
  optimum: say('Optimum', 'Optimum'),
  flatColumn: say('Flat range', 'Rentang datar'),
  remark: say('Remark', 'Catatan'),
  atEnd: say(
    'At the end of its range: beyond it something may be better.',
    'Di ujung rentangnya: di luarnya mungkin ada yang lebih baik.',
  ),
  free: say('Hardly matters.', 'Hampir tidak berpengaruh.'),
  triedTitle: say(
    (aim: string, lever: string) => `${aim} at all values of ${lever} that were tried`,
    (aim, lever) => `${aim} pada semua nilai ${lever} yang dicoba`,
  ),
  notAllowed: say('Hollow: not within the limit.', 'Titik kosong: melanggar batas.'),
};
