// Each policy against the baseline in a measure of the reader's choice: over time, and at the end.
import { useMemo } from 'preact/hooks';
import { drawCurves, hasNames, type Line } from '../drawings/curve_drawing';
import { drawDifferences, type Difference } from '../drawings/difference_drawing';
import { hasIntervals, lastValues, linesOf, periodOf } from '../drawings/lines';
import { lookOf } from '../drawings/palette';
import { bandsNote, FigureNotes, intervalNote } from '../parts/figure_notes';
import { NumbersTable } from '../parts/numbers_table';
import { paper, Picture } from '../parts/picture';
import { YearlyNumbers } from '../parts/yearly_numbers';
import { curvesOf, valueAtEnd, type Measure, type Payload } from '../payload/payload';
import { monthName } from '../words/calendar';
import { inWords, intervalInWords, scaleFor, unitOfDifference } from '../words/numbers';
import { labelOf, strings } from '../words/strings';
import { valuesOf } from './curve_figure';

interface Properties {
  payload: Payload;
  measure: Measure;
  variant: string;
  hidden: Set<string>;
  /** The policy whose band is drawn where not all are. */
  policy: string;
}

/** The baseline as what it is here: a line at zero, with its name at the end. */
function zeroLine(payload: Payload, [from, to]: [Date, Date]): Line {
  const point = (date: Date) => ({
    date,
    value: 0,
    lower: null,
    upper: null,
    run: 0,
    title: strings.comparison.zero(payload.baseline),
  });
  return {
    policy: payload.baseline,
    look: lookOf(payload.baseline, payload),
    baseline: true,
    points: [point(from), point(to)],
  };
}

export function Differences({ payload, measure, variant, hidden, policy }: Properties) {
  const curves = useMemo(
    () =>
      curvesOf(payload, payload.differences, measure.name, variant).filter(
        (curve) => !hidden.has(curve.policy) && curve.mean.some((value) => value !== null),
      ),
    [payload, measure, variant, hidden],
  );
  const unit = unitOfDifference(measure.unit);
  const lines = useMemo(
    () => linesOf(payload, curves, unit, { signed: true, chosen: policy }),
    [curves, policy, strings],
  );
  const scale = useMemo(() => scaleFor(unit, valuesOf(curves)), [curves, strings]);
  if (lines.length === 0) return <p class="note">{strings.figures.noValues}</p>;

  const words = strings.comparison;
  const label = labelOf(measure);
  const period = periodOf(payload, curves);
  const end = strings.calendar.endOf(monthName(payload.start, payload.months));
  const ends = curves.flatMap((curve): Difference[] => {
    const at = valueAtEnd(payload, curve);
    return at === null ? [] : [{ policy: curve.policy, look: lookOf(curve.policy, payload), ...at }];
  });
  const endItems = ends.map(({ policy, value, lower, upper }) =>
    strings.figures.spokenItem(
      policy,
      inWords(value, unit, lower, upper, true),
      intervalInWords(value, lower, upper, unit, true),
    ),
  );
  const better = strings.figures.unitAndBetter[measure.better] ?? '';
  const spoken = (items: string[]) => words.spoken(label, payload.baseline, end, items);
  return (
    <>
      <figure data-measure={measure.name} id="difference-over-time">
        <figcaption>
          <h3>{words.overTime(label)}</h3>
        </figcaption>
        <Picture
          label={spoken(lastValues(lines, unit, true))}
          draw={(width, tallest) =>
            drawCurves(
              { lines: [...lines, zeroLine(payload, period)], period, scale, compact: false, signed: true },
              width,
              tallest,
            )
          }
          dependsOn={[lines]}
          onPaper={paper.whole}
        />
        <FigureNotes
          measure={measure}
          file="comparison.csv"
          notes={[
            words.paired(payload.baseline),
            better,
            intervalNote(payload, 'band', hasIntervals(lines)),
            bandsNote(lines),
            hasNames(lines.length + 1, false) ? '' : strings.figures.colorsAbove,
          ]}
        />
        <YearlyNumbers
          payload={payload}
          name={words.overTime(label)}
          curves={curves.map((curve) => ({ ...curve, name: curve.policy }))}
          scale={scale}
          sign
        />
      </figure>
      {ends.length > 0 && (
        <figure data-measure={measure.name} id="difference-at-end">
          <figcaption>
            <h3>{words.atEnd(label, end)}</h3>
          </figcaption>
          <Picture
            label={spoken(endItems)}
            draw={(width) => drawDifferences(ends, scale, width, payload.baseline)}
            dependsOn={[lines]}
            onPaper={paper.whole}
          />
          <FigureNotes
            file="comparison.csv"
            notes={[
              words.paired(payload.baseline),
              intervalNote(
                payload,
                'bar',
                ends.some((row) => row.lower !== null),
              ),
            ]}
          />
          <NumbersTable
            name={strings.figures.tableName(words.atEnd(label, end), scale.words)}
            corner={words.policy}
            columns={[words.axis(scale.words)]}
            rows={ends.map((row) => ({ head: row.policy, cells: [row] }))}
            scale={scale}
            sign
          />
        </figure>
      )}
    </>
  );
}
