// What the payload holds about costs, as cost.csv, value.csv, acceptability.csv and information.csv do.

type Values = (number | null)[];

export interface CostRow {
  policy: string;
  variant: string;
  /** `programme`, `families`, `society`, or empty for counts of exits. */
  perspective: string;
  item: string;
  unit: string;
  mean: number | null;
  lower: number | null;
  upper: number | null;
  difference: number | null;
  difference_lower: number | null;
  difference_upper: number | null;
}

/** One policy of a perspective, by rising cost; what it brings more is over the policy `against`. */
export interface FrontierRow {
  variant: string;
  perspective: string;
  policy: string;
  cost: number | null;
  effect: number | null;
  /**
   * `reference`, `frontier`, `dominated`, `extended_dominated`, `equal` (to `against`) or `undecided`: no exit can
   * count yet.
   */
  standing: string;
  against: string | null;
  incremental_cost: number | null;
  incremental_effect: number | null;
  incremental_effect_lower: number | null;
  incremental_effect_upper: number | null;
  incremental_ratio: number | null;
  incremental_ratio_lower: number | null;
  incremental_ratio_upper: number | null;
}

/** Choosing under uncertain parameters, at each value that a sustained exit may be worth. */
export interface Decision {
  variant: string;
  perspective: string;
  draws: number;
  /** Rupiah per sustained exit; the lists below go along them. */
  thresholds: number[];
  /** `net_benefit` is over the baseline's. */
  policies: { policy: string; probability_best: Values; net_benefit: Values }[];
  /** What knowing every parameter would be worth, in rupiah. */
  everything: Values;
  /** What knowing a parameter that does nothing may seem to be worth; empty below 20 draws, as `parameters` is. */
  limit: Values;
  /** The ten at most whose value passes the limit somewhere. */
  parameters: { path: string; value: Values }[];
}

export interface Costs {
  price_year: number;
  /** A share per year. */
  discount_rate: number;
  rows: CostRow[];
  frontier: FrontierRow[];
  /** None without parameter draws, nor where a policy is undecided. */
  decisions: Decision[];
}

export const perspectives = ['programme', 'families', 'society'];

/** On the line of policies that nothing beats. */
export const isOnLine = ({ standing }: FrontierRow): boolean => standing === 'reference' || standing === 'frontier';

export const isDominated = ({ standing }: FrontierRow): boolean =>
  standing === 'dominated' || standing === 'extended_dominated';

/** Items that only the programme pays are counts of rupiah, and exits are counts: their bounds end at zero. */
export const withCountedCosts = (costs: Costs): Costs => ({
  ...costs,
  rows: costs.rows.map((row) => {
    const isCount = row.perspective === '' || (row.perspective === 'programme' && !/saved|saving|extra/.test(row.item));
    return isCount && row.mean !== null && row.mean >= 0 && row.lower !== null && row.lower < 0
      ? { ...row, lower: 0 }
      : row;
  }),
});
