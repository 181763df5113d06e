// Months of a run as dates. Month 0 is the state before the first month; month 1 ends one month after `start`.
import { strings } from './strings';

interface Start {
  year: number;
  month: number;
}

function parse(start: string): Start {
  const match = /^(\d{4})-(\d{2})/.exec(start);
  return match ? { year: Number(match[1]), month: Number(match[2]) - 1 } : { year: 0, month: 0 };
}

/**
 * The instant at which a month of the run has ended, so that month 12 of a run from January stands at the next year.
 */
export function endOfMonth(start: string, month: number): Date {
  const { year, month: first } = parse(start);
  const date = new Date(Date.UTC(2000, first + month, 1));
  // Set apart from the constructor, which reads years below 100 as 19xx.
  date.setUTCFullYear(date.getUTCFullYear() - 2000 + year);
  return date;
}

/** Made once for each language and length. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(length: 'long' | 'short'): Intl.DateTimeFormat {
  const key = `${strings.locale} ${length}`;
  const made =
    formats.get(key) ?? new Intl.DateTimeFormat(strings.locale, { month: length, year: 'numeric', timeZone: 'UTC' });
  formats.set(key, made);
  return made;
}

/** "December 2035": the calendar month that the given month of the run was. */
export function monthName(start: string, month: number, length: 'long' | 'short' = 'long'): string {
  const date = endOfMonth(start, Math.max(month, 1) - 1);
  return formatOf(length).format(date);
}

export function periodName(start: string, month: number, length: 'long' | 'short' = 'long'): string {
  return month <= 0 ? strings.calendar.beforeStart(monthName(start, 1, length)) : monthName(start, month, length);
}

/** "2026-12", for files. Empty for the state before the first month, which is in no month. */
export function isoMonth(start: string, month: number): string {
  return month <= 0
    ? ''
    : endOfMonth(start, month - 1)
        .toISOString()
        .slice(0, 7);
}

/** Which of the given months belong in a table by year: the start, each December, and the last one. */
export function yearlyMonths(start: string, months: number[]): number[] {
  const last = Math.max(...months);
  return [...new Set(months)]
    .filter((month) => month === 0 || month === last || endOfMonth(start, month).getUTCMonth() === 0)
    .sort((a, b) => a - b);
}

/** Tick dates that have room for their names: years, or months when the run is short. */
export function timeTicks(from: Date, to: Date, width: number): { ticks: Date[]; format: (date: Date) => string } {
  const spanMonths = (to.getTime() - from.getTime()) / 2_629_800_000;
  const short = spanMonths < 30;
  // Pixels for "Sept 2026" or "2026" and the space around it.
  const room = Math.max(2, Math.floor(width / (short ? 76 : 36)));
  const step =
    [1, 2, 3, 6, 12, 24, 36, 48, 60, 120, 240].find((each) => (short || each >= 12) && spanMonths / each <= room) ??
    600;
  const ticks: Date[] = [];
  // Counted from year 0, so that steps of two or five years fall on round years.
  const first = Math.ceil((from.getUTCFullYear() * 12 + from.getUTCMonth()) / step) * step;
  for (let count = first; ; count += step) {
    const date = new Date(Date.UTC(Math.floor(count / 12), count % 12, 1));
    if (date > to) break;
    ticks.push(date);
  }
  const options: Intl.DateTimeFormatOptions = short
    ? { month: 'short', year: 'numeric', timeZone: 'UTC' }
    : { year: 'numeric', timeZone: 'UTC' };
  const format = new Intl.DateTimeFormat(strings.locale, options);
  return { ticks, format: (date) => format.format(date) };
}
