// The values of a sweep, and what a measure is under each of them.
import { strings } from '../words/strings';
import { curvesOf, valueAtEnd, type Measure, type Payload, type Sweep, type SweepAxis, type Value } from './payload';

/** A measure itself, or each policy's less the baseline's. */
export type Shown = 'value' | 'difference';

/** Which of its values each axis has, in the order of the axes. */
export type Places = number[];

/** The name of an axis as variants have it: the last part of its path. */
export const axisName = ({ path }: SweepAxis): string => path.slice(path.lastIndexOf('.') + 1);

/** A value of the axis as a reader expects it. */
export function textAt({ is_number, values, texts }: SweepAxis, place: number): string {
  const value = values[place];
  return is_number && value !== undefined
    ? value.toLocaleString(strings.locale, { maximumSignificantDigits: 7 })
    : (texts[place] ?? '');
}

/** "coverage = 0.5" */
export const setting = (axis: SweepAxis, place: number): string => `${axisName(axis)} = ${textAt(axis, place)}`;

/** The variant in which each axis has the value at its place. */
export function variantAt(payload: Payload, { axes, variants }: Sweep, places: Places): string | undefined {
  const wanted = axes.map((axis, i) => axis.values[places[i] ?? 0]);
  return payload.variants[variants.findIndex((values) => wanted.every((value, i) => values[i] === value))];
}

/** Places of an axis's values in the order in which they are drawn: numbers ascending, words as in the file. */
export function drawnPlaces({ values, is_number }: SweepAxis): number[] {
  const places = values.map((_, place) => place);
  return is_number ? places.sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0)) : places;
}

export const withPlace = (places: Places, axis: number, place: number): Places =>
  places.map((each, i) => (i === axis ? place : each));

/** The measure at the end of the run in one variant, for each policy that has it. */
export function endsIn(payload: Payload, measure: Measure, shown: Shown, variant: string): Map<string, Value> {
  const curves = curvesOf(payload, shown === 'value' ? payload.curves : payload.differences, measure.name, variant);
  return new Map(
    curves.flatMap((curve): [string, Value][] => {
      const at = valueAtEnd(payload, curve);
      return at === null ? [] : [[curve.policy, at]];
    }),
  );
}

/** Whether an interval says that a difference may be none; null where there is none to judge by. */
export function mayBeNone(difference: Value | undefined): boolean | null {
  if (!difference || difference.lower === null || difference.upper === null) return null;
  return difference.lower <= 0 && difference.upper >= 0;
}

/** One value of the axis, and what every policy has there. */
export interface SweepPoint {
  place: number;
  text: string;
  at: number;
  ends: Map<string, Value>;
}

/** Along one axis, the others held at their places. */
export function pointsAlong(
  payload: Payload,
  sweep: Sweep,
  axis: number,
  places: Places,
  measure: Measure,
  shown: Shown,
): SweepPoint[] {
  const along = sweep.axes[axis];
  if (!along) return [];
  return drawnPlaces(along).flatMap((place) => {
    const variant = variantAt(payload, sweep, withPlace(places, axis, place));
    if (variant === undefined) return [];
    return [
      {
        place,
        text: textAt(along, place),
        at: along.values[place] ?? 0,
        ends: endsIn(payload, measure, shown, variant),
      },
    ];
  });
}

/** What one further unit changes between two neighbouring points, by policy. */
export interface SweepStep {
  from: string;
  to: string;
  perUnit: Map<string, Value>;
}

export function stepsAlong(
  payload: Payload,
  sweep: Sweep,
  axis: number,
  places: Places,
  measure: Measure,
): SweepStep[] {
  const along = sweep.axes[axis];
  const column = payload.measures.findIndex(({ name }) => name === measure.name);
  if (!along?.is_number || column < 0) return [];
  const order = drawnPlaces(along);
  return order.slice(1).flatMap((place, i) => {
    const before = order[i] ?? 0;
    const [from, to] = [before, place].map((each) => variantAt(payload, sweep, withPlace(places, axis, each)));
    const perUnit = new Map(
      sweep.marginals
        .filter((each) => each.path === along.path && each.from === from && each.to === to)
        .flatMap((each): [string, Value][] => {
          const value = each.per_unit[column] ?? null;
          return value === null
            ? []
            : [[each.policy, { value, lower: each.lower?.[column] ?? null, upper: each.upper?.[column] ?? null }]];
        }),
    );
    return perUnit.size === 0 ? [] : [{ from: textAt(along, before), to: textAt(along, place), perUnit }];
  });
}
