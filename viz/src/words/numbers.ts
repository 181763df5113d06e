// Numbers as a reader wants them: words for magnitudes, and no more digits than the interval supports.
import { strings, unitName } from './strings';

/** How the values of one unit are written: divided, rounded, followed by words. */
export interface Scale {
  divide: number;
  /** Stands in front of each number, such as "Rp". */
  before: string;
  /** Stands directly after each number, such as " %" or " million". */
  after: string;
  /** What an axis or a column is measured in, such as "million families". */
  words: string;
}

/** The unit of a difference between two shares, which is no share itself. */
const points = 'percentage points';

export const unitOfDifference = (unit: string) => (/^share\b/.test(unit) ? points : unit);

const minus = '\u2212';

function magnitude(largest: number): { divide: number; word: string } {
  for (const step of [1e12, 1e9, 1e6])
    if (largest >= step) return { divide: step, word: strings.magnitudes[step] ?? '' };
  return { divide: 1, word: '' };
}

const largestOf = (values: Iterable<number | null>) => {
  let largest = 0;
  for (const value of values) if (value !== null && Math.abs(value) > largest) largest = Math.abs(value);
  return largest;
};

/** The scale for values of a unit. `share` becomes per cent and rupiah get a word, whatever follows in the unit. */
export function scaleFor(unit: string, values: Iterable<number | null>): Scale {
  const largest = largestOf(values);
  if (/^(share|fraction|proportion|probability)\b/i.test(unit)) {
    const rest = unit
      .replace(/^\S+/, '')
      .replace(/\s*(in|between|from)?\s*[[(]?0\s*(,|to|and|-|\u2013)\s*1[\])]?/i, '')
      .trim();
    return {
      divide: 0.01,
      before: '',
      after: strings.percentSign,
      words: rest ? `% ${unitName(rest)}` : strings.percent,
    };
  }
  if (unit === points) return { divide: 0.01, before: '', after: strings.pointsAfter, words: strings.points };
  if (/^(%|per ?cent)/i.test(unit))
    return { divide: 1, before: '', after: strings.percentSign, words: unit.replace(/^%$/, strings.percent) };
  const rupiah = /^(thousand |million |billion )?(rupiah|rp|idr)\b/i.exec(unit);
  if (rupiah) {
    const given = { thousand: 1e3, million: 1e6, billion: 1e9 }[(rupiah[1] ?? '').trim().toLowerCase()] ?? 1;
    const { divide, word } = magnitude(largest * given);
    const rest = unit.slice(rupiah[0].length).trim();
    return {
      divide: divide / given,
      before: 'Rp\u00a0',
      after: word ? ` ${word}` : '',
      words: [word, strings.rupiah, unitName(rest)].filter(Boolean).join(' '),
    };
  }
  const { divide, word } = magnitude(largest);
  return { divide, before: '', after: word ? ` ${word}` : '', words: [word, unitName(unit)].filter(Boolean).join(' ') };
}

/** A power of ten such that `value` keeps the given number of significant digits. */
const stepOf = (value: number, digits: number) =>
  value === 0 ? 0 : 10 ** (Math.floor(Math.log10(Math.abs(value))) - digits + 1);

/**
 * The rounding step for an estimate, in its own unit.
 *
 * Half of the interval's width, to two digits, says how far the digits mean something. Many replicates
 * make that width tiny although the parameters are uncertain, so an estimate never shows more than four digits, and a
 * share no more than three.
 */
export function roundingStep(value: number, unit: string, lower: number | null, upper: number | null): number {
  if (lower === null || upper === null || upper <= lower) return stepOf(value, 3);
  const largest = Math.max(Math.abs(value), Math.abs(lower), Math.abs(upper));
  return Math.max(stepOf((upper - lower) / 2, 2), stepOf(largest, /^share\b/.test(unit) ? 3 : 4));
}

function digitsAfterPoint(step: number): number {
  return step > 0 ? Math.min(12, Math.max(0, -Math.floor(Math.log10(step) + 1e-9))) : 0;
}

/** Made once for each language and number of digits: a figure writes thousands of numbers. */
const formats = new Map<string, Intl.NumberFormat>();

function formatOf(digits: number): Intl.NumberFormat {
  const key = `${strings.locale} ${digits}`;
  const made =
    formats.get(key) ??
    new Intl.NumberFormat(strings.locale, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  formats.set(key, made);
  return made;
}

/** The bare number in the scale's unit, rounded to `step` (given in the value's own unit). */
export function bareNumber(value: number, scale: Scale, step: number, sign = false): string {
  const rounded = step > 0 ? Math.round(value / step) * step : value;
  const digits = digitsAfterPoint(step / scale.divide);
  const text = formatOf(digits).format(Math.abs(rounded / scale.divide));
  if (rounded < 0) return minus + text;
  return sign && rounded > 0 ? `+${text}` : text;
}

const writtenWith = (bare: string, { before, after }: Scale) =>
  /^[+\u2212]/.test(bare) ? `${bare.slice(0, 1)}${before}${bare.slice(1)}${after}` : `${before}${bare}${after}`;

/** One number with its unit's words: "1.21 million", "Rp 3.4 trillion", "42 %". */
export function inWords(
  value: number | null,
  unit: string,
  lower: number | null = null,
  upper: number | null = null,
  sign = false,
): string {
  if (value === null) return strings.missing;
  const scale = scaleFor(unit, [value, lower, upper]);
  return writtenWith(bareNumber(value, scale, roundingStep(value, unit, lower, upper), sign), scale);
}

/** The same, rounded by an interval that is not written beside it, and so in words for its own size. */
export function aloneInWords(
  value: number | null,
  unit: string,
  lower: number | null,
  upper: number | null,
  sign = false,
): string {
  if (value === null) return strings.missing;
  const scale = scaleFor(unit, [value]);
  return writtenWith(bareNumber(value, scale, roundingStep(value, unit, lower, upper), sign), scale);
}

/** "180,000 to 240,000", written as the estimate it belongs to. */
export function intervalInWords(
  value: number,
  lower: number | null,
  upper: number | null,
  unit: string,
  sign = false,
): string {
  if (lower === null || upper === null) return '';
  const scale = scaleFor(unit, [value, lower, upper]);
  const step = roundingStep(value, unit, lower, upper);
  return `${scale.before}${strings.range(bareNumber(lower, scale, step, sign), bareNumber(upper, scale, step, sign))}${scale.after}`;
}

/**
 * One step for a whole column or table, so that its numbers line up.
 *
 * Three digits of the largest value, or four where the usual interval is narrower than that.
 */
export function commonStep(values: (number | null)[], halfWidths: number[]): number {
  const largest = largestOf(values);
  const widths = halfWidths.filter((width) => width > 0).sort((a, b) => a - b);
  const usual = widths[Math.floor(widths.length / 2)];
  const coarse = stepOf(largest, 3);
  return usual === undefined ? coarse : Math.min(coarse, Math.max(stepOf(usual, 1), stepOf(largest, 4)));
}

/** A number that is known exactly and round, such as the size of a programme: "10 million". */
export const roundNumber = (value: number) =>
  value < 1e6
    ? wholeNumber(value)
    : new Intl.NumberFormat(strings.locale, {
        notation: 'compact',
        compactDisplay: 'long',
        maximumSignificantDigits: 3,
      }).format(value);

export const wholeNumber = (value: number) => value.toLocaleString(strings.locale, { maximumFractionDigits: 0 });
