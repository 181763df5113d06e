// From curves of the payload to lines that can be drawn.
import { valueAt, type Curve, type Payload } from '../payload/payload';
import { endOfMonth, periodName } from '../words/calendar';
import { inWords, intervalInWords } from '../words/numbers';
import { strings } from '../words/strings';
import type { Line, Point } from './curve_drawing';
import { lookOf } from './palette';

type Drawable = Pick<Curve, 'policy' | 'month' | 'mean' | 'lower' | 'upper'>;

/**
 * The curve without the months in which it is not defined; what stands on the two sides of such a gap is not joined.
 */
function pointsOf(curve: Drawable, payload: Payload, unit: string, signed: boolean): Point[] {
  let run = 0;
  return curve.month.flatMap((month, i) => {
    const at = valueAt(curve, i);
    if (at === null) {
      run += 1;
      return [];
    }
    const { value, lower, upper } = at;
    const interval = intervalInWords(value, lower, upper, unit, signed);
    const title = [
      curve.policy,
      periodName(payload.start, month),
      inWords(value, unit, lower, upper, signed),
      interval && strings.figures.interval(interval),
    ];
    return [
      { date: endOfMonth(payload.start, month), value, lower, upper, run, title: title.filter(Boolean).join('\n') },
    ];
  });
}

/**
 * Whether the band of a policy is drawn: of uncertain parameters bands are so wide that more than two hide each other,
 * and those of the chosen policy and the baseline are left.
 */
export const isBanded = ({ draws, baseline }: Payload, policy: string, chosen: string | undefined): boolean =>
  draws <= 1 || chosen === undefined || policy === baseline || policy === chosen;

export function linesOf(
  payload: Payload,
  curves: Drawable[],
  unit: string,
  { signed = false, chosen }: { signed?: boolean; chosen?: string | undefined } = {},
): Line[] {
  return curves
    .map((curve) => ({
      policy: curve.policy,
      look: lookOf(curve.policy, payload),
      baseline: curve.policy === payload.baseline,
      points: pointsOf(curve, payload, unit, signed),
      banded: isBanded(payload, curve.policy, chosen),
    }))
    .filter((line) => line.points.length > 0);
}

export const hasIntervals = (lines: Line[]) => lines.some((line) => line.points.some((point) => point.lower !== null));

/** Begin and end of the run; some curves may reach further. */
export function periodOf(payload: Payload, curves: { month: number[] }[]): [Date, Date] {
  const last = curves.reduce((latest, curve) => Math.max(latest, ...curve.month), payload.months);
  return [endOfMonth(payload.start, 0), endOfMonth(payload.start, last)];
}

/** What a reader who hears the page is told of lines: their last values. */
export function lastValues(lines: Line[], unit: string, signed = false): string[] {
  return lines.flatMap(({ policy, points }) => {
    const last = points.at(-1);
    if (!last) return [];
    return [
      strings.figures.spokenItem(
        policy,
        inWords(last.value, unit, last.lower, last.upper, signed),
        intervalInWords(last.value, last.lower, last.upper, unit, signed),
      ),
    ];
  });
}
