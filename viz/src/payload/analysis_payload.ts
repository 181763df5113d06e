// What `graduasi attribute --json` and `graduasi optimise --json` write, as the payload holds it.

export interface Estimated {
  mean: number | null;
  lower: number | null;
  upper: number | null;
}

export interface NamedMeasure {
  name: string;
  label_en: string;
  label_id: string;
  unit: string;
  better?: string;
}

/** What a group of mechanisms adds: averaged over all orders of switching on, alone, and as the last one. */
export interface GroupShare {
  group: string;
  switches: string[];
  value: Estimated;
  alone: Estimated;
  last: Estimated;
  same_first_day: boolean;
}

/** A result divided over groups; `baseline` is what was subtracted, or null. */
export interface AttributionAnswer {
  policy: string;
  baseline: string | null;
  nothing_on: Estimated;
  everything_on: Estimated;
  groups: GroupShare[];
}

export interface Attribution {
  measure: NamedMeasure;
  month: number;
  coalitions: number;
  kept: string[];
  answers: AttributionAnswer[];
}

/** `levers` in the order of the optimum's. */
export interface TriedPoint {
  levers: number[];
  gain: Estimated;
  more_gain: Estimated;
  cost: Estimated;
  more_cost: Estimated;
  from_best: Estimated;
  allowed: boolean;
}

export interface OptimisedLever {
  path: string;
  unit: string;
  least: number;
  most: number;
  flat_from: number;
  flat_to: number;
  at_end: boolean;
}

export interface Optimum {
  policy: string;
  gain: NamedMeasure;
  cost: NamedMeasure;
  /** The cost for a target of the gain, not the gain for a budget. */
  minimises: boolean;
  /** The budget, or the target. */
  limit: number;
  month: number;
  levers: OptimisedLever[];
  baseline: { gain: Estimated; cost: Estimated };
  /**
   * Why there is none although values are allowed: `all_the_same` or `no_target`; missing in results of older programs.
   */
  undecided?: string | null;
  optimum: TriedPoint | null;
  /** The same levers under another seed: chosen without it. */
  other_luck: TriedPoint | null;
  frontier: { multiple: number; limit: number; best: TriedPoint | null }[];
  tried: TriedPoint[];
}
