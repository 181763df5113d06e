// What a facilitator's number of families does to an outcome at the end of the run.
import { useMemo, useState } from 'preact/hooks';
import { valueDomain } from '../drawings/curve_drawing';
import { lookOf } from '../drawings/palette';
import { drawResponses } from '../drawings/response_drawing';
import { MeasureChoice } from '../parts/choice';
import { FigureNotes, intervalNote } from '../parts/figure_notes';
import { NumbersTable } from '../parts/numbers_table';
import { paper, Picture } from '../parts/picture';
import { firstOf, type Measure, type Payload } from '../payload/payload';
import { responsesOf } from '../payload/responses';
import { monthName } from '../words/calendar';
import { inWords, intervalInWords, scaleFor } from '../words/numbers';
import { labelOf, strings } from '../words/strings';

interface Properties {
  payload: Payload;
  measures: Measure[];
  variant: string;
  hidden: Set<string>;
}

export function CaseloadResponse({ payload, measures, variant, hidden }: Properties) {
  const [chosen, setChosen] = useState(firstOf(measures));
  const measure = measures.find(({ name }) => name === chosen);
  const { points, joined } = useMemo(
    () => (measure ? responsesOf(payload, measure, variant, hidden) : { points: [], joined: [] }),
    [payload, measure, variant, hidden],
  );
  if (!measure) return null;
  const words = strings.caseload;
  const label = labelOf(measure);
  const end = strings.calendar.endOf(monthName(payload.start, payload.months));
  const scale = scaleFor(
    measure.unit,
    points.flatMap((point) => [point.value, point.lower, point.upper]),
  );
  // The same rule for the axis as in figures of curves.
  const { domain, fromZero } = valueDomain([
    {
      policy: '',
      look: { color: '', dash: undefined },
      baseline: false,
      points: points.map(({ value, lower, upper }) => ({ value, lower, upper, date: new Date(0), run: 0, title: '' })),
    },
  ]);
  const looked = points.map((point) => ({ ...point, look: lookOf(point.policy, payload) }));
  const items = points.map(({ name, caseload, value, lower, upper }) =>
    strings.figures.spokenItem(
      words.name(name, caseload.toLocaleString(strings.locale)),
      inWords(value, measure.unit, lower, upper),
      intervalInWords(value, lower, upper, measure.unit),
    ),
  );
  const title = words.title(label, end);
  return (
    <>
      <div class="figure-head">
        <MeasureChoice
          id="caseload-choice"
          label={strings.figures.measure}
          measures={measures}
          value={chosen}
          onChoose={setChosen}
        />
      </div>
      {points.length < 2 ? (
        <p class="note">{strings.figures.noValues}</p>
      ) : (
        <figure data-measure={measure.name}>
          <figcaption>
            <h3>{title}</h3>
          </figcaption>
          <Picture
            label={`${title}. ${items.join('; ')}.`}
            draw={(width, tallest) => drawResponses({ points: looked, joined, domain, scale }, width, tallest)}
            dependsOn={[points, strings]}
            onPaper={paper.whole}
          />
          <FigureNotes
            measure={measure}
            file="curves.csv"
            notes={[
              strings.figures.unitAndBetter[measure.better] ?? '',
              intervalNote(
                payload,
                'bar',
                points.some((point) => point.lower !== null),
              ),
              joined.length > 0 ? words.line : '',
              fromZero ? '' : strings.figures.notFromZero,
            ]}
          />
          <NumbersTable
            name={strings.figures.tableName(title, scale.words)}
            corner={words.column}
            columns={[strings.figures.tableName(label, scale.words)]}
            scale={scale}
            rows={points.map((point) => ({
              head: `${point.caseload.toLocaleString(strings.locale)} (${point.name})`,
              cells: [point],
            }))}
          />
        </figure>
      )}
    </>
  );
}
