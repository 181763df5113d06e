// The first figure: the curves of one measure, of the reader's choice.
import { MeasureChoice } from '../parts/choice';
import type { Measure, Payload } from '../payload/payload';
import { strings } from '../words/strings';
import { CurveFigure } from './curve_figure';

interface Properties {
  heading: string;
  payload: Payload;
  measures: Measure[];
  measure: Measure;
  onChoose: (name: string) => void;
  variant: string;
  hidden: Set<string>;
  /** The policy whose band is drawn where not all are. */
  policy?: string;
}

export function MainFigure({ heading, payload, measures, measure, onChoose, variant, hidden, policy }: Properties) {
  return (
    <>
      <div class="figure-head">
        <h2>{heading}</h2>
        <MeasureChoice
          id="measure-choice"
          label={strings.figures.measure}
          measures={measures}
          value={measure.name}
          onChoose={onChoose}
        />
      </div>
      <CurveFigure
        payload={payload}
        measure={measure}
        variant={variant}
        hidden={hidden}
        compact={false}
        policy={policy}
      />
    </>
  );
}
