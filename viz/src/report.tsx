// The page, from the question to how its answer was made.
import { useState } from 'preact/hooks';
import { answer } from './answer';
import { monthName } from './calendar';
import { Comparison } from './comparison';
import { CurveFigure } from './curve_figure';
import { roundNumber, wholeNumber } from './numbers';
import { lookOf } from './palette';
import { measuresWithCurves, type Measure, type Payload } from './payload';
import { Manifest, RestsOn, Warnings } from './rests_on';
import { labelOf, strings } from './strings';

const first_measure = 'cumulative_self_reliant';

/** The small figures: the first measure that the run has, of each list. */
const further_measures = [
  ['cumulative_natural_exit', 'natural_exit', 'incidence_natural_exit'],
  ['sessions_cancelled_share', 'workload', 'fatigue'],
  ['visits_per_household', 'contact_hours_per_household', 'attendance'],
  ['self_confidence', 'skills', 'able'],
];

function Header({ payload }: { payload: Payload }) {
  const words = strings.header;
  const whole = payload.programme_households === 0 || payload.households === payload.programme_households;
  const facts = [
    payload.scenario,
    words.period(monthName(payload.start, 1), monthName(payload.start, payload.months)),
    ...(payload.draws > 1 ? [words.draws(payload.draws)] : []),
    words.replicates(payload.replicates),
    whole ? words.everyFamily(wholeNumber(payload.households)) : words.sample(wholeNumber(payload.households), roundNumber(payload.programme_households)),
  ];
  // The word is looked for in any field: an interrupted run must say so whatever the field is called.
  const partial = Object.values(payload.manifest).includes('partial');
  return (
    <header>
      <p class="kicker">{words.kicker}</p>
      <h1>{payload.question || payload.scenario}</h1>
      <p class="facts">{facts.filter(Boolean).join(' \u00b7 ')}</p>
      {partial && <p class="partial" role="note">{words.partial}</p>}
    </header>
  );
}

interface Choice { payload: Payload; hidden: Set<string>; onHide: (hidden: Set<string>) => void }

function PolicyChoice({ payload, hidden, onHide }: Choice) {
  const toggle = (policy: string) => {
    const next = new Set(hidden);
    if (!next.delete(policy)) next.add(policy);
    onHide(next);
  };
  return (
    <fieldset class="policies on-screen">
      <legend>{strings.figures.policies}</legend>
      {payload.policies.map((policy) => {
        const { color, dash } = lookOf(policy, payload.policies, payload.baseline);
        return (
          <label key={policy}>
            <input type="checkbox" checked={!hidden.has(policy)} onChange={() => toggle(policy)} />
            <svg class="key" width="22" height="10" aria-hidden="true"><line x1="0" x2="22" y1="5" y2="5" stroke={color} stroke-width="3" stroke-dasharray={dash} /></svg>
            {policy}
          </label>
        );
      })}
    </fieldset>
  );
}

export function Report({ payload }: { payload: Payload }) {
  const measures = measuresWithCurves(payload);
  const named = (name: string) => measures.find((measure) => measure.name === name);
  const [variant, setVariant] = useState(payload.variants[0] ?? payload.curves[0]?.variant ?? '');
  const [chosen, setChosen] = useState((named(first_measure) ?? measures[0])?.name ?? '');
  const [hidden, setHidden] = useState(new Set<string>());
  const measure = named(chosen);
  const further = further_measures
    .map((names) => names.map(named).find((each): each is Measure => each !== undefined))
    .filter((each): each is Measure => each !== undefined);

  return (
    <main>
      <Header payload={payload} />
      {payload.variants.length > 1 && (
        <p class="choice on-screen">
          <label for="variant-choice">{strings.figures.variant}</label>
          <select id="variant-choice" value={variant} onChange={(event) => setVariant(event.currentTarget.value)}>
            {payload.variants.map((name) => <option key={name} value={name}>{name}</option>)}
          </select>
        </p>
      )}
      <section id="answer" aria-label={strings.answer.heading}><p>{answer(payload, variant).join(' ')}</p></section>
      <Warnings payload={payload} />
      {measure && (
        <section id="main-figure">
          <div class="figure-head">
            <h2>{labelOf(measure)}</h2>
            <p class="choice on-screen">
              <label for="measure-choice">{strings.figures.measure}</label>
              <select id="measure-choice" value={chosen} onChange={(event) => setChosen(event.currentTarget.value)}>
                {measures.map((each) => <option key={each.name} value={each.name}>{labelOf(each)}</option>)}
              </select>
            </p>
          </div>
          {payload.policies.length > 1 && <PolicyChoice payload={payload} hidden={hidden} onHide={setHidden} />}
          <CurveFigure payload={payload} measure={measure} variant={variant} hidden={hidden} compact={false} />
        </section>
      )}
      {further.length > 0 && (
        <section id="further-figures">
          <h2>{strings.figures.further}</h2>
          <div class="small-figures">
            {further.map((each) => <CurveFigure key={each.name} payload={payload} measure={each} variant={variant} hidden={hidden} compact />)}
          </div>
        </section>
      )}
      {payload.table.length > 0 && <Comparison payload={payload} variant={variant} />}
      <RestsOn payload={payload} />
      <Manifest payload={payload} />
    </main>
  );
}
