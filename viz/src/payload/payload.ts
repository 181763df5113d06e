// What the C++ side puts into the page, and how a curve of it is found. Absent and null mean the same: not there.
import type { Language } from '../words/say';
import type { Attribution, Optimum } from './analysis_payload';
import type { Answer } from './answer_payload';
import { withCountedCosts, type Costs } from './cost_payload';

export interface Measure {
  name: string;
  label_en: string;
  label_id: string;
  unit: string;
  definition: string;
  /** Absent in results of programs that defined measures in English only. */
  definition_id?: string;
  better: string;
  /** `exits`, `families`, `facilitators` or `money`; absent in results of programs that did not say. */
  topic?: string;
}

/** Null is a gap, never a zero. */
type Values = (number | null)[];

/** Of the stratum `all`, monthly or yearly. Without an interval both bounds are null, as a whole or in places. */
export interface Curve {
  policy: string;
  variant: string;
  measure: string;
  month: number[];
  mean: Values;
  lower: Values | null;
  upper: Values | null;
}

export interface TableRow {
  policy: string;
  variant: string;
  facilitators: number | null;
  wage_bill_rupiah: number | null;
  self_reliant: number | null;
  became_able: number | null;
  natural_exit: number | null;
  premature_share: number | null;
  difference: number | null;
  lower: number | null;
  upper: number | null;
  interval: string;
  verdict: string;
  /** The verdict as a word of the program, which the page puts into its own language. */
  judgement: string | null;
  /** How many times larger the difference's variance by chance would be if policies shared no luck. */
  variance_ratio?: number | null;
  replicates_needed: number | null;
  draws_needed?: number | null;
}

/** A policy in areas where something of it holds that does not hold everywhere. */
export interface Place {
  policy: string;
  variant: string;
  /** "Java and Papua". */
  where: string;
  /** Figures of these areas together in the last month; none where results are not split by area. */
  active?: number | null;
  facilitators?: number | null;
  self_reliant?: number | null;
  became_able?: number | null;
  difference?: number | null;
  lower?: number | null;
  upper?: number | null;
}

/** The levers' number of families per facilitator in the last month of the run; none where areas differ. */
export interface Caseload {
  policy: string;
  variant: string;
  households_per_facilitator: number;
}

/** The lever in whose number alone all policies differ; `values` in their order. */
export interface OneNumber {
  path: string;
  unit: string;
  values: number[];
}

/** Curves of one measure for every group of a split, in the order of its groups. */
export interface GroupCurves {
  policy: string;
  variant: string;
  measure: string;
  month: number[];
  mean: Values[];
  lower: (Values | null)[];
  upper: (Values | null)[];
}

export interface Split {
  name: string;
  groups: string[];
  curves: GroupCurves[];
  /** Of many groups and of what a map shows: each policy less the baseline, at the ends of years. */
  differences?: GroupCurves[];
}

export type Plain = string | number | boolean | null | Plain[] | { [key: string]: Plain };

export interface ChangedParameter {
  path: string;
  value: Plain;
  default: Plain;
  unit: string;
}
export interface Assumption {
  path: string;
  value: Plain;
  unit: string;
  meaning: string;
  source: string;
}
export interface SweepAxis {
  path: string;
  unit: string;
  is_number: boolean;
  values: number[];
  /** As a scenario would write them. */
  texts: string[];
}
/** What a further unit of one swept value changes between two variants, with lists along the payload's measures. */
export interface Marginals {
  policy: string;
  path: string;
  from: string;
  to: string;
  per_unit: Values;
  lower: Values | null;
  upper: Values | null;
}
/** `variants` hold, for each of the payload's, its values along the axes. */
export interface Sweep {
  axes: SweepAxis[];
  variants: number[][];
  marginals: Marginals[];
}
export interface Influence {
  path: string;
  unit: string;
  source: string;
  low: number;
  high: number;
  answer_low: number;
  answer_high: number;
}
/**
 * Uncertain parameters by how far they move the answer: the difference of `policy` to the baseline, or the baseline's
 * exits.
 */
export interface Influences {
  policy: string;
  middle: number;
  households: number;
  parameters: Influence[];
}
export interface Warning {
  place: string;
  what: string;
  consequence: string;
}

export interface Payload {
  format: number;
  /** In which the page opens; a switch on it changes the language in place. */
  language: Language;
  question: string;
  scenario: string;
  start: string;
  months: number;
  households: number;
  programme_households: number;
  /** `chance` or `parameters`; empty without intervals. */
  interval: string;
  replicates: number;
  draws: number;
  baseline: string;
  policies: string[];
  variants: string[];
  /** Whether any policy sets a target of exits; false in results of programs that did not say. */
  has_target: boolean;
  /** What policies bring; empty in results of programs that did not work it out. */
  answers: Answer[];
  measures: Measure[];
  caseloads: Caseload[];
  /** Null where policies differ in something else too, and in results of programs that did not say. */
  one_number: OneNumber | null;
  curves: Curve[];
  /**
   * Each policy less the baseline, paired; the baseline itself is not among them. Long runs give the ends of quarters.
   */
  differences: Curve[];
  splits: Split[];
  /** Null without one. */
  sweep: Sweep | null;
  /** Null in results of programs that knew none. */
  costs: Costs | null;
  /** Results of `attribute` and `optimise`, which have no curves. */
  attribution: Attribution | null;
  optimum: Optimum | null;
  table: TableRow[];
  /** Empty where all policies hold everywhere. */
  places: Place[];
  rests_on: {
    changed: ChangedParameter[];
    assumptions: Assumption[];
    swept: { path: string; values: (number | string)[] }[];
    /** Paths of the parameters that have a prior. */
    uncertain: string[];
    influences: Influences;
  };
  /** manifest.json as it stands beside the page. `partial` as any of its values says that the run was interrupted. */
  manifest: { [key: string]: Plain };
  /** The manifest's line to cite the result by, as `graduasi run` prints it; empty when it has none. */
  citation: string;
  warnings: Warning[];
}

export const known_format = 1;

/** What is counted, held, paid or done: never less than nothing. */
const counted =
  /^(families|facilitators|full posts|persons|months|years|share|hours|visits|rupiah|per year|index|poverty lines)\b/;

/** Bounds of counts end at zero, where no count can be lower; few replicates have intervals that reach below. */
function withinCounts<Any extends { measure: string; mean: (number | null)[] | Values[]; lower: unknown }>(
  curves: Any[],
  measures: Measure[],
): Any[] {
  const units = new Map(measures.map(({ name, unit }) => [name, unit]));
  const clip = (lower: number | null, mean: number | null | undefined) =>
    lower !== null && lower < 0 && (mean ?? -1) >= 0 ? 0 : lower;
  const clipAll = (lower: Values | null, mean: Values | undefined) =>
    lower && lower.map((each, i) => clip(each, mean?.[i]));
  return curves.map((curve) => {
    if (!counted.test(units.get(curve.measure) ?? '') || !Array.isArray(curve.lower)) return curve;
    const lower = curve.lower.map((each: number | null | Values, i) =>
      Array.isArray(each) ? clipAll(each, curve.mean[i] as Values) : clip(each, curve.mean[i] as number | null),
    );
    return { ...curve, lower };
  });
}

/** The payload with absent optional parts filled in, or null when the page holds none. */
export function readPayload(text: string): Payload | null {
  const raw = JSON.parse(text) as Partial<Payload> | null;
  if (raw === null) return null;
  const measures = raw.measures ?? [];
  return {
    format: raw.format ?? known_format,
    language: raw.language === 'id' ? 'id' : 'en',
    question: raw.question ?? '',
    scenario: raw.scenario ?? '',
    start: raw.start ?? '',
    months: raw.months ?? 0,
    households: raw.households ?? 0,
    programme_households: raw.programme_households ?? 0,
    interval: raw.interval ?? '',
    replicates: raw.replicates ?? 1,
    draws: raw.draws ?? 1,
    baseline: raw.baseline ?? raw.policies?.[0] ?? '',
    policies: raw.policies ?? [],
    variants: raw.variants ?? [],
    has_target: raw.has_target ?? false,
    answers: raw.answers ?? [],
    measures,
    caseloads: raw.caseloads ?? [],
    one_number: raw.one_number ?? null,
    curves: withinCounts(raw.curves ?? [], measures),
    differences: raw.differences ?? [],
    splits: (raw.splits ?? []).map((split) => ({ ...split, curves: withinCounts(split.curves, measures) })),
    sweep: raw.sweep && raw.sweep.axes.length > 0 ? raw.sweep : null,
    costs: raw.costs && raw.costs.rows.length > 0 ? withCountedCosts(raw.costs) : null,
    attribution: raw.attribution ?? null,
    optimum: raw.optimum ?? null,
    table: (raw.table ?? []).map((row) => ({ ...row, became_able: row.became_able ?? null })),
    places: raw.places ?? [],
    rests_on: {
      changed: raw.rests_on?.changed ?? [],
      assumptions: raw.rests_on?.assumptions ?? [],
      swept: raw.rests_on?.swept ?? [],
      uncertain: raw.rests_on?.uncertain ?? [],
      influences: raw.rests_on?.influences ?? { policy: '', middle: 0, households: 0, parameters: [] },
    },
    manifest: raw.manifest ?? {},
    citation: String(raw.manifest?.['citation'] ?? ''),
    warnings: raw.warnings ?? [],
  };
}

/**
 * The curves of one measure, at most one per policy, in the payload's order of policies.
 *
 * A sweep over a policy's levers leaves the baseline out of the variants, so a baseline that is
 * missing in this variant is taken from wherever it stands: it is what the variant is compared with.
 */
export function curvesOf<Any extends { policy: string; variant: string; measure: string }>(
  payload: Payload,
  curves: Any[],
  measure: string,
  variant: string,
): Any[] {
  const candidates = curves.filter((curve) => curve.measure === measure);
  const found: Any[] = [];
  for (const policy of payload.policies) {
    const own = candidates.filter((curve) => curve.policy === policy);
    const curve = own.find((each) => each.variant === variant) ?? (policy === payload.baseline ? own[0] : undefined);
    if (curve) found.push(curve);
  }
  return found;
}

/** Value and bounds of a curve at one place of its months. */
export interface Value {
  value: number;
  lower: number | null;
  upper: number | null;
}

export function valueAt(curve: { mean: Values; lower: Values | null; upper: Values | null }, i: number): Value | null {
  const value = curve.mean[i] ?? null;
  return value === null ? null : { value, lower: curve.lower?.[i] ?? null, upper: curve.upper?.[i] ?? null };
}

/** The value in the last month of the run, or null where it is missing: an earlier one would be another figure. */
export const valueAtEnd = (payload: Payload, curve: Curve): Value | null =>
  valueAt(curve, curve.month.indexOf(payload.months));

/** The comparison rows of one variant, with the baseline found in the same way as for curves. */
export function rowsOf(payload: Payload, variant: string): TableRow[] {
  const own = payload.table.filter((row) => row.variant === variant);
  if (own.some((row) => row.policy === payload.baseline)) return own;
  const baseline = payload.table.find((row) => row.policy === payload.baseline);
  return baseline ? [baseline, ...own] : own;
}

/** Measures that at least one of the curves holds, in the order of the codebook; unlisted ones come last. */
export function measuresWith(payload: Payload, curves: { measure: string }[]): Measure[] {
  const drawn = new Set(curves.map((curve) => curve.measure));
  const listed = payload.measures.filter((measure) => drawn.delete(measure.name));
  const unlisted = [...drawn].map((name) => {
    const label = name.charAt(0).toUpperCase() + name.slice(1).replaceAll('_', ' ');
    return { name, label_en: label, label_id: label, unit: '', definition: '', better: '' };
  });
  return [...listed, ...unlisted];
}

/** The measure that a reader sees first, of those that there are. */
export const firstOf = (measures: Measure[]): string =>
  (measures.find(({ name }) => name === 'cumulative_self_reliant') ?? measures[0])?.name ?? '';
