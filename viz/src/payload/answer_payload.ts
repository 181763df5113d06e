// What each policy brings against the baseline, as the program worked it out.
import type { Payload } from './payload';

/** A difference to the baseline, or what follows from two of them; null where it is not defined. */
export interface AnswerFigure {
  mean: number | null;
  lower: number | null;
  upper: number | null;
  /**
   * Of a difference `more`, `fewer`, `equal`, `unclear` or `no_interval`; of lasting exits also `too_early`; of the
   * premature share `share`, `opposite`, `beyond`, `exits_unclear` or `no_figures`; empty for a cost of each.
   */
  told: string;
}

export interface Answer {
  policy: string;
  variant: string;
  /** `all`, or a group such as `welfare_fifth:1`. */
  stratum: string;
  /** Whether most of the further exits are premature. */
  mostly_premature: boolean;
  /** Whether most of the further families that a rule takes off are not able to leave. */
  mostly_not_able?: boolean;
  /** Calendar years in which the policy has a target; 0 without one. */
  target_years?: number;
  figures: {
    became_able: AnswerFigure;
    self_reliant_exits: AnswerFigure;
    lasting_exits: AnswerFigure;
    premature_exits: AnswerFigure;
    judged_exits: AnswerFigure;
    premature_share: AnswerFigure;
    exits_able_at_start?: AnswerFigure;
    exits_became_able?: AnswerFigure;
    exits_never_able?: AnswerFigure;
    taken_off?: AnswerFigure;
    taken_off_not_able?: AnswerFigure;
    taken_off_not_able_share?: AnswerFigure;
    /** Of the whole programme only, and only where the policy has a target. */
    target_asked?: AnswerFigure;
    target_counted?: AnswerFigure;
    target_share?: AnswerFigure;
    target_years_reached?: AnswerFigure;
    /** Of the whole programme only. */
    benefits_first_day?: AnswerFigure;
    benefits_entered?: AnswerFigure;
    benefits_returned?: AnswerFigure;
    programme_cost?: AnswerFigure;
    cost_per_able?: AnswerFigure;
    cost_per_lasting?: AnswerFigure;
  };
}

/** Those for the whole programme in one variant, in the order of the policies. */
export const answersOf = ({ answers }: Payload, variant: string): Answer[] =>
  answers.filter((each) => each.stratum === 'all' && each.variant === variant);

/** Those of groups other than areas, of which there are too many for a table. */
export const answersOfGroups = ({ answers }: Payload, variant: string): Answer[] =>
  answers.filter(({ stratum, variant: own }) => own === variant && stratum !== 'all' && !stratum.startsWith('area:'));
