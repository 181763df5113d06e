// Small figures beside each other: the facilitators' work, and what else a run has of interest.
import type { Measure, Payload } from '../payload/payload';
import { CurveFigure } from './curve_figure';

const work_measures = [
  'workload',
  'fatigue',
  'sessions_cancelled_share',
  'visits_per_household',
  'contact_hours_per_household',
  'facilitator_vacancy_share',
];

/** The first measure that the run has, of each list. */
const further_measures = [
  ['cumulative_natural_exit', 'natural_exit', 'incidence_natural_exit'],
  ['poor_share', 'poverty_gap'],
  ['self_confidence', 'skills'],
  ['able_share', 'able', 'premature_share'],
];

const firstAmong = (measures: Measure[], names: string[]): Measure[] =>
  names.flatMap((name) => measures.filter((measure) => measure.name === name)).slice(0, 1);

export const workMeasures = (measures: Measure[]): Measure[] =>
  work_measures.flatMap((name) => firstAmong(measures, [name]));
export const furtherMeasures = (measures: Measure[]): Measure[] =>
  further_measures.flatMap((names) => firstAmong(measures, names));

interface Properties {
  payload: Payload;
  measures: Measure[];
  variant: string;
  hidden: Set<string>;
  policy: string;
}

export function SmallFigures({ payload, measures, variant, hidden, policy }: Properties) {
  return (
    <>
      <div class="small-figures">
        {measures.map((measure) => (
          <CurveFigure
            key={measure.name}
            payload={payload}
            measure={measure}
            variant={variant}
            hidden={hidden}
            compact
            policy={policy}
          />
        ))}
      </div>
    </>
  );
}
