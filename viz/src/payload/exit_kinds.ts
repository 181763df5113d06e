// Which stocks of the payload say how families left, and how they add up.
import { valueAt, type Curve, type Measure, type Payload, type Value } from './payload';

/** Ways of leaving other than self-reliant graduation. */
const other_kinds = ['natural_exit', 'assessed_out', 'struck_off', 'removal', 'time_limit'];
const whole = 'self_reliant';

/**
 * The kinds of exit that the run has, self-reliant ones first.
 *
 * `self_reliant` itself is the sum of its kinds and counts only where none of them was recorded.
 * Flows start with the same words and end with `_this_month`.
 */
export function exitKinds(measures: Measure[]): Measure[] {
  const parts = measures.filter(
    ({ name, unit }) => name.startsWith(`${whole}_`) && !name.endsWith('_this_month') && unit === 'families',
  );
  const self_reliant = parts.length > 0 ? parts : measures.filter(({ name }) => name === whole);
  return [...self_reliant, ...other_kinds.flatMap((name) => measures.filter((measure) => measure.name === name))];
}

/** The colour of each kind, the same in every run; kinds of the future share the last ones. */
export function exitColor(kind: string, kinds: Measure[]): string {
  const other = other_kinds.indexOf(kind);
  if (other >= 0) return `var(--exit-other-${other})`;
  const place = kinds.filter(({ name }) => !other_kinds.includes(name)).findIndex(({ name }) => name === kind);
  return `var(--exit-self-reliant-${Math.min(place, 3)})`;
}

export interface Layer {
  kind: Measure;
  curve: Curve;
}

/** Layers of one policy, lowest first; only those kinds that have a curve. */
export function layersOf(payload: Payload, kinds: Measure[], policy: string, variant: string): Layer[] {
  return kinds.flatMap((kind) => {
    const own = payload.curves.filter((curve) => curve.policy === policy && curve.measure === kind.name);
    const curve = own.find((each) => each.variant === variant) ?? (policy === payload.baseline ? own[0] : undefined);
    return curve ? [{ kind, curve }] : [];
  });
}

export const everHappens = ({ curve }: Layer) => curve.mean.some((value) => value !== null && value !== 0);

/**
 * Lower and upper edge of every layer in every month; null where one layer is missing, since then no height is known.
 */
export function stacked(layers: Layer[]): { month: number; edges: [number, number][] | null }[] {
  return (layers[0]?.curve.month ?? []).map((month) => {
    let height = 0;
    const edges: [number, number][] = [];
    for (const { curve } of layers) {
      const at: Value | null = valueAt(curve, curve.month.indexOf(month));
      if (at === null) return { month, edges: null };
      edges.push([height, height + at.value]);
      height += at.value;
    }
    return { month, edges };
  });
}
