// The answer in one sentence, of at most 35 words: what the chosen policy brings, and how good the further exits are.
import type { Answer, AnswerFigure } from '../payload/answer_payload';
import type { Attribution, GroupShare, Optimum } from '../payload/analysis_payload';
import { answersOf } from '../payload/answer_payload';
import { firstOf, measuresWith, rowsOf, type Payload, type Sweep } from '../payload/payload';
import { axisName, drawnPlaces, endsIn, textAt, variantAt, withPlace } from '../payload/sweep_values';
import { monthName } from '../words/calendar';
import { aloneInWords, inWords } from '../words/numbers';
import { labelOf, listed, readable, strings } from '../words/strings';
import { bestLevers, limitInWords, sides } from './optimum_words';

const most_words = 35;
const families = 'families';

export const countWords = (text: string): number => text.split(/\s+/).filter(Boolean).length;

/** The sentence with as much of the names in it as it has room for. */
function fitting(sentenceOf: (shorten: (name: string) => string) => string): string {
  for (let room = most_words; room > 1; room -= 1) {
    const text = sentenceOf((name) => {
      const words = name.split(/\s+/);
      return words.length > room ? `${words.slice(0, room).join(' ')}\u2026` : name;
    });
    if (countWords(text) <= most_words) return text;
  }
  return sentenceOf(() => '\u2026');
}

interface ByTold {
  more: (count: string) => string;
  fewer: (count: string) => string;
  unclear: string;
  equal: string;
}

function change(words: ByTold, { mean, lower, upper, told }: AnswerFigure): string {
  if (mean === null || told === 'unclear') return words.unclear;
  if (told === 'equal' || mean === 0) return words.equal;
  const sign = mean < 0 ? -1 : 1;
  const count = aloneInWords(
    sign * mean,
    families,
    lower === null ? null : sign * lower,
    upper === null ? null : sign * upper,
  );
  return mean > 0 ? words.more(count) : words.fewer(count);
}

function quality({ figures }: Answer): string {
  const words = strings.headline;
  const { premature_share: share, premature_exits: early, judged_exits: judged } = figures;
  if (share.told === 'share' && (share.lower ?? 0) >= 0) {
    const text = aloneInWords(share.mean, 'share', share.lower, share.upper);
    return (judged.mean ?? 0) > 0 ? words.share(text) : words.spared(text);
  }
  if (early.mean === null || share.told === 'exits_unclear' || judged.mean === 0) return '';
  if (early.told === 'unclear' || share.told === 'share') {
    // Of exits that are fewer there is nothing to say then.
    if ((judged.mean ?? 0) < 0) return '';
    // The end of its interval says more than that it is not clear, unless all might be premature.
    const { upper } = early;
    const isBounded = upper !== null && upper > 0 && upper < (judged.mean ?? 0);
    return isBounded ? words.atMost(aloneInWords(upper, families, early.lower, upper)) : words.unknown;
  }
  return words.early(aloneInWords(early.mean, families, early.lower, early.upper, true));
}

function ofAnswer(answer: Answer, month: string): string {
  const { became_able: able, self_reliant_exits: left } = answer.figures;
  if (able.told === 'unclear' && left.told === 'unclear')
    return fitting((shorten) => strings.headline.neither(shorten(answer.policy), month));
  return fitting((shorten) =>
    strings.headline.whole(
      shorten(answer.policy),
      change(strings.headline.able, able),
      change(strings.headline.left, left),
      month,
      quality(answer),
    ),
  );
}

/** What a policy brings by itself. */
function ofOne(payload: Payload, variant: string, policy: string, month: string): string {
  const row = rowsOf(payload, variant).find((each) => each.policy === policy);
  if (!row || row.self_reliant === null) return '';
  const { self_reliant, premature_share: early, became_able: able } = row;
  return fitting((shorten) =>
    strings.headline.alone(
      shorten(policy),
      inWords(self_reliant, families),
      early === null ? '' : inWords(early, 'share'),
      able === null ? '' : inWords(able, families),
      month,
    ),
  );
}

/** From one end of the swept value to the other. */
function ofSweep(payload: Payload, sweep: Sweep, policy: string, month: string): string {
  const axis = sweep.axes.length - 1;
  const along = sweep.axes[axis];
  const measures = measuresWith(payload, payload.curves);
  const measure = measures.find(({ name }) => name === firstOf(measures));
  if (!along || !measure) return '';
  const places = drawnPlaces(along);
  const held = sweep.axes.map(() => 0);
  const at = (place: number | undefined, name: string) => {
    const variant = variantAt(payload, sweep, withPlace(held, axis, place ?? 0));
    const own = measures.find((each) => each.name === name);
    return variant === undefined || !own ? undefined : endsIn(payload, own, 'value', variant).get(policy);
  };
  const ends = [places[0], places.at(-1)];
  const [first, last] = ends.map((place) => at(place, measure.name));
  if (!first || !last) return '';
  const [early, late] = ends.map((place) => at(place, 'premature_share'));
  const count = ({ value, lower, upper }: NonNullable<typeof first>) => inWords(value, measure.unit, lower, upper);
  const share = ({ value }: NonNullable<typeof first>) => inWords(value, 'share');
  const words = strings.headline;
  return fitting(
    (shorten) =>
      `${words.swept(
        shorten(policy),
        readable(axisName(along)).toLowerCase(),
        textAt(along, places[0] ?? 0),
        textAt(along, places.at(-1) ?? 0),
        count(first),
        count(last),
        month,
      )}${early && late ? words.sweptEarly(share(early), share(late)) : ''}.`,
  );
}

/** The contrast that was asked for, or the only answer there is. */
export const askedFor = ({ answers }: Attribution): number =>
  Math.max(
    0,
    answers.findIndex(({ baseline }) => baseline !== null),
  );

function ofAttribution(attribution: Attribution): string {
  const words = strings.headline;
  const answer = attribution.answers[askedFor(attribution)];
  if (!answer || answer.everything_on.mean === null) return '';
  const { mean, lower, upper } = answer.everything_on;
  const { unit } = attribution.measure;
  const heaviest = [...answer.groups]
    .filter(({ value }) => value.mean !== null)
    .sort((a, b) => Math.abs(b.value.mean ?? 0) - Math.abs(a.value.mean ?? 0))
    .slice(0, 2);
  const part = ({ group, value: { mean, lower, upper } }: GroupShare) =>
    ((mean ?? 0) < 0 ? words.lostTo : words.fromGroup)(
      aloneInWords(Math.abs(mean ?? 0), unit, lower, upper),
      strings.attribution.groups[group] ?? readable(group).toLowerCase(),
    );
  const whole = aloneInWords(mean, unit, lower, upper);
  return fitting((shorten) =>
    words.attributed(
      answer.baseline === null ? whole : words.further(whole),
      labelOf(attribution.measure).toLowerCase(),
      shorten(answer.policy),
      listed(heaviest.map(part)),
    ),
  );
}

function ofOptimum(optimum: Optimum): string {
  const { aim, of } = sides(optimum);
  const best = optimum.optimum;
  if (best === null) return '';
  const { mean, lower, upper } = of(optimum.other_luck ?? best);
  const gained = `${aloneInWords(mean, aim.unit, lower, upper)} ${labelOf(aim).toLowerCase()}`;
  return fitting(() => strings.headline.best(bestLevers(optimum, best), limitInWords(optimum, optimum.limit), gained));
}

/** Empty where the payload holds nothing to say it of. */
export function headline(payload: Payload, variant: string, policy: string): string {
  const month = monthName(payload.start, payload.months);
  if (payload.optimum) return ofOptimum(payload.optimum);
  if (payload.attribution) return ofAttribution(payload.attribution);
  if (payload.sweep) return ofSweep(payload, payload.sweep, policy, month);
  const answer = answersOf(payload, variant).find((each) => each.policy === policy);
  return answer ? ofAnswer(answer, month) : ofOne(payload, variant, policy, month);
}
