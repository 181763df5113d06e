// The answer in words: which policies differ from the baseline, by how much, and what the interval means.
import { rowsOf, type Payload, type TableRow } from '../payload/payload';
import { monthName } from '../words/calendar';
import { inWords, intervalInWords } from '../words/numbers';
import { listed, strings } from '../words/strings';

/** More names than this in one sentence are no longer read; the table has them all. */
const most_names = 4;

const families = 'families';

/** "1 to 100" (665,000 more; 616,000 to 714,000). Signs appear only where the interval holds both. */
function item(row: TableRow): string {
  const words = strings.answer;
  const difference = row.difference ?? 0;
  if (direction(row) === 'unclear') {
    const interval = intervalInWords(difference, row.lower, row.upper, families, true);
    return words.item(row.policy, inWords(difference, families, row.lower, row.upper, true), interval);
  }
  const [lower, upper] =
    difference < 0 && row.lower !== null && row.upper !== null ? [-row.upper, -row.lower] : [row.lower, row.upper];
  const count = inWords(Math.abs(difference), families, lower, upper);
  const by = difference < 0 ? words.fewerBy(count) : words.moreBy(count);
  const interval = intervalInWords(Math.abs(difference), lower, upper, families);
  return interval ? words.item(row.policy, by, interval) : words.itemWithoutInterval(row.policy, by);
}

/** "more", "fewer", "unclear", or "unknown" when there is no interval to judge by. */
function direction(row: TableRow): 'more' | 'fewer' | 'unclear' | 'unknown' {
  if (row.lower === null || row.upper === null) return 'unknown';
  if (row.lower > 0) return 'more';
  return row.upper < 0 ? 'fewer' : 'unclear';
}

function told(
  rows: TableRow[],
  each: (items: string) => string,
  many: (count: number, least: string, most: string) => string,
): string[] {
  if (rows.length === 0) return [];
  const sorted = [...rows].sort((a, b) => Math.abs(b.difference ?? 0) - Math.abs(a.difference ?? 0));
  const [largest] = sorted;
  const smallest = sorted.at(-1);
  if (sorted.length > most_names && largest && smallest) return [many(sorted.length, item(smallest), item(largest))];
  return [each(listed(sorted.map(item)))];
}

/** How many families the policies made able: what exits alone do not tell. Empty for results that do not know. */
function ableSentences(rows: TableRow[]): string[] {
  const words = strings.answer;
  const known = rows.filter((row) => row.became_able !== null);
  const each = (row: TableRow) => words.itemWithoutInterval(row.policy, inWords(row.became_able, families));
  const sorted = [...known].sort((a, b) => (a.became_able ?? 0) - (b.became_able ?? 0));
  const [least, most] = [sorted[0], sorted.at(-1)];
  if (!least || !most) return [];
  if (known.length > most_names + 1) return [words.ableOfMany(known.length, each(least), each(most))];
  return [words.able(listed(known.map(each)))];
}

/** The sentence on what the intervals of the run measure; empty when it compares nothing. */
export function intervalSentence(payload: Payload): string {
  if (payload.interval === 'chance') return strings.answer.intervalChance(payload.replicates);
  if (payload.interval === 'parameters') return strings.answer.intervalParameters(payload.draws);
  return strings.answer.intervalNone;
}

/** The sentences of the answer for one variant, in reading order. */
export function answer(payload: Payload, variant: string): string[] {
  const words = strings.answer;
  const rows = rowsOf(payload, variant);
  const baseline = rows.find((row) => row.policy === payload.baseline) ?? rows[0];
  const sentences: string[] = [];
  if (payload.variants.length > 1) sentences.push(words.variant(variant));
  if (baseline && baseline.self_reliant !== null)
    sentences.push(
      words.only(baseline.policy, inWords(baseline.self_reliant, families), monthName(payload.start, payload.months)),
    );

  const compared = rows.filter((row) => row.difference !== null);
  if (compared.length === 0) return [...sentences, ...ableSentences(rows), words.noComparison];
  const by = (wanted: ReturnType<typeof direction>) => compared.filter((row) => direction(row) === wanted);
  sentences.push(
    ...told(by('more'), words.more, words.moreOfMany),
    ...told(by('fewer'), words.fewer, words.fewerOfMany),
  );

  const unclear = by('unclear');
  if (unclear.length > most_names)
    sentences.push(
      words.unclearOfMany(payload.baseline, unclear.length, listed(unclear.map((row) => words.quoted(row.policy)))),
    );
  else if (unclear.length > 0) sentences.push(words.unclear(payload.baseline, listed(unclear.map(item))));

  const unknown = by('unknown');
  if (unknown.length > 0) sentences.push(words.noInterval(listed(unknown.map(item))));
  sentences.push(intervalSentence(payload), ...ableSentences(rows));
  return sentences;
}
