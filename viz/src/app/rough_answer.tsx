// The answer of a small run while a scenario is written, drawn by the report's own parts: the table first, so that
// what a changed number does is seen without scrolling.
import { useMemo, useState } from 'preact/hooks';
import { answer } from '../figures/answer';
import { ofBaseline } from '../figures/brought';
import { ComparisonTable } from '../figures/comparison';
import { FirstLines, Tabled } from '../figures/first_lines';
import { MainFigure } from '../figures/main_figure';
import { Choice } from '../parts/choice';
import { answersOf } from '../payload/answer_payload';
import { firstOf, measuresWith, type Payload } from '../payload/payload';
import { appStrings } from '../words/app_strings';
import { wholeNumber } from '../words/numbers';
import { strings } from '../words/strings';
import { Trouble } from './trouble';
import type { Answer } from './use_answer';

const nobody = new Set<string>();

function Drawn({ payload }: { payload: Payload }) {
  const words = appStrings().workbench;
  const measures = useMemo(() => measuresWith(payload, payload.curves), [payload]);
  const [chosen, setChosen] = useState('');
  const [wanted, setVariant] = useState('');
  const variant = payload.variants.includes(wanted) ? wanted : (payload.variants[0] ?? '');
  const answers = answersOf(payload, variant);
  const measure = measures.find(({ name }) => name === (chosen || firstOf(measures))) ?? measures[0];
  return (
    <>
      <section id="answer" aria-label={words.answer}>
        {payload.variants.length > 1 && (
          <Choice id="rough-variant" label={strings.figures.variant} value={variant} onChoose={setVariant}>
            {payload.variants.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </Choice>
        )}
        {answers.length > 0 ? (
          <>
            <p>{[ofBaseline(payload, variant), strings.brought.against(payload.baseline)].filter(Boolean).join(' ')}</p>
            <Tabled answers={answers} baseline={payload.baseline} />
          </>
        ) : (
          <p>{answer(payload, variant).join(' ')}</p>
        )}
      </section>
      {measure && (
        <section id="main-figure">
          <MainFigure
            heading={words.curve}
            payload={payload}
            measures={measures}
            measure={measure}
            onChoose={setChosen}
            variant={variant}
            hidden={nobody}
          />
        </section>
      )}
      {payload.table.length > 0 && (
        <section id="rough-table">
          <ComparisonTable payload={payload} />
        </section>
      )}
      {answers.length > 0 && (
        <details class="in-words">
          <summary>{words.inWords}</summary>
          <FirstLines payload={payload} variant={variant} />
        </details>
      )}
    </>
  );
}

/** What is said above the figures while they are made. */
function stateOf({ state, outdated }: Answer): string {
  const words = appStrings().workbench;
  const before = outdated ? ` (${words.outdated})` : '';
  if (state === 'checking') return `${words.checking}${before}`;
  if (state === 'working') return `${words.working}${before}`;
  return outdated ? words.outdated : '';
}

export function RoughAnswer({ answer }: { answer: Answer }) {
  const words = appStrings().workbench;
  const { payload, state, refusal, outdated } = answer;
  return (
    <div class={`rough${outdated ? ' outdated' : ''}`}>
      <h2 class="rough-heading">
        {payload
          ? words.rough(wholeNumber(payload.households), strings.header.replicates(payload.replicates))
          : words.answer}
      </h2>
      <p class="note" role="status">
        {stateOf(answer) || (payload ? words.roughNote : '')}
      </p>
      {state === 'refused' && <Trouble said={refusal} />}
      {!payload && state === 'wrong' && <p>{words.afterProblems}</p>}
      {payload && <Drawn payload={payload} />}
    </div>
  );
}
