// Groups of the sample's families: INVENTED figures, as everything in this folder.

const areas = Array.from({ length: 38 }, (_, i) => `Wilayah contoh ${String(i + 1).padStart(2, '0')}`);
const digits = (value) => Number(value.toPrecision(5));

/** Curves of one measure for all groups; `value` may be null, and then has no bounds. */
function curve(policy, measure, month, groups, value, width) {
  const rows = groups.map((_, group) => month.map((m) => value(group, m)));
  const bound = (side) =>
    rows.map((row) => row.map((each) => (each === null ? null : digits(each * (1 + side * width)))));
  return { policy: policy.name, variant: 'base', measure, month, mean: bound(0), lower: bound(-1), upper: bound(1) };
}

function split(name, groups, month, policies, wave) {
  const curves = policies.flatMap((policy) => [
    curve(
      policy,
      'incidence_self_reliant',
      month,
      groups,
      (group, m) => (0.02 + (policy.pace * m) / 9_600_000) * wave(group),
      0.08,
    ),
    // The last group has no value at all: it must be named, and never stand at zero.
    curve(
      policy,
      'workload',
      month,
      groups,
      (group, m) => (m === 0 || group === groups.length - 1 ? null : 0.7 + 2.2 * policy.load * wave(group)),
      0.02,
    ),
  ]);
  return { name, groups, curves };
}

export function sampleSplits(policies, months) {
  const years = Array.from({ length: months / 12 + 1 }, (_, year) => 12 * year);
  return [
    split('area', areas, [months], policies, (group) => 0.6 + 0.8 * Math.abs(Math.sin(group * 2.3))),
    split('welfare_fifth', ['1', '2', '3', '4', '5'], years, policies, (group) => 0.5 + 0.25 * group),
    split('sex_of_head', ['female', 'male'], years, policies, (group) => 0.9 + 0.2 * group),
  ];
}
