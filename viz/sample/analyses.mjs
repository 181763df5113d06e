// An attribution and an optimum of the sample's families: INVENTED figures, as everything in this folder.
import { sample } from './make.mjs';

const estimate = (mean, half) => ({
  mean,
  lower: half === null ? null : mean - half,
  upper: half === null ? null : mean + half,
});
const none = { mean: null, lower: null, upper: null };
const exits = {
  name: 'cumulative_self_reliant',
  label_en: 'Self-reliant graduations so far',
  label_id: 'Graduasi mandiri sejauh ini',
  unit: 'families',
  better: 'higher',
};
const wages = {
  name: 'wages',
  label_en: 'Wages of facilitators so far',
  label_id: 'Anggaran honor pendamping sejak awal',
  unit: 'rupiah',
  better: 'lower',
};

// Not in their order of weight, one pulling down, one through others, one without a value.
const groups = (scale) =>
  [
    ['schedules', ['world.work_pattern.on', 'world.attendance.on'], 40_000, 10_000, 70_000],
    ['assessment and targets', ['world.assessment.on'], 600_000, 900_000, 450_000],
    ['life cycle', ['world.member_clocks.on', 'world.natural_exit.on'], -250_000, -120_000, -310_000],
    ['a group of one\u2019s own with quite a long name', ['world.money.saving_on'], 5_000, 0, 9_000],
  ].map(([group, switches, value, alone, last], i) => ({
    group,
    switches,
    value: estimate(value * scale, 30_000 * scale),
    alone: estimate(alone * scale, 30_000 * scale),
    last: estimate(last * scale, 30_000 * scale),
    same_first_day: i !== 2,
  }));

const page = {
  format: 1,
  language: 'en',
  question: 'Sample page, invented figures: what does the result rest on?',
  scenario: 'sample',
  start: '2026-01',
  months: 120,
  households: 5000,
  programme_households: 10_000_000,
  interval: 'chance',
  replicates: 8,
  draws: 1,
  rests_on: { ...sample.rests_on, influences: null },
  manifest: sample.manifest,
  warnings: [],
};

export const attributed = {
  ...page,
  attribution: {
    measure: exits,
    month: 120,
    coalitions: 16,
    kept: ['world.leaving.on'],
    answers: [
      {
        policy: 'today',
        baseline: null,
        nothing_on: estimate(600_000, 20_000),
        everything_on: estimate(995_000, 20_000),
        groups: groups(1),
      },
      {
        policy: '1 to 150',
        baseline: 'today',
        nothing_on: estimate(0, null),
        everything_on: estimate(79_000, 9_000),
        groups: groups(0.2),
      },
      {
        policy: '1 to 400',
        baseline: 'today',
        nothing_on: none,
        everything_on: none,
        groups: groups(1).map((group) => ({ ...group, value: none, alone: none, last: none })),
      },
    ],
  },
};

const lever = (path, unit, least, most, flat_from, flat_to, at_end = false) => ({
  path,
  unit,
  least,
  most,
  flat_from,
  flat_to,
  at_end,
});
const tried = (levers, gain, cost, allowed) => ({
  levers,
  gain: estimate(gain, 0.08 * gain),
  more_gain: estimate(gain - 690_000, 40_000),
  cost: estimate(cost, 0.01 * cost),
  more_cost: estimate(cost - 8e12, 1e11),
  from_best: none,
  allowed,
});

const caseload = lever('policy.caseload.households_per_facilitator', 'households', 50, 500, 270, 330);
const sessions = lever('policy.sessions.per_month', 'per month', 1, 4, 1, 4);
const care = lever('policy.visits.share', 'share', 0, 1, 1, 1, true);

/** With one lever or three; the least and largest multiples of the limit cannot be kept. */
export function optimised(count) {
  const levers = [caseload, sessions, care].slice(0, count);
  const at = (ratio) => [ratio, 2, 1].slice(0, count);
  const best = tried(at(300), 735_000, 8e12, true);
  return {
    ...page,
    question: 'Sample page, invented figures: which levers do best for today\u2019s wages?',
    optimum: {
      policy: 'today',
      gain: exits,
      cost: wages,
      minimises: false,
      limit: 8e12,
      month: 120,
      levers,
      baseline: { gain: estimate(690_000, 20_000), cost: estimate(8e12, 0) },
      optimum: best,
      other_luck: tried(at(300), 705_000, 8e12, true),
      frontier: [0.5, 0.8, 1, 1.25, 2].map((multiple) => ({
        multiple,
        limit: multiple * 8e12,
        best:
          multiple === 0.5
            ? null
            : multiple === 1
              ? best
              : tried(at(300 / multiple), 735_000 * multiple ** 0.5, 8e12 * multiple, true),
      })),
      tried: [100, 200, 250, 300, 350, 400, 500].map((ratio) =>
        ratio === 300 ? best : tried(at(ratio), 1_500_000 - 2500 * ratio, 2.4e15 / ratio, ratio > 290),
      ),
    },
  };
}

/** A lever that moves nothing. */
export const flat = {
  ...optimised(1),
  optimum: { ...optimised(1).optimum, undecided: 'all_the_same', optimum: null, other_luck: null, frontier: [] },
};

/** No values were allowed. */
export const unreachable = {
  ...optimised(1),
  optimum: {
    ...optimised(1).optimum,
    minimises: true,
    limit: 5_000_000,
    optimum: null,
    other_luck: null,
    frontier: [{ multiple: 1, limit: 5_000_000, best: null }],
    tried: [],
  },
};
