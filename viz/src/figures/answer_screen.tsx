// The first screen: a sentence that answers, four figures, how sure they are, and what was asked as chart, map or table.
import { Choice } from '../parts/choice';
import { OneOf } from '../parts/one_of';
import { PolicyChoice } from '../parts/policy_choice';
import { usePrinting } from '../parts/printing';
import { answersOf } from '../payload/answer_payload';
import type { Measure, Payload } from '../payload/payload';
import { monthName, yearlyMonths } from '../words/calendar';
import { labelOf, strings } from '../words/strings';
import { AttributionFigure, attributionAnswer } from './attribution';
import { headline } from './headline';
import { HowSure } from './how_sure';
import { MainFigure } from './main_figure';
import { MonthTable } from './month_table';
import { OptimumFigures, optimumAnswer } from './optimum';
import { SweepFigures } from './sweep';
import { mapOf, TileMap } from './tile_map';
import { Tiles } from './tiles';
import { Why } from './why';

export const tabs = ['chart', 'map', 'table'] as const;
export type Tab = (typeof tabs)[number];

/** What a reader chose for the whole page; the address holds it. */
export interface Chosen {
  policy: string;
  variant: string;
  measure: string;
  month: number;
  tab: Tab;
}

interface Properties {
  payload: Payload;
  measures: Measure[];
  chosen: Chosen;
  onChoose: (changed: Partial<Chosen>) => void;
  hidden: Set<string>;
  onHide: (hidden: Set<string>) => void;
  /** Told which part a link leads to. */
  onPart: (id: string) => void;
}

/** The ends of years that the run has, and its last month. */
export const monthsOf = (payload: Payload): number[] => {
  const all = payload.curves.flatMap((curve) => curve.month).filter((month) => month > 0 && month <= payload.months);
  return all.length > 0 ? yearlyMonths(payload.start, [...new Set([...all, payload.months])]) : [payload.months];
};

function MonthSlider({
  payload,
  month,
  onMonth,
}: {
  payload: Payload;
  month: number;
  onMonth: (month: number) => void;
}) {
  const months = monthsOf(payload);
  const place = Math.max(0, months.indexOf(month));
  const name = monthName(payload.start, month);
  if (months.length < 2) return null;
  return (
    <p class="choice month on-screen">
      <label for="month-choice">{strings.tabs.month}</label>
      <input
        type="range"
        id="month-choice"
        min={0}
        max={months.length - 1}
        step={1}
        value={place}
        aria-valuetext={name}
        onInput={(event) => onMonth(months[Number(event.currentTarget.value)] ?? month)}
      />
      <output for="month-choice">{name}</output>
    </p>
  );
}

/** Chart, map and table of a run of one scenario; the sweep's own figures take the place of its chart. */
function Tabs({ payload, measures, chosen, onChoose, hidden, onHide }: Properties) {
  const printing = usePrinting();
  const { policy, variant, month, tab } = chosen;
  const measure = measures.find(({ name }) => name === chosen.measure);
  const { split, why } = mapOf(payload);
  const { sweep } = payload;
  const names = tabs.map((key) => ({ key, name: strings.tabs.names[key] ?? key }));
  return (
    <>
      <div class="tabs-line">
        <OneOf label={strings.tabs.label} options={names} value={tab} onChoose={(next) => onChoose({ tab: next })} />
        {tab !== 'chart' && (
          <MonthSlider payload={payload} month={month} onMonth={(next) => onChoose({ month: next })} />
        )}
        {payload.policies.length > 1 && tab !== 'map' && (
          <PolicyChoice payload={payload} hidden={hidden} onHide={onHide} />
        )}
      </div>
      {(tab === 'chart' || printing) &&
        (sweep ? (
          <section id="sweep">
            <SweepFigures
              heading={strings.sweep.heading}
              payload={payload}
              sweep={sweep}
              measures={measures}
              hidden={hidden}
            />
          </section>
        ) : (
          measure && (
            <section id="main-figure">
              <MainFigure
                heading={labelOf(measure)}
                payload={payload}
                measures={measures}
                measure={measure}
                onChoose={(next) => onChoose({ measure: next })}
                variant={variant}
                hidden={hidden}
                policy={policy}
              />
            </section>
          )
        ))}
      {tab === 'map' && !printing && (
        <section id="map">
          {split ? (
            <TileMap payload={payload} split={split} variant={variant} policy={policy} month={month} />
          ) : (
            <p class="note">{why}</p>
          )}
        </section>
      )}
      {(tab === 'table' || printing) && (
        <section id="table">
          <MonthTable payload={payload} measures={measures} variant={variant} hidden={hidden} month={month} />
        </section>
      )}
    </>
  );
}

export function AnswerScreen(properties: Properties) {
  const { payload, measures, chosen, onChoose, onPart } = properties;
  const { policy, variant } = chosen;
  const { attribution, optimum, sweep } = payload;
  const told = [
    ...(optimum ? optimumAnswer(payload, optimum) : []),
    ...(attribution ? attributionAnswer(payload, attribution) : []),
  ];
  const compared = answersOf(payload, variant).map((each) => each.policy);
  const sentence = headline(payload, variant, policy);
  return (
    <section id="answer" aria-label={strings.layers.answer}>
      {sentence && <p class="headline">{sentence}</p>}
      {told.length > 0 && <p>{told.join(' ')}</p>}
      {!sweep && told.length === 0 && (
        <Tiles payload={payload} variant={variant} policy={policy}>
          {compared.length > 1 && (
            <Choice
              id="policy-choice"
              label={strings.tiles.policy}
              value={policy}
              onChoose={(next) => onChoose({ policy: next })}
            >
              {compared.map((name) => (
                <option key={name} value={name}>
                  {name}
                </option>
              ))}
            </Choice>
          )}
        </Tiles>
      )}
      <HowSure payload={payload} onPart={onPart} />
      {!sweep && <Why payload={payload} variant={variant} policy={policy} />}
      {optimum && (
        <section id="optimum">
          <OptimumFigures heading={strings.optimum.heading} payload={payload} optimum={optimum} />
        </section>
      )}
      {attribution && (
        <section id="attribution">
          <AttributionFigure heading={strings.attribution.heading} payload={payload} attribution={attribution} />
        </section>
      )}
      {measures.length > 0 && <Tabs {...properties} />}
    </section>
  );
}
