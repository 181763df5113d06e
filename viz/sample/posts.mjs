// The sample with INVENTED exits of facilitators a year, as a run with a target has them.
import { sample } from './make.mjs';

const months = [12, 24, 36, 48, 60, 72, 84, 96, 108, 120];
const digits = (value) => Number(value.toPrecision(4));
const bands = [
  ['exits_per_facilitator_year', 'Exits per facilitator and year', 'Graduasi per pendamping setahun', 'families'],
  ['facilitators_no_exit_share', 'Facilitators without an exit', 'Pendamping tanpa graduasi', 'share'],
  [
    'facilitators_1_to_9_exits_share',
    'Facilitators with one to nine',
    'Pendamping dengan satu sampai sembilan',
    'share',
  ],
  ['facilitators_10_exits_share', 'Facilitators with ten or more', 'Pendamping dengan sepuluh atau lebih', 'share'],
];

/** Mean, none, one to nine, ten and more: they add up to one in every year. */
function values(place, i) {
  const ten = 0.004 + 0.08 * place + 0.01 * place * i;
  const none = 0.3 - 0.05 * place;
  return [3 + place + i / 10, none, 1 - none - ten, ten];
}

const curves = sample.policies.flatMap((policy, place) =>
  bands.map(([measure, , , unit], band) => {
    const mean = months.map((_, i) => digits(values(place, i)[band]));
    const half = unit === 'share' ? 0.003 : 0.2;
    return {
      policy,
      variant: 'base',
      measure,
      month: months,
      mean,
      lower: mean.map((value) => digits(value - half)),
      upper: mean.map((value) => digits(value + half)),
    };
  }),
);

const headline = 'cumulative_self_reliant';

/** Beside them the headline alone, so that the page is drawn quickly. */
export const posts = {
  ...sample,
  has_target: true,
  measures: [
    ...sample.measures.filter(({ name }) => name === headline),
    ...bands.map(([name, label_en, label_id, unit]) => ({
      name,
      label_en,
      label_id,
      unit,
      definition: 'invented',
      better: '',
    })),
  ],
  curves: [...sample.curves.filter(({ measure }) => measure === headline), ...curves],
  differences: [],
  splits: [],
  table: [],
  caseloads: [],
};

/** The last policy has too few facilitators, so its shares are not told. */
export const tooFew = {
  ...posts,
  curves: posts.curves.map((curve) =>
    curve.policy === sample.policies.at(-1) && bands.some(([name]) => name === curve.measure)
      ? { ...curve, mean: months.map(() => null), lower: null, upper: null }
      : curve,
  ),
};

/** The same figures, but no policy sets a target. */
export const withoutTarget = { ...posts, has_target: false };
