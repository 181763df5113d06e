// The page in three layers: the answer, its details, and how it was made.
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { answer } from './figures/answer';
import { AnswerScreen, monthsOf, tabs, type Chosen, type Tab } from './figures/answer_screen';
import { CaseloadResponse } from './figures/caseload';
import { Comparison } from './figures/comparison';
import { CostFigures } from './figures/costs';
import { Exits } from './figures/exits';
import { FirstLines, hasFirstLines } from './figures/first_lines';
import { ForWhom } from './figures/for_whom';
import { Header } from './figures/header';
import { MainFigure } from './figures/main_figure';
import { Posts } from './figures/posts';
import { Manifest, RestsOn, Warnings } from './figures/rests_on';
import { furtherMeasures, SmallFigures, workMeasures } from './figures/small_figures';
import { Splits } from './figures/splits';
import { addressOf, showAddress, type View } from './parts/address';
import { Choice } from './parts/choice';
import { Linked } from './parts/figure_actions';
import { Fold } from './parts/fold';
import { answersOfGroups } from './payload/answer_payload';
import { exitKinds } from './payload/exit_kinds';
import { firstOf, measuresWith, type Measure, type Payload } from './payload/payload';
import { differInCaseload } from './payload/responses';
import { languages, type Language } from './words/say';
import { labelOf, speak, strings } from './words/strings';

/** A part of the page. One that this run lacks is neither drawn nor listed. */
interface Part {
  id: string;
  layer: 'details' | 'method';
  heading: string;
  there: boolean;
  draw: () => ComponentChildren;
}

/** What the parts are drawn from: the run, and what the reader chose for the whole page. */
interface Shown {
  payload: Payload;
  /** Those that have curves, and those that have differences. */
  measures: Measure[];
  compared: Measure[];
  chosen: Chosen;
  onChoose: (changed: Partial<Chosen>) => void;
  hidden: Set<string>;
}

/** The parts in reading order; whoever adds a figure adds a row. */
function partsOf({ payload, measures, compared, chosen, onChoose, hidden }: Shown): Part[] {
  const { costs } = payload;
  const { variant, policy } = chosen;
  const run = { payload, variant, hidden };
  const measure = measures.find(({ name }) => name === chosen.measure);
  const work = workMeasures(measures);
  const further = furtherMeasures(measures);
  const isAnalysis = payload.attribution !== null || payload.optimum !== null;
  return [
    {
      id: 'brought',
      layer: 'details',
      heading: strings.layers.brought,
      there: !isAnalysis,
      draw: () =>
        hasFirstLines(payload, variant) ? (
          <FirstLines payload={payload} variant={variant} />
        ) : (
          <p>{answer(payload, variant).join(' ')}</p>
        ),
    },
    {
      id: 'main-figure',
      layer: 'details',
      heading: measure ? labelOf(measure) : '',
      // A run that is no sweep opens on it.
      there: measure !== undefined && payload.sweep !== null,
      draw: () =>
        measure && (
          <MainFigure
            {...run}
            heading={labelOf(measure)}
            measures={measures}
            measure={measure}
            onChoose={(next) => onChoose({ measure: next })}
            policy={policy}
          />
        ),
    },
    {
      id: 'facilitators-by-exits',
      layer: 'details',
      heading: strings.posts.heading,
      there: payload.has_target && measures.length > 0,
      draw: () => <Posts {...run} />,
    },
    {
      id: 'comparison',
      layer: 'details',
      heading: payload.policies.length > 1 ? strings.comparison.heading : strings.comparison.headingOne,
      there: payload.table.length > 0 || compared.length > 0,
      draw: () => <Comparison {...run} measures={compared} policy={policy} />,
    },
    {
      id: 'for-whom',
      layer: 'details',
      heading: strings.forWhom.heading,
      there: answersOfGroups(payload, variant).length > 0,
      draw: () => <ForWhom {...run} />,
    },
    {
      id: 'caseload',
      layer: 'details',
      heading: strings.caseload.heading,
      there: measures.length > 0 && differInCaseload(payload),
      draw: () => <CaseloadResponse {...run} measures={measures} />,
    },
    {
      id: 'costs',
      layer: 'details',
      heading: strings.costs.heading,
      there: costs !== null,
      draw: () => costs && <CostFigures {...run} costs={costs} />,
    },
    {
      id: 'exits',
      layer: 'details',
      heading: strings.exits.heading,
      there: exitKinds(measures).length > 0,
      draw: () => <Exits {...run} measures={measures} />,
    },
    {
      id: 'work',
      layer: 'details',
      heading: strings.work.heading,
      there: work.length > 0,
      draw: () => <SmallFigures {...run} measures={work} policy={policy} />,
    },
    {
      id: 'further-figures',
      layer: 'details',
      heading: strings.figures.further,
      there: further.length > 0,
      draw: () => <SmallFigures {...run} measures={further} policy={policy} />,
    },
    {
      id: 'groups',
      layer: 'details',
      heading: strings.splits.heading,
      there: payload.splits.length > 0,
      draw: () => <Splits {...run} policy={policy} />,
    },
    {
      id: 'rests-on',
      layer: 'method',
      heading: strings.restsOn.heading,
      there: true,
      draw: () => <RestsOn payload={payload} />,
    },
    {
      id: 'manifest',
      layer: 'method',
      heading: strings.manifest.heading,
      there: true,
      draw: () => <Manifest payload={payload} />,
    },
  ];
}

/** What is chosen where the address says nothing. */
function firstChosen(payload: Payload, measures: Measure[]): Chosen {
  return {
    policy: payload.policies.find((policy) => policy !== payload.baseline) ?? payload.baseline,
    variant: payload.variants[0] ?? payload.curves[0]?.variant ?? '',
    measure: firstOf(measures),
    month: monthsOf(payload).at(-1) ?? payload.months,
    tab: 'chart',
  };
}

/** The same with what the address says, where the run has it. */
function chosenIn(view: View, payload: Payload, measures: Measure[]): Chosen {
  const first = firstChosen(payload, measures);
  const known = (name: string | undefined, all: string[], other: string) =>
    name !== undefined && all.includes(name) ? name : other;
  const month = Number(view['month']);
  return {
    policy: known(view['policy'], payload.policies, first.policy),
    variant: known(view['variant'], payload.variants, first.variant),
    measure: known(
      view['measure'],
      measures.map(({ name }) => name),
      first.measure,
    ),
    month: monthsOf(payload).includes(month) ? month : first.month,
    tab: known(view['tab'], [...tabs], first.tab) as Tab,
  };
}

/** What the address has to say of it: all that is not as at first. */
function viewOf(chosen: Chosen, first: Chosen, opened: Language): View {
  const entries = (Object.keys(first) as (keyof Chosen)[])
    .filter((key) => chosen[key] !== first[key])
    .map((key) => [key, String(chosen[key])]);
  return Object.fromEntries([...entries, ...(strings.language === opened ? [] : [['lang', strings.language]])]);
}

/** Where the figures of the first screen are, by their ids. */
const tab_of: { [part: string]: Tab } = { 'main-figure': 'chart', sweep: 'chart', map: 'map', table: 'table' };

/** Links to the parts, for eyes and keyboards that do not want to pass all of them. */
function Contents({ parts, onPart }: { parts: Part[]; onPart: (id: string) => void }) {
  return (
    <nav class="contents on-screen" aria-label={strings.layers.details}>
      <ul>
        {parts.map(({ id, heading }) => (
          <li key={id}>
            <a href={`#${id}`} onClick={() => onPart(id)}>
              {heading}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

export function Report({ payload }: { payload: Payload }) {
  const measures = useMemo(() => measuresWith(payload, payload.curves), [payload]);
  const compared = useMemo(() => measuresWith(payload, payload.differences), [payload]);
  const first = useMemo(() => firstChosen(payload, measures), [payload]);
  const [language, setLanguage] = useState<Language>(strings.language);
  const [chosen, setChosen] = useState(() => chosenIn(addressOf(location.hash).view, payload, measures));
  const [hidden, setHidden] = useState(new Set<string>());
  const [open, setOpen] = useState(new Set<string>());
  /** The part that a link leads to; another object each time, so that the same link leads there again. */
  const [wanted, setWanted] = useState({ id: addressOf(location.hash).part });
  const onChoose = (changed: Partial<Chosen>) => setChosen((before) => ({ ...before, ...changed }));
  const say = (next: Language) => {
    speak(next);
    setLanguage(next);
  };
  const parts = partsOf({ payload, measures, compared, chosen, onChoose, hidden }).filter(({ there }) => there);
  const details = parts.filter(({ layer }) => layer === 'details');
  const fold = (id: string, isOpen: boolean) =>
    setOpen((before) => {
      const next = new Set(before);
      if (isOpen) next.add(id);
      else next.delete(id);
      return next;
    });
  const onPart = (id: string) => setWanted({ id });

  useEffect(() => {
    const { id } = wanted;
    if (!id) return;
    if (parts.some((part) => part.id === id)) fold(id, true);
    else if (tab_of[id]) onChoose({ tab: tab_of[id] });
    // After it has been opened: before, there is nothing of it to come to.
    const frame = requestAnimationFrame(() => document.getElementById(id)?.scrollIntoView());
    return () => cancelAnimationFrame(frame);
  }, [wanted]);
  useEffect(() => {
    const follow = () => {
      const { part, view } = addressOf(location.hash);
      onPart(part);
      // A link within the page says nothing of the view, which then stays.
      if (Object.keys(view).length === 0) return;
      setChosen(chosenIn(view, payload, measures));
      const next = view['lang'] ?? payload.language;
      if (next in languages) say(next as Language);
    };
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, [payload]);
  useEffect(() => {
    showAddress({ part: addressOf(location.hash).part, view: viewOf(chosen, first, payload.language) });
  }, [chosen, language, wanted]);

  const allOpen = details.every(({ id }) => open.has(id));
  const openAll = () => {
    const next = new Set(open);
    for (const { id } of details) {
      if (allOpen) next.delete(id);
      else next.add(id);
    }
    setOpen(next);
  };
  const folds = (layer: Part['layer']) =>
    parts
      .filter((part) => part.layer === layer)
      .map(({ id, heading, draw }) => (
        <Fold
          key={id}
          id={id}
          heading={heading}
          open={open.has(id)}
          onFold={(isOpen) => fold(id, isOpen)}
          draw={draw}
        />
      ));
  return (
    <Linked.Provider value>
      <main>
        <Header payload={payload} onSpeak={say} />
        <AnswerScreen {...{ payload, measures, chosen, onChoose, hidden, onPart }} onHide={setHidden} />
        <aside id="version" aria-label={strings.version.heading}>
          <h2>{strings.version.heading}</h2>
          <p>{strings.version.paragraph}</p>
        </aside>
        <Warnings payload={payload} />
        {details.length > 0 && (
          <div id="details" class="layer">
            <div class="figure-head">
              <h2>{strings.layers.details}</h2>
              <div class="choices">
                {payload.variants.length > 1 && (
                  <Choice
                    id="variant-choice"
                    label={strings.figures.variant}
                    value={chosen.variant}
                    onChoose={(variant) => onChoose({ variant })}
                  >
                    {payload.variants.map((name) => (
                      <option key={name} value={name}>
                        {name}
                      </option>
                    ))}
                  </Choice>
                )}
                <button type="button" class="on-screen" onClick={openAll}>
                  {allOpen ? strings.layers.closeAll : strings.layers.openAll}
                </button>
              </div>
            </div>
            <Contents parts={details} onPart={onPart} />
            {folds('details')}
          </div>
        )}
        <div id="method" class="layer">
          <h2>{strings.layers.method}</h2>
          {folds('method')}
        </div>
      </main>
    </Linked.Provider>
  );
}
