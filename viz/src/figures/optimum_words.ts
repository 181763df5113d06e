// An optimum in words: its levers, its limit, and why there is none.
import type { Estimated, Optimum, OptimisedLever, TriedPoint } from '../payload/analysis_payload';
import { inWords, intervalInWords } from '../words/numbers';
import { labelOf, listed, readable, strings } from '../words/strings';

export const leverName = ({ path }: OptimisedLever): string => path.slice(path.lastIndexOf('.') + 1);

/** A number of a lever as a reader expects it. */
export const quantity = (value: number): string =>
  value.toLocaleString(strings.locale, { maximumSignificantDigits: 4 });

/** A label within a sentence. */
export const inSentence = (label: string): string => label.charAt(0).toLocaleLowerCase(strings.locale) + label.slice(1);

export const levers = (optimum: Optimum, point: TriedPoint): string =>
  listed(optimum.levers.map((lever, i) => `${leverName(lever)} = ${quantity(point.levers[i] ?? 0)}`));

export const told = ({ mean, lower, upper }: Estimated, unit: string, sign = false): string =>
  strings.figures
    .spokenItem(
      '',
      inWords(mean, unit, lower, upper, sign),
      mean === null ? '' : intervalInWords(mean, lower, upper, unit, sign),
    )
    .trim();

/** What is made best, and what the limit is of. */
export const sides = (optimum: Optimum) =>
  optimum.minimises
    ? {
        aim: optimum.cost,
        limited: optimum.gain,
        of: (point: TriedPoint) => point.cost,
        more: (point: TriedPoint) => point.more_cost,
        baseline: optimum.baseline.cost,
      }
    : {
        aim: optimum.gain,
        limited: optimum.cost,
        of: (point: TriedPoint) => point.gain,
        more: (point: TriedPoint) => point.more_gain,
        baseline: optimum.baseline.gain,
      };

export const limitInWords = (optimum: Optimum, limit: number): string => {
  const { limited } = sides(optimum);
  return (optimum.minimises ? strings.optimum.atLeast : strings.optimum.atMost)(
    inSentence(labelOf(limited)),
    inWords(limit, limited.unit),
  );
};

/** Why nothing is best. */
export const withoutOptimum = (optimum: Optimum): string => {
  const words = strings.optimum;
  if (optimum.undecided === 'all_the_same') return words.allTheSame(inSentence(labelOf(sides(optimum).aim)));
  const limit = limitInWords(optimum, optimum.limit);
  return optimum.undecided === 'no_target' ? words.noTarget(limit) : words.none(limit);
};

/** What is counted in wholes is told in wholes. */
const counted = ['households', 'families', 'facilitators', 'persons', 'months'];

/** The best levers for a sentence: "households per facilitator 300". */
export const bestLevers = (optimum: Optimum, point: TriedPoint): string =>
  listed(
    optimum.levers.map((lever, i) => {
      const value = point.levers[i] ?? 0;
      const whole = counted.includes(lever.unit) ? Math.round(value) : value;
      return `${readable(leverName(lever)).toLowerCase()} ${quantity(whole)}`;
    }),
  );
