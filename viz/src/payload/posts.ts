// How exits of a year are spread over facilitators, which a run tells in December of every whole year.
import { curvesOf, valueAt, type Curve, type Payload, type Value } from './payload';

/** By how many exits a facilitator's families had: none, one to nine, ten and more. The most comes first. */
export const bands = ['ten', 'few', 'none'] as const;
export type Band = (typeof bands)[number];

const measure_of: { [band in Band]: string } = {
  ten: 'facilitators_10_exits_share',
  few: 'facilitators_1_to_9_exits_share',
  none: 'facilitators_no_exit_share',
};
const mean_measure = 'exits_per_facilitator_year';

/** One year of one policy: shares of facilitators, and exits of a facilitator on average. */
export interface YearOfPosts {
  month: number;
  shares: { [band in Band]: Value };
  mean: Value | null;
}

export interface Posts {
  policy: string;
  /** Years without a value are left out. */
  years: YearOfPosts[];
  /** All curves that the years are taken from. */
  curves: Curve[];
}

/** Of every policy that has the curves, in the payload's order. */
export function postsOf(payload: Payload, variant: string): Posts[] {
  const found = new Map(
    [...Object.values(measure_of), mean_measure].map((measure) => [
      measure,
      curvesOf(payload, payload.curves, measure, variant),
    ]),
  );
  return payload.policies.flatMap((policy) => {
    const own = (measure: string) => found.get(measure)?.find((curve) => curve.policy === policy);
    const at = (measure: string, month: number) => {
      const curve = own(measure);
      return curve ? valueAt(curve, curve.month.indexOf(month)) : null;
    };
    const [ten, few, none] = [own(measure_of.ten), own(measure_of.few), own(measure_of.none)];
    if (!ten || !few || !none) return [];
    const years = ten.month.flatMap((month): YearOfPosts[] => {
      const [most, some, nobody] = bands.map((band) => at(measure_of[band], month));
      if (!most || !some || !nobody) return [];
      return [{ month, shares: { ten: most, few: some, none: nobody }, mean: at(mean_measure, month) }];
    });
    const mean = own(mean_measure);
    return [{ policy, years, curves: mean ? [mean, none, few, ten] : [none, few, ten] }];
  });
}
