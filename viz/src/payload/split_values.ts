// One measure in the groups of a split.
import { curvesOf, valueAt, type Curve, type GroupCurves, type Payload, type Split, type Value } from './payload';

/** Up to this many groups stand beside each other as curves; more become one row each. */
const most_panels = 8;
const most_rows = 60;
/** Rows at each end when there are too many to draw. */
export const rows_at_ends = 25;

export const asPanels = (split: Split) =>
  split.groups.length <= most_panels && split.curves.some((curve) => curve.month.length > 1);

/** The curve of one group. */
export const groupCurve = (curves: GroupCurves, place: number): Curve => ({
  policy: curves.policy,
  variant: curves.variant,
  measure: curves.measure,
  month: curves.month,
  mean: curves.mean[place] ?? [],
  lower: curves.lower[place] ?? null,
  upper: curves.upper[place] ?? null,
});

export interface GroupRow {
  group: string;
  baseline: Value | null;
  policy: Value | null;
}

export interface GroupRows {
  /** Highest first by the policy's value; those without a value come last. */
  all: GroupRow[];
  drawn: GroupRow[];
  missing: string[];
}

/** Values at the end of the run of the baseline and of one policy. */
export function rowsOfSplit(
  payload: Payload,
  split: Split,
  measure: string,
  variant: string,
  policy: string,
): GroupRows {
  const curves = curvesOf(payload, split.curves, measure, variant);
  const at = (name: string, place: number) => {
    const own = curves.find((curve) => curve.policy === name);
    if (!own) return null;
    const curve = groupCurve(own, place);
    return valueAt(curve, curve.month.indexOf(payload.months));
  };
  const all = split.groups.map((group, place) => ({
    group,
    baseline: policy === payload.baseline ? null : at(payload.baseline, place),
    policy: at(policy, place),
  }));
  const rank = (row: GroupRow) => row.policy?.value ?? -Infinity;
  all.sort((a, b) => (rank(a) === rank(b) ? 0 : rank(b) - rank(a)));
  const defined = all.filter((row) => row.policy !== null || row.baseline !== null);
  const drawn =
    defined.length > most_rows ? [...defined.slice(0, rows_at_ends), ...defined.slice(-rows_at_ends)] : defined;
  return {
    all,
    drawn,
    missing: all.filter((row) => row.policy === null && row.baseline === null).map((row) => row.group),
  };
}
