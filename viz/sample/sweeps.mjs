// Sweeps over the sample's families: INVENTED figures, as everything in this folder.
import { sample } from './make.mjs';

const digits = (value) => Number(value.toPrecision(6));
const names = ['cumulative_self_reliant', 'workload', 'visits_per_household'];
const policies = ['today', '1 to 100', '1 to 240, evening meetings'];

export const axes = {
  rate: {
    path: 'world.skills.learning_rate',
    unit: 'share of what is missing, per session',
    is_number: true,
    values: [0.05, 0.02, 0.08, 0.1],
    texts: ['0.05', '0.02', '0.08', '0.1'],
  },
  cover: {
    path: 'baseline.assessment.coverage',
    unit: 'share',
    is_number: true,
    values: [0.5, 0.75, 1],
    texts: ['0.5', '0.75', '1'],
  },
  structure: {
    path: 'world.enterprise.structure',
    unit: '',
    is_number: false,
    values: [0, 1],
    texts: ['concave', 'threshold'],
  },
};

const combinations = (all) =>
  all.reduce((longer, axis) => longer.flatMap((places) => axis.values.map((_, place) => [...places, place])), [[]]);

/** The sample with a variant for each combination of the axes' values; the last axis moves fastest. */
export function swept(all) {
  const places = combinations(all);
  const lastPart = ({ path }) => path.slice(path.lastIndexOf('.') + 1);
  const variants = places.map((at) => all.map((axis, i) => `${lastPart(axis)}=${axis.texts[at[i]]}`).join(';'));
  // What the values do to a policy: the baseline gains a little by each, the last policy loses or gains much.
  const share = ({ values }, place) => values[place] / Math.max(...values);
  const pull = { today: (x) => 0.04 * x, '1 to 100': (x) => 0.06 * x };
  const factor = (policy, at) =>
    at.reduce(
      (product, place, i) => product * (1 + (pull[policy] ?? ((x) => 0.15 * (x - 0.6)))(share(all[i], place))),
      1,
    );
  const end = sample.months;
  const curveOf = (policy, measure) =>
    sample.curves.find((curve) => curve.policy === policy && curve.measure === measure);
  const scaled = (curve, by) => {
    const keep = curve.month.flatMap((month, i) => (month % 12 === 0 ? [i] : []));
    const values = (list) => keep.map((i) => (list[i] === null ? null : digits(list[i] * by)));
    return {
      ...curve,
      month: keep.map((i) => curve.month[i]),
      mean: values(curve.mean),
      lower: values(curve.lower),
      upper: values(curve.upper),
    };
  };
  const curves = policies.flatMap((policy) =>
    names.flatMap((measure) =>
      places.map((at, v) => ({ ...scaled(curveOf(policy, measure), factor(policy, at)), variant: variants[v] })),
    ),
  );
  const found = (policy, measure, variant) =>
    curves.find((curve) => curve.policy === policy && curve.measure === measure && curve.variant === variant);
  const differences = curves
    .filter((curve) => curve.policy !== 'today')
    .map((curve) => {
      const base = found('today', curve.measure, curve.variant);
      const mean = curve.mean.map((value, i) =>
        value === null || base.mean[i] === null ? null : digits(value - base.mean[i]),
      );
      const half = curve.mean.map((value) => Math.abs(value ?? 0) * 0.03);
      const bound = (side) => mean.map((value, i) => (value === null ? null : digits(value + side * half[i])));
      return { ...curve, mean, lower: bound(-1), upper: bound(1) };
    });
  const atEnd = (curve) => curve.mean[curve.month.indexOf(end)];
  const marginals = all.flatMap((axis, a) =>
    (axis.is_number ? policies : []).flatMap((policy) =>
      places.flatMap((at, v) => {
        const order = axis.values.map((_, place) => place).sort((x, y) => axis.values[x] - axis.values[y]);
        const next = order[order.indexOf(at[a]) + 1];
        if (next === undefined) return [];
        const to = places.findIndex((other) => other.every((place, i) => place === (i === a ? next : at[i])));
        const per_unit = names.map((measure) =>
          digits(
            (atEnd(found(policy, measure, variants[to])) - atEnd(found(policy, measure, variants[v]))) /
              (axis.values[next] - axis.values[at[a]]),
          ),
        );
        return [
          {
            policy,
            path: axis.path,
            from: variants[v],
            to: variants[to],
            per_unit,
            lower: per_unit.map((value) => digits(value * 0.9)),
            upper: per_unit.map((value) => digits(value * 1.1)),
          },
        ];
      }),
    ),
  );
  const table = variants.flatMap((variant) =>
    policies.map((policy) => {
      const self_reliant = atEnd(found(policy, names[0], variant));
      const difference =
        policy === 'today'
          ? null
          : differences.find(
              (curve) => curve.policy === policy && curve.measure === names[0] && curve.variant === variant,
            );
      const at = (list) => (difference === null ? null : list.at(-1));
      return {
        ...sample.table.find((row) => row.policy === policy),
        variant,
        self_reliant,
        difference: at(difference?.mean),
        lower: at(difference?.lower),
        upper: at(difference?.upper),
        variance_ratio: difference === null ? null : 3.25,
      };
    }),
  );
  return {
    ...sample,
    policies,
    variants,
    curves,
    differences,
    table,
    splits: [],
    measures: names.map((name) => sample.measures.find((measure) => measure.name === name)),
    caseloads: variants.flatMap((variant) =>
      sample.caseloads.filter((row) => policies.includes(row.policy)).map((row) => ({ ...row, variant })),
    ),
    sweep: { axes: all, variants: places.map((at) => at.map((place, i) => all[i].values[place])), marginals },
    rests_on: { ...sample.rests_on, swept: all.map(({ path, values }) => ({ path, values })) },
  };
}
