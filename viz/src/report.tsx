// The page, from the question to how its answer was made.
import type { ComponentChildren } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { answer } from './figures/answer';
import { AttributionFigure, attributionAnswer } from './figures/attribution';
import { CaseloadResponse } from './figures/caseload';
import { Comparison } from './figures/comparison';
import { CostFigures } from './figures/costs';
import { Exits } from './figures/exits';
import { FirstLines, hasFirstLines } from './figures/first_lines';
import { ForWhom } from './figures/for_whom';
import { Header } from './figures/header';
import { MainFigure } from './figures/main_figure';
import { Posts } from './figures/posts';
import { OptimumFigures, optimumAnswer } from './figures/optimum';
import { Manifest, RestsOn, Warnings } from './figures/rests_on';
import { furtherMeasures, SmallFigures, workMeasures } from './figures/small_figures';
import { Splits } from './figures/splits';
import { SweepFigures } from './figures/sweep';
import { Choice } from './parts/choice';
import { PolicyChoice } from './parts/policy_choice';
import { answersOfGroups } from './payload/answer_payload';
import { exitKinds } from './payload/exit_kinds';
import { firstOf, measuresWith, type Measure, type Payload } from './payload/payload';
import { differInCaseload } from './payload/responses';
import type { Language } from './words/say';
import { labelOf, speak, strings } from './words/strings';

/** A part of the page. One that this run lacks is neither drawn nor listed. */
interface Part {
  id: string;
  heading: string;
  there: boolean;
  draw: (heading: string) => ComponentChildren;
}

/** What the parts are drawn from: the run, and what the reader chose for the whole page. */
interface Shown {
  payload: Payload;
  /** Those that have curves, and those that have differences. */
  measures: Measure[];
  compared: Measure[];
  /** The measure of the main figure. */
  chosen: string;
  onChoose: (measure: string) => void;
  variant: string;
  hidden: Set<string>;
}

/** The parts in reading order; whoever adds a figure adds a row. */
function partsOf({ payload, measures, compared, chosen, onChoose, variant, hidden }: Shown): Part[] {
  const { attribution, costs, optimum, sweep } = payload;
  const run = { payload, variant, hidden };
  const measure = measures.find(({ name }) => name === chosen);
  const work = workMeasures(measures);
  const further = furtherMeasures(measures);
  const { comparison } = strings;
  return [
    {
      id: 'optimum',
      heading: strings.optimum.heading,
      there: optimum !== null,
      draw: (heading) => optimum && <OptimumFigures heading={heading} payload={payload} optimum={optimum} />,
    },
    {
      id: 'attribution',
      heading: strings.attribution.heading,
      there: attribution !== null,
      draw: (heading) =>
        attribution && <AttributionFigure heading={heading} payload={payload} attribution={attribution} />,
    },
    {
      id: 'main-figure',
      heading: measure ? labelOf(measure) : '',
      there: measure !== undefined,
      draw: (heading) =>
        measure && <MainFigure {...run} heading={heading} measures={measures} measure={measure} onChoose={onChoose} />,
    },
    {
      id: 'facilitators-by-exits',
      heading: strings.posts.heading,
      there: payload.has_target && measures.length > 0,
      draw: (heading) => <Posts {...run} heading={heading} />,
    },
    {
      id: 'comparison',
      heading: payload.policies.length > 1 ? comparison.heading : comparison.headingOne,
      there: payload.table.length > 0 || compared.length > 0,
      draw: (heading) => <Comparison {...run} heading={heading} measures={compared} />,
    },
    {
      id: 'for-whom',
      heading: strings.forWhom.heading,
      there: answersOfGroups(payload, variant).length > 0,
      draw: (heading) => <ForWhom {...run} heading={heading} />,
    },
    {
      id: 'caseload',
      heading: strings.caseload.heading,
      there: measures.length > 0 && differInCaseload(payload),
      draw: (heading) => <CaseloadResponse {...run} heading={heading} measures={measures} />,
    },
    {
      id: 'sweep',
      heading: strings.sweep.heading,
      there: measures.length > 0 && sweep !== null,
      draw: (heading) =>
        sweep && <SweepFigures heading={heading} payload={payload} sweep={sweep} measures={measures} hidden={hidden} />,
    },
    {
      id: 'costs',
      heading: strings.costs.heading,
      there: costs !== null,
      draw: (heading) => costs && <CostFigures {...run} heading={heading} costs={costs} />,
    },
    {
      id: 'exits',
      heading: strings.exits.heading,
      there: exitKinds(measures).length > 0,
      draw: (heading) => <Exits {...run} heading={heading} measures={measures} />,
    },
    {
      id: 'work',
      heading: strings.work.heading,
      there: work.length > 0,
      draw: (heading) => <SmallFigures {...run} heading={heading} measures={work} />,
    },
    {
      id: 'further-figures',
      heading: strings.figures.further,
      there: further.length > 0,
      draw: (heading) => <SmallFigures {...run} heading={heading} measures={further} />,
    },
    {
      id: 'groups',
      heading: strings.splits.heading,
      there: payload.splits.length > 0,
      draw: (heading) => <Splits {...run} heading={heading} />,
    },
    {
      id: 'rests-on',
      heading: strings.restsOn.heading,
      there: true,
      draw: (heading) => <RestsOn heading={heading} payload={payload} />,
    },
    {
      id: 'manifest',
      heading: strings.manifest.heading,
      there: true,
      draw: (heading) => <Manifest heading={heading} payload={payload} />,
    },
  ];
}

/** Links to the parts, for eyes and keyboards that do not want to pass all of them. */
function Contents({ parts }: { parts: Part[] }) {
  return (
    <nav class="contents on-screen" aria-label={strings.header.contents}>
      <ul>
        {parts.map(({ id, heading }) => (
          <li key={id}>
            <a href={`#${id}`}>{heading}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The answer in words of whatever the payload holds. */
function answerOf(payload: Payload, variant: string): string[] {
  const { attribution, optimum } = payload;
  const analysed = [
    ...(optimum ? optimumAnswer(payload, optimum) : []),
    ...(attribution ? attributionAnswer(payload, attribution) : []),
  ];
  return analysed.length > 0 ? analysed : answer(payload, variant);
}

export function Report({ payload }: { payload: Payload }) {
  const measures = useMemo(() => measuresWith(payload, payload.curves), [payload]);
  const compared = useMemo(() => measuresWith(payload, payload.differences), [payload]);
  const [, setLanguage] = useState<Language>(strings.language);
  const [variant, setVariant] = useState(payload.variants[0] ?? payload.curves[0]?.variant ?? '');
  const [chosen, onChoose] = useState(firstOf(measures));
  const [hidden, setHidden] = useState(new Set<string>());
  const say = (language: Language) => {
    speak(language);
    setLanguage(language);
  };
  const shown = { payload, measures, compared, chosen, onChoose, variant, hidden };
  const parts = partsOf(shown).filter(({ there }) => there);
  return (
    <main>
      <Header payload={payload} onSpeak={say} />
      {payload.variants.length > 1 && (
        <Choice id="variant-choice" label={strings.figures.variant} value={variant} onChoose={setVariant}>
          {payload.variants.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </Choice>
      )}
      <section id="answer" aria-label={strings.answer.heading}>
        {hasFirstLines(payload, variant) ? (
          <FirstLines payload={payload} variant={variant} />
        ) : (
          <p>{answerOf(payload, variant).join(' ')}</p>
        )}
      </section>
      <aside id="version" aria-label={strings.version.heading}>
        <h2>{strings.version.heading}</h2>
        <p>{strings.version.paragraph}</p>
      </aside>
      <Warnings payload={payload} />
      <Contents parts={parts} />
      {payload.policies.length > 1 && <PolicyChoice payload={payload} hidden={hidden} onHide={setHidden} />}
      {parts.map(({ id, heading, draw }) => (
        <section key={id} id={id}>
          {draw(heading)}
        </section>
      ))}
    </main>
  );
}
