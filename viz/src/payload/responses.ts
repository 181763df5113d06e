// Outcomes at the end of the run against the number of families per facilitator.
import { curvesOf, valueAtEnd, type Measure, type Payload, type Value } from './payload';

const lever = 'caseload.households_per_facilitator';
const axis = 'households_per_facilitator=';

export interface Response extends Value {
  policy: string;
  variant: string;
  name: string;
  caseload: number;
}
export interface Responses {
  points: Response[];
  /** Points that differ in nothing but the caseload. */ joined: Response[][];
}

/** The variants of a sweep that are the chosen one but for the caseload. */
function siblings(payload: Payload, variant: string): string[] {
  const rest = (name: string) =>
    name
      .split(';')
      .filter((part) => !part.startsWith(axis))
      .join(';');
  return payload.variants.filter((name) => rest(name) === rest(variant));
}

/** What a policy changes apart from the caseload, as text that can be compared. */
function otherChanges(payload: Payload, policy: string): string {
  const start = `policies.${policy}.`;
  return payload.rests_on.changed
    .filter(({ path }) => path.startsWith(start) && !path.slice(start.length).startsWith(lever))
    .map(({ path, value }) => `${path.slice(start.length)}=${JSON.stringify(value)}`)
    .sort()
    .join('\n');
}

export function responsesOf(payload: Payload, measure: Measure, variant: string, hidden: Set<string>): Responses {
  const variants = siblings(payload, variant);
  const points: Response[] = [];
  for (const each of variants.length > 0 ? variants : [variant])
    for (const curve of curvesOf(payload, payload.curves, measure.name, each)) {
      const at = valueAtEnd(payload, curve);
      const known = payload.caseloads.find((row) => row.policy === curve.policy && row.variant === curve.variant);
      if (at === null || !known || hidden.has(curve.policy)) continue;
      if (points.some((point) => point.policy === curve.policy && point.variant === curve.variant)) continue;
      // The baseline stands in every variant of a sweep, and is the same in those that differ in the caseload only.
      if (curve.policy === payload.baseline && points.some((point) => point.policy === curve.policy)) continue;
      const swept = curve.variant.split(';').find((part) => part.startsWith(axis));
      const name =
        variants.length > 1 && swept && curve.policy !== payload.baseline
          ? `${curve.policy}, ${swept.slice(axis.length)}`
          : curve.policy;
      points.push({
        policy: curve.policy,
        variant: curve.variant,
        name,
        caseload: known.households_per_facilitator,
        ...at,
      });
    }
  points.sort((a, b) => a.caseload - b.caseload);
  const alike = new Map<string, Response[]>();
  for (const point of points) {
    const changes = otherChanges(payload, point.policy);
    alike.set(changes, [...(alike.get(changes) ?? []), point]);
  }
  return { points, joined: [...alike.values()].filter((group) => group.length > 1) };
}

export const differInCaseload = (payload: Payload) =>
  new Set(payload.caseloads.map((row) => row.households_per_facilitator)).size > 1;
