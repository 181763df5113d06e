import { valueAt, type Curve, type Payload } from '../payload/payload';
import { endOfMonth, monthName, yearlyMonths } from '../words/calendar';
import type { Scale } from '../words/numbers';
import { strings } from '../words/strings';
import { NumbersTable } from './numbers_table';

export type NamedCurve = Pick<Curve, 'month' | 'mean' | 'lower' | 'upper'> & { name: string };

function yearLabel(start: string, month: number): string {
  if (month === 0) return strings.calendar.start;
  const end = endOfMonth(start, month);
  if (end.getUTCMonth() === 0) return String(end.getUTCFullYear() - 1);
  return `${end.getUTCFullYear()}, ${strings.calendar.partYear(monthName(start, month, 'short'))}`;
}

/** Curves as a table: one row for the end of each year. */
export function YearlyNumbers({
  payload,
  name,
  curves,
  scale,
  sign = false,
}: {
  payload: Payload;
  name: string;
  curves: NamedCurve[];
  scale: Scale;
  sign?: boolean;
}) {
  const months = yearlyMonths(
    payload.start,
    curves.flatMap((curve) => curve.month),
  );
  const rows = months.map((month) => ({
    head: yearLabel(payload.start, month),
    cells: curves.map((curve) => valueAt(curve, curve.month.indexOf(month))),
  }));
  return (
    <NumbersTable
      name={strings.figures.tableName(name, scale.words)}
      corner={strings.figures.yearColumn}
      columns={curves.map((curve) => curve.name)}
      rows={rows}
      scale={scale}
      sign={sign}
    />
  );
}
