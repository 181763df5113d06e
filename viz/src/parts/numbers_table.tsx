// The numbers behind a figure as a table, for those who cannot or do not want to read the picture.
import type { Value } from '../payload/payload';
import { bareNumber, commonStep, type Scale } from '../words/numbers';
import { strings } from '../words/strings';
import { dataOf } from './export_table';
import { ScrollingTable } from './scrolling_table';

interface Properties {
  name: string;
  /** What the first column holds. */
  corner: string;
  columns: string[];
  /** A cell is null where the value is missing. */
  rows: { head: string; cells: (Value | null)[] }[];
  scale: Scale;
  sign?: boolean;
  /** What opens the table, unless it holds the numbers of the figure above it. */
  summary?: string;
  /** The file that holds the numbers, when the figure does not name it. */
  source?: string;
}

const halfWidth = (cell: Value | null) =>
  cell === null || cell.lower === null || cell.upper === null ? 0 : (cell.upper - cell.lower) / 2;

export function NumbersTable({
  name,
  corner,
  columns,
  rows,
  scale,
  sign = false,
  summary = strings.figures.numbers,
  source,
}: Properties) {
  const all = rows.flatMap((row) => row.cells);
  const step = commonStep(
    all.map((cell) => cell?.value ?? null),
    all.map(halfWidth),
  );
  const hasIntervals = all.some((cell) => halfWidth(cell) > 0);
  const written = (cell: Value | null) => {
    if (cell === null) return strings.missing;
    const { value, lower, upper } = cell;
    return (
      <>
        {bareNumber(value, scale, step, sign)}
        {lower !== null && upper !== null && upper > lower && (
          <small class="interval">
            {strings.range(bareNumber(lower, scale, step, sign), bareNumber(upper, scale, step, sign))}
          </small>
        )}
      </>
    );
  };
  return (
    <details class="numbers">
      <summary>{summary}</summary>
      <ScrollingTable name={name}>
        <caption>{hasIntervals ? strings.figures.withInterval(name) : name}</caption>
        <thead>
          <tr>
            <th scope="col">{corner}</th>
            {columns.map((column) => (
              <th scope="col" key={column}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ head, cells }) => (
            <tr key={head}>
              <th scope="row">{head}</th>
              {cells.map((cell, i) => (
                <td key={i} {...dataOf(cell)}>
                  {written(cell)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </ScrollingTable>
      {source && (
        <p class="note">
          <span class="source">{strings.figures.source(source)}</span>
        </p>
      )}
    </details>
  );
}
