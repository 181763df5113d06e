// A figure of one measure: picture, what its band is, where it came from, and its numbers as a table.
import { useMemo } from 'preact/hooks';
import { bandSentence } from './answer';
import { endOfMonth, isoMonth, monthName, periodName, yearlyMonths } from './calendar';
import { drawCurves, hasNames, valueDomain, type Line } from './curve_drawing';
import { saveFile, toCsv } from './download';
import { bareNumber, commonStep, inWords, intervalInWords, scaleFor, type Scale } from './numbers';
import { lookOf } from './palette';
import { Picture } from './picture';
import { curvesOf, type Curve, type Measure, type Payload } from './payload';
import { labelOf, sentence, strings } from './strings';
import { ScrollingTable } from './scrolling_table';

interface Properties { payload: Payload; measure: Measure; variant: string; hidden: Set<string>; compact: boolean }

/** The curve without the months in which it is not defined. */
function pointsOf(curve: Curve, payload: Payload, unit: string): Line['points'] {
  return curve.month.flatMap((month, i) => {
    const value = curve.mean[i] ?? null;
    if (value === null) return [];
    const lower = curve.lower?.[i] ?? null;
    const upper = curve.upper?.[i] ?? null;
    const interval = intervalInWords(value, lower, upper, unit);
    const title = [curve.policy, periodName(payload.start, month), inWords(value, unit, lower, upper), interval && strings.figures.interval(interval)];
    return [{ date: endOfMonth(payload.start, month), value, lower, upper, title: title.filter(Boolean).join('\n') }];
  });
}

function spoken(payload: Payload, measure: Measure, curves: Curve[]): string {
  const items = curves.flatMap((curve) => {
    const i = curve.mean.findLastIndex((value) => value !== null);
    const value = curve.mean[i];
    if (value === undefined || value === null) return [];
    const [lower, upper] = [curve.lower?.[i] ?? null, curve.upper?.[i] ?? null];
    return [strings.figures.spokenItem(curve.policy, inWords(value, measure.unit, lower, upper), intervalInWords(value, lower, upper, measure.unit))];
  });
  return strings.figures.spoken(labelOf(measure), measure.unit, strings.calendar.endOf(monthName(payload.start, payload.months)), items);
}

function yearLabel(start: string, month: number): string {
  if (month === 0) return strings.calendar.start;
  const end = endOfMonth(start, month);
  if (end.getUTCMonth() === 0) return String(end.getUTCFullYear() - 1);
  return `${end.getUTCFullYear()}, ${strings.calendar.partYear(monthName(start, month, 'short'))}`;
}

function YearlyNumbers({ payload, measure, curves, scale }: { payload: Payload; measure: Measure; curves: Curve[]; scale: Scale }) {
  const months = yearlyMonths(payload.start, curves.flatMap((curve) => curve.month));
  const halfWidths = curves.flatMap((curve) => curve.month.map((_, i) => ((curve.upper?.[i] ?? 0) - (curve.lower?.[i] ?? 0)) / 2));
  const step = commonStep(curves.flatMap((curve) => curve.mean), halfWidths);
  const name = strings.figures.tableName(labelOf(measure), scale.words);
  const hasIntervals = halfWidths.some((width) => width > 0);
  const cell = (curve: Curve, month: number) => {
    const i = curve.month.indexOf(month);
    const value = curve.mean[i] ?? null;
    if (value === null) return <td>{strings.missing}</td>;
    const [lower, upper] = [curve.lower?.[i] ?? null, curve.upper?.[i] ?? null];
    return (
      <td>
        {bareNumber(value, scale, step)}
        {lower !== null && upper !== null && upper > lower && (
          <small class="interval">{strings.range(bareNumber(lower, scale, step), bareNumber(upper, scale, step))}</small>
        )}
      </td>
    );
  };
  return (
    <details class="numbers">
      <summary>{strings.figures.numbers}</summary>
      <ScrollingTable name={name}>
        <caption>{hasIntervals ? strings.figures.withInterval(name) : name}</caption>
        <thead>
          <tr>
            <th scope="col">{strings.figures.yearColumn}</th>
            {curves.map((curve) => <th scope="col" key={curve.policy}>{curve.policy}</th>)}
          </tr>
        </thead>
        <tbody>
          {months.map((month) => (
            <tr key={month}>
              <th scope="row">{yearLabel(payload.start, month)}</th>
              {curves.map((curve) => cell(curve, month))}
            </tr>
          ))}
        </tbody>
      </ScrollingTable>
    </details>
  );
}

function curveCsv(payload: Payload, curves: Curve[]): string {
  const rows = curves.flatMap((curve) =>
    curve.month.map((month, i) => [
      curve.policy, curve.variant, curve.measure, month, isoMonth(payload.start, month), curve.mean[i] ?? null, curve.lower?.[i] ?? null, curve.upper?.[i] ?? null,
    ]));
  return toCsv(['policy', 'variant', 'measure', 'month', 'calendar_month', 'mean', 'lower', 'upper'], rows);
}

export function CurveFigure({ payload, measure, variant, hidden, compact }: Properties) {
  const curves = useMemo(
    () => curvesOf(payload, measure.name, variant).filter((curve) => !hidden.has(curve.policy) && curve.mean.some((value) => value !== null)),
    [payload, measure, variant, hidden],
  );
  const scale = useMemo(() => scaleFor(measure.unit, curves.flatMap((curve) => [...curve.mean, ...(curve.upper ?? []), ...(curve.lower ?? [])])), [curves]);
  const lines = useMemo(
    () => curves.map((curve): Line => ({
      policy: curve.policy,
      look: lookOf(curve.policy, payload.policies, payload.baseline),
      baseline: curve.policy === payload.baseline,
      points: pointsOf(curve, payload, measure.unit),
    })),
    [curves],
  );
  const lastMonth = Math.max(payload.months, ...curves.flatMap((curve) => curve.month));
  const period: [Date, Date] = [endOfMonth(payload.start, 0), endOfMonth(payload.start, lastMonth)];
  if (lines.length === 0) return <p class="note">{strings.figures.noValues}</p>;

  const hasIntervals = lines.some((line) => line.points.some((point) => point.lower !== null));
  const better = strings.figures.unitAndBetter[measure.better] ?? '';
  // In a small figure the band is explained once, under the main one.
  const notes = [sentence(measure.definition), compact ? '' : better, compact ? '' : bandSentence(payload, hasIntervals), valueDomain(lines).fromZero ? '' : strings.figures.notFromZero,
    lines.length > 1 && !hasNames(lines.length, compact) ? strings.figures.colorsAbove : ''];
  return (
    <figure data-measure={measure.name}>
      {compact && <figcaption><h3>{labelOf(measure)}</h3></figcaption>}
      <Picture
        label={spoken(payload, measure, curves)}
        draw={(width) => drawCurves({ lines, period, scale, compact }, width)}
        dependsOn={[lines]}
        printWidth={compact ? 330 : 680}
      />
      <p class="note">
        {notes.filter(Boolean).join(' ')} <span class="source">{strings.figures.source('curves.csv')}</span>
      </p>
      {!compact && (
        <p class="on-screen">
          <button type="button" onClick={() => saveFile(`${measure.name}.csv`, curveCsv(payload, curves))}>{strings.figures.download}</button>
        </p>
      )}
      <YearlyNumbers payload={payload} measure={measure} curves={curves} scale={scale} />
    </figure>
  );
}
