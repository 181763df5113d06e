// A measure under every pair of two swept values, as a table whose cells carry colours.
import { FigureNotes, intervalNote } from '../parts/figure_notes';
import { heatColor } from '../drawings/heat';
import { dataOf } from '../parts/export_table';
import { HeatLegend } from '../parts/heat_legend';
import { ScrollingTable } from '../parts/scrolling_table';
import type { Measure, Payload, Sweep, Value } from '../payload/payload';
import {
  axisName,
  drawnPlaces,
  endsIn,
  mayBeNone,
  setting,
  textAt,
  variantAt,
  withPlace,
  type Places,
  type Shown,
} from '../payload/sweep_values';
import { monthName } from '../words/calendar';
import { bareNumber, commonStep, scaleFor, unitOfDifference } from '../words/numbers';
import { labelOf, listed, sentence, strings, unitName } from '../words/strings';

interface Properties {
  payload: Payload;
  sweep: Sweep;
  across: number;
  up: number;
  places: Places;
  measure: Measure;
  shown: Shown;
  policy: string;
}

interface Cell {
  value: Value | undefined;
  unclear: boolean | null;
}

export function HeatMap({ payload, sweep, across, up, places, measure, shown, policy }: Properties) {
  const [columns, rows] = [sweep.axes[across], sweep.axes[up]];
  if (!columns || !rows) return null;
  const words = strings.sweep;
  const variant = (row: number, column: number) =>
    variantAt(payload, sweep, withPlace(withPlace(places, up, row), across, column)) ?? '';
  const all = drawnPlaces(rows).map((row) => ({
    row,
    cells: drawnPlaces(columns).map((column) => ({
      column,
      ends: endsIn(payload, measure, shown, variant(row, column)),
      differences: endsIn(payload, measure, 'difference', variant(row, column)),
    })),
  }));
  const values = all.flatMap(({ cells }) => cells.flatMap(({ ends }) => ends.get(policy) ?? []));
  if (values.length === 0) return <p class="note">{strings.figures.noValues}</p>;
  const signed = shown === 'difference';
  const unit = signed ? unitOfDifference(measure.unit) : measure.unit;
  const scale = scaleFor(
    unit,
    values.map(({ value }) => value),
  );
  const ends: [number, number] = [
    Math.min(...values.map(({ value }) => value)),
    Math.max(...values.map(({ value }) => value)),
  ];
  const step = commonStep(
    values.map(({ value }) => value),
    values.map(({ lower, upper }) => (lower === null || upper === null ? 0 : (upper - lower) / 2)),
  );
  const written = (value: number) => bareNumber(value, scale, step, signed);
  const cellOf = (found: Map<string, Value>, differences: Map<string, Value>): Cell => ({
    value: found.get(policy),
    unclear: policy === payload.baseline ? null : mayBeNone(differences.get(policy)),
  });
  const drawn = all.map(({ row, cells }) => ({
    row,
    cells: cells.map(({ column, ends: found, differences }) => ({ column, ...cellOf(found, differences) })),
  }));
  const marked = drawn.some(({ cells }) => cells.some(({ unclear }) => unclear === true));
  const hasIntervals = drawn.some(({ cells }) =>
    cells.some(({ value }) => value !== undefined && value.lower !== null),
  );
  const end = strings.calendar.endOf(monthName(payload.start, payload.months));
  const title = words.map(signed ? words.less(labelOf(measure), payload.baseline) : labelOf(measure), end, policy);
  const held = sweep.axes.flatMap((each, i) => (i === across || i === up ? [] : [setting(each, places[i] ?? 0)]));
  const named = (axis: typeof columns) => strings.figures.tableName(axisName(axis), unitName(axis.unit));
  return (
    <figure id="heat-map" data-measure={measure.name}>
      <figcaption>
        <h3>{title}</h3>
      </figcaption>
      <ScrollingTable name={title} kind="heat">
        <caption>
          {sentence(
            hasIntervals
              ? strings.figures.withInterval(scale.words || labelOf(measure))
              : scale.words || labelOf(measure),
          )}
        </caption>
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              {named(rows)}
            </th>
            <th scope="colgroup" colSpan={drawnPlaces(columns).length}>
              {named(columns)}
            </th>
          </tr>
          <tr>
            {drawnPlaces(columns).map((column) => (
              <th key={column} scope="col">
                {textAt(columns, column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {drawn.map(({ row, cells }) => (
            <tr key={row}>
              <th scope="row">{textAt(rows, row)}</th>
              {cells.map(({ column, value, unclear }) =>
                value === undefined ? (
                  <td key={column} class="empty">
                    {strings.missing}
                  </td>
                ) : (
                  <td
                    key={column}
                    {...dataOf(value)}
                    class={unclear ? 'unclear' : ''}
                    style={{ background: heatColor(value.value, ends, signed) }}
                  >
                    {unclear && (
                      <>
                        <span aria-hidden="true">{'\u2248\u00a0'}</span>
                        <span class="unseen">{words.unclear(payload.baseline)} </span>
                      </>
                    )}
                    {written(value.value)}
                    {value.lower !== null && value.upper !== null && (
                      <small class="interval">{strings.range(written(value.lower), written(value.upper))}</small>
                    )}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </ScrollingTable>
      <HeatLegend ends={ends} signed={signed} written={written} />
      <FigureNotes
        measure={measure}
        file={signed ? 'comparison.csv, variants.csv' : 'curves.csv, variants.csv'}
        notes={[
          intervalNote(payload, 'cell', hasIntervals),
          marked ? words.marked(payload.baseline) : '',
          held.length > 0 ? words.held(listed(held)) : '',
        ]}
      />
    </figure>
  );
}
