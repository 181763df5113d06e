// The first lines in words: what each policy brings against the baseline, exits never alone.
import type { Answer, AnswerFigure } from '../payload/answer_payload';
import { rowsOf, type Payload } from '../payload/payload';
import { monthName } from '../words/calendar';
import { aloneInWords, inWords, intervalInWords, roundNumber } from '../words/numbers';
import { sentence, strings } from '../words/strings';

const families = 'families';

/** What is said of one policy; the warning is empty where most further exits are not premature. */
export interface Brought {
  policy: string;
  /** Sentences, those of one subject together. */
  lines: string[];
  warning: string;
}

/** Words around a number and its interval. */
type Amount = (count: string, interval: string) => string;

/** One sentence of several parts; empty where there are none. */
function together(parts: string[]): string {
  const there = parts.filter(Boolean);
  return there.length > 0 ? sentence(there.join('; ')) : '';
}

/** The words around a figure, with signs where it is a change of either direction. */
function said(words: Amount, { mean, lower, upper }: AnswerFigure, unit: string, sign: boolean): string {
  const interval = mean === null ? '' : intervalInWords(mean, lower, upper, unit, sign);
  return words(inWords(mean, unit, lower, upper, sign), interval);
}

const positive = ({ mean, lower, upper, told }: AnswerFigure): AnswerFigure => ({
  told,
  mean: mean === null ? null : Math.abs(mean),
  lower: upper === null ? null : -upper,
  upper: lower === null ? null : -lower,
});

interface ByTold {
  more: Amount;
  fewer: Amount;
  unclear: Amount;
  equal: string;
}

/** A difference in the words for what can be told of it; without an interval by its sign. */
function difference(words: ByTold, figure: AnswerFigure, unit = families): string {
  const { mean, told } = figure;
  if (mean === null) return '';
  if (told === 'equal' || (told === 'no_interval' && mean === 0)) return words.equal;
  if (told === 'unclear') return said(words.unclear, figure, unit, true);
  return mean > 0 ? said(words.more, figure, unit, false) : said(words.fewer, positive(figure), unit, false);
}

function premature({ figures }: Answer): string {
  const words = strings.brought.premature;
  const { premature_share: share, premature_exits: exits, judged_exits: judged } = figures;
  const more = (judged.mean ?? 0) > 0;
  const counted = (words: Amount) => said(words, exits, families, true);
  // A share that may be less than nothing says no more than that premature ones may also be fewer.
  if (share.told === 'share' && (share.lower ?? 0) < 0) return counted(words.untold);
  if (share.told === 'share') return said(more ? words.share : words.spared, share, 'share', false);
  if (share.told === 'opposite') return counted(more ? words.fall : words.rise);
  if (share.told === 'beyond') return counted(words.beyond);
  return share.told === 'exits_unclear' ? counted(words.exitsUnclear) : '';
}

/** A difference without its interval, with its sign; marked where the interval holds both. */
const change = ({ mean, lower, upper, told }: AnswerFigure, unit = families): string => {
  const text = aloneInWords(mean, unit, lower, upper, true);
  return told === 'unclear' ? strings.brought.notClear(text) : text;
};

const isOther = (figure: AnswerFigure | undefined): figure is AnswerFigure =>
  figure !== undefined && figure.mean !== null && figure.mean !== 0;

/** Whether a difference is there and its sign is known. */
const isClear = (figure: AnswerFigure): boolean => isOther(figure) && figure.told !== 'unclear';

/** Who the further families are that left; empty where of no kind it is known that more or fewer do. */
function who({ figures }: Answer): string {
  const { exits_able_at_start: start, exits_became_able: since, exits_never_able: never } = figures;
  if (!start || !since || !never || ![start, since, never].some(isClear)) return '';
  return strings.brought.who(change(start), change(since), change(never));
}

/** Families that a rule takes off, and how many of them are not able; empty where as many are. */
function taken({ figures }: Answer): string {
  const words = strings.brought;
  const { taken_off: off, taken_off_not_able_share: share } = figures;
  if (!isOther(off)) return '';
  const notAble = share && share.mean !== null ? said(words.takenNotAble, share, 'share', false) : '';
  return together([difference(words.taken, off), notAble]);
}

/** Whether the policy reaches its target; empty without one. */
function target({ figures, target_years: years }: Answer): string {
  const { target_asked: asked, target_counted: counted, target_share: share, target_years_reached: reached } = figures;
  if (!years || !asked || !counted || !share || !reached) return '';
  const plain = ({ mean, lower, upper }: AnswerFigure, unit: string) => aloneInWords(mean, unit, lower, upper);
  return strings.brought.target(
    plain(asked, families),
    plain(counted, families),
    plain(share, 'share'),
    reached.mean === null ? strings.missing : roundNumber(reached.mean),
    String(years),
  );
}

/** To whom benefits go, where families come in or come back and something of it is known. */
function benefits({ figures }: Answer): string {
  const { benefits_first_day: first, benefits_entered: entered, benefits_returned: returned } = figures;
  if (!first || !entered || !returned || ![entered, returned].some(isOther)) return '';
  if (![first, entered, returned].some(isClear)) return '';
  return strings.brought.benefits(change(first, 'rupiah'), change(entered, 'rupiah'), change(returned, 'rupiah'));
}

/** What the programme pays more, and for what; empty where the run has no costs. */
function cost({ figures }: Answer): string {
  const words = strings.brought;
  const { programme_cost: paid, cost_per_able: able, cost_per_lasting: lasting } = figures;
  if (!paid || paid.mean === null) return '';
  const each = [
    ...(able && able.mean !== null ? [said(words.perAble, able, 'rupiah', false)] : []),
    ...(lasting && lasting.mean !== null ? [said(words.perLasting, lasting, 'rupiah', false)] : []),
  ];
  const more = difference(words.cost, paid, 'rupiah');
  return `${each.length > 0 ? `${more}: ${each.join(', ')}` : more}.`;
}

export function broughtBy(answer: Answer): Brought {
  const words = strings.brought;
  const { became_able: able, self_reliant_exits: left, lasting_exits: lasting } = answer.figures;
  const change = together([
    difference(words.able, able),
    difference(words.left, left),
    lasting.told === 'too_early' ? words.tooEarly : difference(words.lasting, lasting),
    premature(answer),
  ]);
  return {
    policy: words.policy(answer.policy),
    lines: [
      change || strings.missing,
      who(answer),
      taken(answer),
      target(answer),
      [cost(answer), benefits(answer)].filter(Boolean).join(' '),
    ].filter(Boolean),
    warning: [answer.mostly_premature ? words.warning : '', answer.mostly_not_able ? words.warningTaken : '']
      .filter(Boolean)
      .join(' '),
  };
}

/** The baseline's own figures, which all differences are added to; empty where they are not known. */
export function ofBaseline(payload: Payload, variant: string): string {
  const words = strings.brought;
  const row = rowsOf(payload, variant).find(({ policy }) => policy === payload.baseline);
  if (!row || row.became_able === null || row.self_reliant === null) return '';
  const month = monthName(payload.start, payload.months);
  const counts = words.baseline(
    row.policy,
    inWords(row.became_able, families),
    inWords(row.self_reliant, families),
    month,
  );
  return row.premature_share === null ? counts : `${counts} ${words.early(inWords(row.premature_share, 'share'))}`;
}
