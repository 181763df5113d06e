// The numbers of a figure as a file, as its table holds them, unrounded.
import { toCsv } from './download';

const textOf = (cell: Element | null | undefined) => (cell?.textContent ?? '').trim();

/** Numbers that a cell carries for files: `data-value`, `data-lower` and `data-upper`. */
export const dataOf = (at: { value: number; lower: number | null; upper: number | null } | null) => ({
  'data-value': at?.value ?? '',
  'data-lower': at?.lower ?? '',
  'data-upper': at?.upper ?? '',
});

/** One line for each cell of the figure's tables: what its row and its column are, and its numbers or its words. */
export function csvOf(figure: Element): string {
  const lines = [...figure.querySelectorAll('table')].flatMap((table) => {
    const columns = [...(table.tHead?.rows[table.tHead.rows.length - 1]?.cells ?? [])].map(textOf);
    // A head of two lines leaves the corner to the first.
    const ahead = (table.tHead?.rows.length ?? 1) > 1 ? 0 : 1;
    return [...table.tBodies].flatMap((body) =>
      [...body.rows].flatMap((row) =>
        [...row.querySelectorAll('td')].map((cell, i) => {
          const { value = textOf(cell), lower = '', upper = '' } = cell.dataset;
          return [textOf(row.cells[0]), columns[i + ahead] ?? '', value, lower, upper];
        }),
      ),
    );
  });
  return toCsv(['row', 'column', 'value', 'lower', 'upper'], lines);
}
