// Costs of the sample's policies: INVENTED figures, as everything in this folder.
import { sample } from './make.mjs';

const trillion = 1e12;
const { policies, baseline } = sample;
// In file order: today, 1 to 100, 1 to 150, evening meetings, 1 to 400.
const total = [157, 172, 164, 158.5, 156.4].map((value) => value * trillion);
const exits = [690_000, 1_018_000, 931_000, 700_000, 550_000];

const of = (policy, perspective, item, unit, values, compared) => {
  const i = policies.indexOf(policy);
  const bounds = (value, width) => (value === null ? [null, null] : [value - width, value + width]);
  const width = Math.abs(values[i] ?? 0) * 0.01;
  const difference = compared && policy !== baseline ? values[i] - values[0] : null;
  const [lower, upper] = bounds(values[i], width);
  const [difference_lower, difference_upper] = bounds(difference, width);
  return {
    policy,
    variant: 'base',
    perspective,
    item,
    unit,
    mean: values[i],
    lower,
    upper,
    difference,
    difference_lower,
    difference_upper,
  };
};

const share = (part) => total.map((value) => value * part);
const rows = policies.flatMap((policy) => [
  of(policy, 'programme', 'wages', 'rupiah', share(0.1), true),
  of(policy, 'programme', 'training', 'rupiah', share(0), true),
  of(policy, 'programme', 'benefits', 'rupiah', share(0.9), true),
  of(policy, 'programme', 'total', 'rupiah', total, true),
  of(policy, 'families', 'benefits', 'rupiah', share(-0.9), true),
  of(policy, 'families', 'total', 'rupiah', share(-0.9), true),
  of(policy, 'society', 'wages', 'rupiah', share(0.1), true),
  of(policy, 'society', 'total', 'rupiah', share(0.1), true),
  of(policy, '', 'sustained_exits', 'families', exits, true),
  // Of the last policy too few graduate: what each costs is not defined.
  of(
    policy,
    'programme',
    'cost_per_sustained',
    'rupiah per family',
    total.map((value, i) => (i === 4 ? null : value / exits[i])),
    false,
  ),
  ...(policy === baseline
    ? []
    : [
        of(
          policy,
          'programme',
          'net_saving',
          'rupiah',
          total.map((value) => total[0] - value),
          false,
        ),
      ]),
]);

const step = (policy, standing, against) => {
  const [i, from] = [policies.indexOf(policy), policies.indexOf(against)];
  const counted = standing === 'frontier';
  const more = against === null ? null : exits[i] - exits[from];
  const cost = against === null ? null : total[i] - total[from];
  return {
    variant: 'base',
    policy,
    cost: total[i],
    effect: exits[i],
    standing,
    against,
    incremental_cost: cost,
    incremental_effect: more,
    incremental_effect_lower: more === null ? null : more * 0.9,
    incremental_effect_upper: more === null ? null : more * 1.1,
    incremental_ratio: counted ? cost / more : null,
    incremental_ratio_lower: counted ? (0.8 * cost) / more : null,
    incremental_ratio_upper: counted ? (1.2 * cost) / more : null,
  };
};

const frontier = ['programme', 'society'].flatMap((perspective) =>
  [
    step('1 to 400', 'reference', null),
    step('today', 'frontier', '1 to 400'),
    step('1 to 240, evening meetings', 'extended_dominated', 'today'),
    step('1 to 150', 'frontier', 'today'),
    step('1 to 100', 'frontier', '1 to 150'),
  ].map((row) => ({ ...row, perspective })),
);

const thresholds = [0, 10, 20, 50, 100, 200, 500, 1000].map((value) => value * 1e6);
const hump = (height, at) =>
  thresholds.map((value) => height * trillion * Math.exp(-(((value - at * 1e6) / (at * 1e6)) ** 2)));

/** The second policy is the first one under another name, the last begins too late. */
export const withTwin = () => ({
  price_year: 2025,
  discount_rate: 0.05,
  rows,
  decisions: [],
  frontier: ['programme', 'society'].flatMap((perspective) =>
    [
      step('today', 'reference', null),
      { ...step('1 to 240, evening meetings', 'equal', 'today'), incremental_cost: 0, incremental_effect: 0 },
      step('1 to 100', 'undecided', null),
    ].map((row) => ({ ...row, perspective })),
  ),
});

/** A run too short for any policy. */
export const tooShort = () => ({
  ...withTwin(),
  frontier: policies.map((policy) => ({ ...step(policy, 'undecided', null), perspective: 'programme' })),
});

/** `draws` 0 gives no decisions; below 20 single parameters have none. */
export const costs = (draws) => ({
  price_year: 2025,
  discount_rate: 0.05,
  rows,
  frontier,
  decisions:
    draws === 0
      ? []
      : ['programme', 'society'].map((perspective) => ({
          variant: 'base',
          perspective,
          draws,
          thresholds,
          policies: policies.map((policy, i) => ({
            policy,
            probability_best: thresholds.map(
              (_, t) =>
                [
                  [0.7, 0.5, 0.3, 0.1, 0, 0, 0, 0][t],
                  [0, 0, 0.1, 0.3, 0.6, 0.8, 0.9, 1][t],
                  [0.1, 0.2, 0.4, 0.5, 0.4, 0.2, 0.1, 0][t],
                  0,
                  [0.2, 0.3, 0.2, 0.1, 0, 0, 0, 0][t],
                ][i],
            ),
            net_benefit: thresholds.map((value) => (exits[i] - exits[0]) * value - total[i] + total[0]),
          })),
          everything: hump(3, 100),
          limit: draws < 20 ? [] : hump(1, 150),
          parameters:
            draws < 20
              ? []
              : [
                  { path: 'policy.assessment.gap', value: hump(2, 90) },
                  { path: 'world.confidence.gain', value: hump(1.2, 60) },
                ],
        })),
});
