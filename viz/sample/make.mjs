// A payload of INVENTED figures, for work on the page only. Nothing here comes from the model.
import { sampleSplits } from './splits.mjs';

const months = 120;
const policies = [
  // pace: families that graduate a month; load: share of meetings cancelled in the end; all made up.
  { name: 'today', pace: 10_400, load: 0.21, facilitators: 42_190, visits: 0.62, confidence: 0.52 },
  { name: '1 to 100', pace: 15_900, load: 0.08, facilitators: 100_000, visits: 1.31, confidence: 0.63 },
  { name: '1 to 150', pace: 12_900, load: 0.13, facilitators: 66_670, visits: 0.94, confidence: 0.58 },
  {
    name: '1 to 240, evening meetings',
    pace: 10_550,
    load: 0.22,
    facilitators: 41_670,
    visits: 0.6,
    confidence: 0.525,
  },
  { name: '1 to 400', pace: 6_700, load: 0.37, facilitators: 25_000, visits: 0.33, confidence: 0.44 },
];

// A small generator with a fixed start, so that making the sample twice gives equal bytes.
let state = 20260101;
function uniform() {
  state = (state + 0x6d2b79f5) >>> 0;
  let mixed = Math.imul(state ^ (state >>> 15), state | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
}
const wobble = () => uniform() + uniform() + uniform() - 1.5;
const digits = (value, count = 5) => Number(value.toPrecision(count));
const towards = (from, to, month, speed) => to + (from - to) * Math.exp(-month / speed);

/** name, labels, unit, definition, better, value of a month, half-width as a share of the value, monthly or yearly. */
const measures = [
  [
    'cumulative_self_reliant',
    'Self-reliant graduations so far',
    'Graduasi mandiri sejauh ini',
    'families',
    'families that have left self-reliantly since the start',
    'higher',
    (p, m) => p.pace * m * (0.75 + 0.25 * Math.min(1, m / 60)),
    0.035,
    1,
  ],
  [
    'self_reliant_this_month',
    'Self-reliant graduations this month',
    'Graduasi mandiri bulan ini',
    'families',
    'families that left self-reliantly during the month',
    'higher',
    (p, m) => (m === 0 ? null : p.pace * (0.75 + 0.5 * Math.min(1, m / 60))),
    0.09,
    1,
  ],
  [
    'became_able',
    'Became able so far',
    'Menjadi mampu sejauh ini',
    'families',
    'families not able at the start that have since been able while on the programme',
    'higher',
    (p, m) => p.pace * m * (0.4 - p.load / 2),
    0.05,
    1,
  ],
  [
    'cumulative_natural_exit',
    'Natural exits so far',
    'Graduasi alamiah sejauh ini',
    'families',
    'families that have left because no member fulfils a condition any more',
    '',
    (p, m) => 38_000 * m * (1 - p.pace / 90_000),
    0.012,
    1,
  ],
  [
    'incidence_self_reliant',
    'Chance of self-reliant graduation',
    'Peluang graduasi mandiri',
    'share',
    'Aalen-Johansen share of the families enrolled at the start that have left self-reliantly',
    'higher',
    (p, m) => 0.02 + (p.pace * m) / 9_600_000,
    0.04,
    12,
  ],
  [
    'sessions_cancelled_share',
    'Meetings cancelled',
    'Pertemuan dibatalkan',
    'share',
    'share of planned group meetings that did not take place',
    'lower',
    (p, m) => towards(0.21, p.load, m, 14) + 0.012 * Math.sin(m / 1.9),
    0.05,
    1,
  ],
  [
    'workload',
    'Workload',
    'Beban kerja',
    'share of working hours',
    'hours that the caseload asks for, over the hours a facilitator has',
    'lower',
    (p, m) => towards(1.18, 0.7 + 2.2 * p.load, m, 10),
    0.01,
    12,
  ],
  [
    'visits_per_household',
    'Visits per family',
    'Kunjungan per keluarga',
    'visits a month',
    'home visits and individual talks that a family got in the month',
    'higher',
    (p, m) => towards(0.62, p.visits, m, 12),
    0.03,
    1,
  ],
  [
    'contact_hours_per_household',
    'Hours with a facilitator',
    'Jam pendampingan',
    'hours a month',
    'hours that a family spent with its facilitator in the month',
    'higher',
    (p, m) => towards(1.1, 0.6 + p.visits, m, 12),
    0.03,
    12,
  ],
  [
    'self_confidence',
    'Self-confidence',
    'Kepercayaan diri',
    'index 0 to 1',
    'mean belief of families that they can do without the benefit',
    'higher',
    (p, m) => towards(0.52, p.confidence, m, 30),
    0.008,
    1,
  ],
  [
    'skills',
    'Skills',
    'Keterampilan',
    'index 0 to 1',
    'mean of what families have learned in the sessions',
    'higher',
    (p, m) => towards(0.31, p.confidence - 0.15, m, 40),
    0.008,
    12,
  ],
  [
    'attendance',
    'Attendance',
    'Kehadiran',
    'share',
    'share of held meetings that a family attended',
    'higher',
    (p, m) => towards(0.78, 0.9 - p.load / 2, m, 20),
    0.006,
    12,
  ],
  [
    'self_reliant_raised',
    'Left self-reliantly, nominated by the facilitator',
    'Graduasi mandiri atas usulan pendamping',
    'families',
    'families off the programme self-reliantly, raised by their facilitator',
    'higher',
    (p, m) => p.pace * m * 0.7,
    0.03,
    1,
  ],
  [
    'self_reliant_own_request',
    'Left self-reliantly, at their own request',
    'Graduasi mandiri atas permintaan sendiri',
    'families',
    'families off the programme self-reliantly, at their own request',
    'higher',
    (p, m) => p.pace * m * 0.2,
    0.05,
    1,
  ],
  [
    'natural_exit',
    'Left by natural exit',
    'Graduasi alamiah',
    'families',
    'families off the programme by natural exit',
    '',
    (p, m) => 35_000 * m,
    0.01,
    1,
  ],
  // Missing in some months, and never happening: neither may be drawn as a zero.
  [
    'assessed_out',
    'Assessed out',
    'Keluar karena hasil penilaian',
    'families',
    'families off the programme by assessment',
    '',
    (p, m) => (m > 40 && m < 50 ? null : 9_000 * Math.max(0, m - 24)),
    0.02,
    1,
  ],
  [
    'time_limit',
    'Time limit',
    'Batas waktu',
    'families',
    'families off the programme by a time limit',
    '',
    () => 0,
    0,
    12,
  ],
  [
    'fatigue',
    'Fatigue',
    'Kelelahan',
    'share',
    'mean fatigue of facilitators',
    'lower',
    (p, m) => towards(0.2, p.load, m, 10),
    0.02,
    1,
  ],
  [
    'active',
    'Families in the programme',
    'Keluarga peserta',
    'families',
    'families that receive the benefit',
    '',
    (p, m) => 10_000_000 - (p.pace - 10_400) * 2 * m,
    0.0006,
    12,
  ],
  [
    'premature_exit',
    'Premature exits',
    'Keluar terlalu dini',
    'families',
    'self-reliant exits of families that were poor again within two years',
    'lower',
    (p, m) => p.pace * m * (0.1 + p.load / 2),
    0.08,
    12,
  ],
  [
    'returned',
    'Families that came back',
    'Keluarga kembali',
    'families',
    'families enrolled again after an exit',
    'lower',
    (p, m) => p.pace * m * 0.06,
    0.1,
    12,
  ],
  [
    'facilitators',
    'Facilitators',
    'Pendamping',
    'facilitators',
    'filled posts at the end of the month',
    '',
    (p, m) => towards(42_190, p.facilitators, m, 8),
    0,
    12,
  ],
  [
    'wage_bill_rupiah',
    'Wages of facilitators',
    'Anggaran honor pendamping',
    'rupiah per month',
    'full posts times the wage of a post',
    'lower',
    (p, m) => towards(42_190, p.facilitators, m, 8) * 3_600_000,
    0,
    12,
  ],
].map(([name, label_en, label_id, unit, definition, better, value, width, every]) => ({
  name,
  label_en,
  label_id,
  unit,
  definition,
  better,
  value,
  width,
  every,
}));

const curves = [];
for (const policy of policies)
  for (const { name, value, width, every } of measures) {
    const curve = { policy: policy.name, variant: 'base', measure: name, month: [], mean: [], lower: [], upper: [] };
    let drift = 0;
    for (let month = 0; month <= months; month += every) {
      drift = 0.9 * drift + 0.06 * wobble() * width;
      const mean = value(policy, month);
      const half = mean === null ? 0 : Math.abs(mean) * width * (0.9 + 0.1 * uniform());
      curve.month.push(month);
      curve.mean.push(mean === null ? null : digits(mean * (1 + drift)));
      curve.lower.push(mean === null ? null : digits(mean * (1 + drift) - half));
      curve.upper.push(mean === null ? null : digits(mean * (1 + drift) + half));
    }
    curves.push(curve);
  }

const endOf = (policy, measure) =>
  curves.find((curve) => curve.policy === policy.name && curve.measure === measure).mean.at(-1);
const table = policies.map((policy, place) => {
  const self_reliant = endOf(policy, 'cumulative_self_reliant');
  const difference = place === 0 ? null : self_reliant - endOf(policies[0], 'cumulative_self_reliant');
  const half = 46_000 + 3_000 * place;
  const clear = difference !== null && Math.abs(difference) > half;
  return {
    policy: policy.name,
    variant: 'base',
    facilitators: policy.facilitators,
    wage_bill_rupiah: 12 * endOf(policy, 'wage_bill_rupiah'),
    self_reliant,
    became_able: endOf(policy, 'became_able'),
    natural_exit: endOf(policy, 'cumulative_natural_exit'),
    premature_share: digits(0.1 + policy.load / 2, 4),
    difference,
    lower: difference === null ? null : difference - half,
    upper: difference === null ? null : difference + half,
    interval: 'chance',
    verdict: difference === null ? '' : clear ? 'distinguishable' : 'not distinguishable; about 80 replicates needed',
    judgement: difference === null ? null : clear ? 'told_apart' : 'more_replicates',
    replicates_needed: difference === null || clear ? null : 80,
  };
});

const differences = policies.slice(1).flatMap((policy) =>
  measures.map(({ name, width }) => {
    const [own, base] = [policy, policies[0]].map((each) =>
      curves.find((curve) => curve.policy === each.name && curve.measure === name),
    );
    const places = own.month.flatMap((month, i) => (month % 3 === 0 ? [i] : []));
    const mean = places.map((i) =>
      own.mean[i] === null || base.mean[i] === null ? null : digits(own.mean[i] - base.mean[i]),
    );
    const half = places.map((i) => Math.abs(own.mean[i] ?? 0) * width);
    return {
      policy: policy.name,
      variant: 'base',
      measure: name,
      month: places.map((i) => own.month[i]),
      mean,
      lower: mean.map((value, i) => (value === null ? null : digits(value - half[i]))),
      upper: mean.map((value, i) => (value === null ? null : digits(value + half[i]))),
    };
  }),
);

export const sample = {
  format: 1,
  language: 'en',
  question:
    'Sample page, invented figures: how many families can one facilitator accompany before self-reliant graduation stalls?',
  scenario: 'caseload_ratios',
  start: '2026-01',
  months,
  households: 200_000,
  programme_households: 10_000_000,
  interval: 'chance',
  replicates: 20,
  draws: 1,
  baseline: 'today',
  policies: policies.map((policy) => policy.name),
  variants: ['base'],
  measures: measures.map(({ name, label_en, label_id, unit, definition, better }) => ({
    name,
    label_en,
    label_id,
    unit,
    definition,
    better,
  })),
  caseloads: policies.map(({ name, facilitators }) => ({
    policy: name,
    variant: 'base',
    households_per_facilitator: Math.round(10_000_000 / facilitators),
  })),
  curves,
  differences,
  splits: sampleSplits(policies, months),
  table,
  rests_on: {
    changed: [
      { path: 'world.skills.learning_rate', value: 0.06, default: 0.05, unit: 'share of what is missing, per session' },
      { path: 'policies.1 to 100.caseload.households_per_facilitator', value: 100, default: 237, unit: 'families' },
      { path: 'policies.1 to 150.caseload.households_per_facilitator', value: 150, default: 237, unit: 'families' },
    ],
    assumptions: [
      {
        path: 'world.skills.learning_rate',
        value: 0.06,
        unit: 'share per session',
        meaning: 'Each attended session closes this share of what is still missing.',
        source: 'invented for this sample',
      },
      {
        path: 'world.skills.forgetting_rate',
        value: 0.01,
        unit: 'share per month',
        meaning: 'Part of what was learned fades between sessions.',
        source: 'invented for this sample',
      },
      {
        path: 'world.confidence.gain',
        value: { normal: [0.09, 0.1] },
        unit: '',
        meaning:
          'How much a visit raises the belief that one can do without the benefit; the effect found in trials of short courses was small and often not different from nothing.',
        source: 'invented for this sample',
      },
      {
        path: 'policy.schedule.evening_share',
        value: 0.25,
        unit: 'share',
        meaning: 'Meetings after working hours.',
        source: 'invented for this sample',
      },
      {
        path: 'policy.registry.cycle_months',
        value: 24,
        unit: 'months',
        meaning: 'Time between two updates of the registry.',
        source: 'invented for this sample',
      },
    ],
    swept: [],
    uncertain: ['world.confidence.gain'],
    influences: {
      policy: '1 to 100',
      middle: 432_000,
      households: 10_000,
      parameters: [
        {
          path: 'world.confidence.gain',
          unit: 'share',
          source: 'assumption, invented for this sample',
          low: 0.02,
          high: 0.2,
          answer_low: 250_000,
          answer_high: 655_000,
        },
      ],
    },
  },
  manifest: {
    program: 'graduasi',
    version: '0.0.0-sample',
    commit: '0000000',
    compiler: 'none',
    command: 'graduasi run scenarios/caseload_ratios.yaml',
    seed: 1,
    inputs: {
      'scenarios/caseload_ratios.yaml': 'sha256 of nothing: a sample',
      'data/provinces.csv': 'sha256 of nothing: a sample',
    },
    sample_fraction: 0.02,
    machine: { cores: 2, memory: '8 GB' },
    state: 'complete',
    citation: 'Sample figures, not to be cited.',
  },
  warnings: [
    {
      place: 'scenarios/caseload_ratios.yaml:12:5',
      what: 'the caseload of 400 lies outside the range that the evidence covers',
      consequence: 'the curve of "1 to 400" is an extrapolation',
    },
  ],
};
