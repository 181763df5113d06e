// A figure of one measure: picture, what its band is, where it came from, and its numbers as a table.
import { useMemo } from 'preact/hooks';
import { drawCurves, hasNames, valueDomain } from '../drawings/curve_drawing';
import { hasIntervals, lastValues, linesOf, periodOf } from '../drawings/lines';
import { toCsv } from '../parts/download';
import { bandsNote, FigureNotes, intervalNote } from '../parts/figure_notes';
import { paper, Picture } from '../parts/picture';
import { YearlyNumbers } from '../parts/yearly_numbers';
import { curvesOf, type Curve, type Measure, type Payload } from '../payload/payload';
import { isoMonth, monthName } from '../words/calendar';
import { scaleFor } from '../words/numbers';
import { labelOf, strings } from '../words/strings';

interface Properties {
  payload: Payload;
  measure: Measure;
  variant: string;
  hidden: Set<string>;
  compact: boolean;
  /** The policy whose band is drawn where not all are. */
  policy?: string | undefined;
}

/** Curves as a file of their own, with the columns of curves.csv. */
export function curveCsv(payload: Payload, curves: Curve[]): string {
  const rows = curves.flatMap((curve) =>
    curve.month.map((month, i) => [
      curve.policy,
      curve.variant,
      curve.measure,
      month,
      isoMonth(payload.start, month),
      curve.mean[i] ?? null,
      curve.lower?.[i] ?? null,
      curve.upper?.[i] ?? null,
    ]),
  );
  return toCsv(['policy', 'variant', 'measure', 'month', 'calendar_month', 'mean', 'lower', 'upper'], rows);
}

/** All values and bounds of some curves, from which the unit's magnitude follows. */
export const valuesOf = (curves: Pick<Curve, 'mean' | 'lower' | 'upper'>[]) =>
  curves.flatMap((curve) => [...curve.mean, ...(curve.upper ?? []), ...(curve.lower ?? [])]);

export function CurveFigure({ payload, measure, variant, hidden, compact, policy }: Properties) {
  const curves = useMemo(
    () =>
      curvesOf(payload, payload.curves, measure.name, variant).filter(
        (curve) => !hidden.has(curve.policy) && curve.mean.some((value) => value !== null),
      ),
    [payload, measure, variant, hidden],
  );
  const scale = useMemo(() => scaleFor(measure.unit, valuesOf(curves)), [curves, strings]);
  const lines = useMemo(() => linesOf(payload, curves, measure.unit, { chosen: policy }), [curves, policy, strings]);
  const label = labelOf(measure);
  const title = compact && (
    <figcaption>
      <h3>{label}</h3>
    </figcaption>
  );
  if (lines.length === 0) {
    const words = hidden.size >= payload.policies.length ? strings.figures.noneShown : strings.figures.noValues;
    return (
      <div data-measure={measure.name}>
        {compact && <h3>{label}</h3>}
        <p class="note">{words}</p>
      </div>
    );
  }

  const notes = [
    compact ? '' : (strings.figures.unitAndBetter[measure.better] ?? ''),
    intervalNote(payload, 'band', hasIntervals(lines)),
    bandsNote(lines),
    valueDomain(lines).fromZero ? '' : strings.figures.notFromZero,
    lines.length > 1 && !hasNames(lines.length, compact) ? strings.figures.colorsAbove : '',
  ];
  const spoken = strings.figures.spoken(
    label,
    scaleFor(measure.unit, []).words,
    strings.calendar.endOf(monthName(payload.start, payload.months)),
    lastValues(lines, measure.unit),
  );
  return (
    <figure data-measure={measure.name}>
      {title}
      <Picture
        label={spoken}
        draw={(width, tallest) =>
          drawCurves({ lines, period: periodOf(payload, curves), scale, compact }, width, tallest)
        }
        dependsOn={[lines]}
        onPaper={compact ? paper.half : paper.note}
        tallest={compact ? Infinity : 290}
      />
      <FigureNotes measure={measure} notes={notes} file="curves.csv" csv={() => curveCsv(payload, curves)} />
      <YearlyNumbers
        payload={payload}
        name={label}
        curves={curves.map((curve) => ({ ...curve, name: curve.policy }))}
        scale={scale}
      />
    </figure>
  );
}
