// The page, from the question to how its answer was made.
import { useMemo, useState } from 'preact/hooks';
import { answer } from './figures/answer';
import { AttributionFigure, attributionAnswer } from './figures/attribution';
import { CaseloadResponse } from './figures/caseload';
import { Choice, MeasureChoice } from './parts/choice';
import { ComparisonTable } from './figures/comparison';
import { CostFigures } from './figures/costs';
import { CurveFigure } from './figures/curve_figure';
import { Differences } from './figures/differences';
import { exitKinds } from './payload/exit_kinds';
import { Exits } from './figures/exits';
import { Header } from './figures/header';
import { OptimumFigures, optimumAnswer } from './figures/optimum';
import { measuresWith, type Measure, type Payload } from './payload/payload';
import { PolicyChoice } from './parts/policy_choice';
import { differInCaseload } from './payload/responses';
import { Manifest, RestsOn, Warnings } from './figures/rests_on';
import type { Language } from './words/say';
import { Splits } from './figures/splits';
import { SweepFigures } from './figures/sweep';
import { labelOf, speak, strings } from './words/strings';

const first_measure = 'cumulative_self_reliant';

/** The small figures: the first measure that the run has, of each list. */
const further_measures = [
  ['cumulative_natural_exit', 'natural_exit', 'incidence_natural_exit'],
  ['poor_share', 'poverty_gap'],
  ['self_confidence', 'skills'],
  ['able_share', 'able', 'premature_share'],
];

const work_measures = ['workload', 'fatigue', 'sessions_cancelled_share', 'visits_per_household', 'contact_hours_per_household', 'facilitator_vacancy_share'];

const isMeasure = (each: Measure | undefined): each is Measure => each !== undefined;

/** Links to the parts that this run has, for eyes and keyboards that do not want to pass all of them. */
function Contents({ parts }: { parts: { id: string; heading: string; there: boolean }[] }) {
  return (
    <nav class="contents on-screen" aria-label={strings.header.contents}>
      <ul>{parts.filter(({ there }) => there).map(({ id, heading }) => <li key={id}><a href={`#${id}`}>{heading}</a></li>)}</ul>
    </nav>
  );
}

/** The answer in words of whatever the payload holds. */
function answerOf(payload: Payload, variant: string): string[] {
  const { attribution, optimum } = payload;
  const analysed = [...(optimum ? optimumAnswer(payload, optimum) : []), ...(attribution ? attributionAnswer(payload, attribution) : [])];
  return analysed.length > 0 ? analysed : answer(payload, variant);
}

export function Report({ payload }: { payload: Payload }) {
  const measures = useMemo(() => measuresWith(payload, payload.curves), [payload]);
  const compared = useMemo(() => measuresWith(payload, payload.differences), [payload]);
  const named = (name: string) => measures.find((measure) => measure.name === name);
  const first = (among: Measure[]) => (among.find(({ name }) => name === first_measure) ?? among[0])?.name ?? '';
  const [, setLanguage] = useState<Language>(strings.language);
  const [variant, setVariant] = useState(payload.variants[0] ?? payload.curves[0]?.variant ?? '');
  const [chosen, setChosen] = useState(first(measures));
  const [difference, setDifference] = useState(first(compared));
  const [hidden, setHidden] = useState(new Set<string>());
  const say = (language: Language) => {
    speak(language);
    setLanguage(language);
  };
  const measure = named(chosen);
  const differing = compared.find(({ name }) => name === difference);
  const further = further_measures.map((names) => names.map(named).find(isMeasure)).filter(isMeasure);
  const work = work_measures.map(named).filter(isMeasure);
  const withCaseload = differInCaseload(payload) && measures.length > 0;
  const several = payload.policies.length > 1;
  const small = (each: Measure) => <CurveFigure key={each.name} payload={payload} measure={each} variant={variant} hidden={hidden} compact />;
  const parts = [
    { id: 'optimum', heading: strings.optimum.heading, there: payload.optimum !== null },
    { id: 'attribution', heading: strings.attribution.heading, there: payload.attribution !== null },
    { id: 'main-figure', heading: measure ? labelOf(measure) : '', there: measure !== undefined },
    { id: 'comparison', heading: several ? strings.comparison.heading : strings.comparison.headingOne, there: payload.table.length > 0 || differing !== undefined },
    { id: 'caseload', heading: strings.caseload.heading, there: withCaseload },
    { id: 'sweep', heading: strings.sweep.heading, there: payload.sweep !== null && measures.length > 0 },
    { id: 'costs', heading: strings.costs.heading, there: payload.costs !== null },
    { id: 'exits', heading: strings.exits.heading, there: exitKinds(measures).length > 0 },
    { id: 'work', heading: strings.work.heading, there: work.length > 0 },
    { id: 'further-figures', heading: strings.figures.further, there: further.length > 0 },
    { id: 'groups', heading: strings.splits.heading, there: payload.splits.length > 0 },
    { id: 'rests-on', heading: strings.restsOn.heading, there: true },
    { id: 'manifest', heading: strings.manifest.heading, there: true },
  ];
  const isThere = (id: string) => parts.some((part) => part.id === id && part.there);
  const heading = (id: string) => parts.find((part) => part.id === id)?.heading;

  return (
    <main>
      <Header payload={payload} onSpeak={say} />
      {payload.variants.length > 1 && (
        <Choice id="variant-choice" label={strings.figures.variant} value={variant} onChoose={setVariant}>
          {payload.variants.map((name) => <option key={name} value={name}>{name}</option>)}
        </Choice>
      )}
      <section id="answer" aria-label={strings.answer.heading}><p>{answerOf(payload, variant).join(' ')}</p></section>
      <aside id="version" aria-label={strings.version.heading}><h2>{strings.version.heading}</h2><p>{strings.version.paragraph}</p></aside>
      <Warnings payload={payload} />
      <Contents parts={parts} />
      {payload.optimum && <OptimumFigures payload={payload} optimum={payload.optimum} />}
      {payload.attribution && <AttributionFigure payload={payload} attribution={payload.attribution} />}
      {several && <PolicyChoice payload={payload} hidden={hidden} onHide={setHidden} />}
      {measure && (
        <section id="main-figure">
          <div class="figure-head">
            <h2>{labelOf(measure)}</h2>
            <MeasureChoice id="measure-choice" label={strings.figures.measure} measures={measures} value={chosen} onChoose={setChosen} />
          </div>
          <CurveFigure payload={payload} measure={measure} variant={variant} hidden={hidden} compact={false} />
        </section>
      )}
      {isThere('comparison') && (
        <section id="comparison">
          <div class="figure-head">
            <h2>{heading('comparison')}</h2>
            {differing && <MeasureChoice id="difference-choice" label={strings.comparison.measure} measures={compared} value={difference} onChoose={setDifference} />}
          </div>
          {differing && <Differences payload={payload} measure={differing} variant={variant} hidden={hidden} />}
          {payload.table.length > 0 && <ComparisonTable payload={payload} />}
        </section>
      )}
      {withCaseload && <CaseloadResponse payload={payload} measures={measures} first={first(measures)} variant={variant} hidden={hidden} />}
      {payload.sweep && isThere('sweep') && <SweepFigures payload={payload} sweep={payload.sweep} measures={measures} first={first(measures)} hidden={hidden} />}
      {payload.costs && <CostFigures payload={payload} costs={payload.costs} variant={variant} hidden={hidden} />}
      <Exits payload={payload} measures={measures} variant={variant} hidden={hidden} />
      {work.length > 0 && <section id="work"><h2>{heading('work')}</h2><div class="small-figures">{work.map(small)}</div></section>}
      {further.length > 0 && <section id="further-figures"><h2>{heading('further-figures')}</h2><div class="small-figures">{further.map(small)}</div></section>}
      {payload.splits.length > 0 && <Splits payload={payload} variant={variant} hidden={hidden} />}
      <RestsOn payload={payload} />
      <Manifest payload={payload} />
    </main>
  );
}
