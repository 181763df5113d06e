// All results of the folder, and one of them.
import { useState } from 'preact/hooks';
import { Choice } from '../parts/choice';
import { FilterBox } from '../parts/filter_box';
import { appStrings } from '../words/app_strings';
import type { Model, Run } from './calls';
import { goTo, hashOf } from './place';
import { Files, Report, RunYourself } from './result_parts';
import { RunList } from './run_list';
import { RunState, StateMark } from './run_state';
import { factsOf, holdsWords, searchedText } from './run_words';
import type { RunsNow } from './use_runs';

const most_compared = 5;

/** Runs that have not started yet come with the newest. */
const startOf = ({ started }: Run) => started ?? '9999';
const orders: { [order: string]: (a: Run, b: Run) => number } = {
  newest: (a, b) => startOf(b).localeCompare(startOf(a)),
  oldest: (a, b) => startOf(a).localeCompare(startOf(b)),
  longest: (a, b) => (b.seconds ?? 0) - (a.seconds ?? 0),
};

export function Results({ runs, known }: RunsNow) {
  const words = appStrings().results;
  const [filter, setFilter] = useState('');
  const [order, setOrder] = useState('newest');
  const [ticked, setTicked] = useState<string[]>([]);
  const chosen = ticked.filter((id) => runs.some((run) => run.id === id && run.state === 'complete'));
  const shown = runs.filter((run) => holdsWords(searchedText(run), filter)).sort(orders[order]);
  const toggle = (id: string) =>
    setTicked(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id]);
  // What came first is what the others are compared with.
  const inOrder = () =>
    runs
      .filter(({ id }) => chosen.includes(id))
      .sort(orders['oldest'])
      .map(({ id }) => id);
  return (
    <>
      <h1 tabIndex={-1}>{words.heading}</h1>
      <div class="filters">
        <FilterBox label={words.filter} value={filter} onFilter={setFilter} />
        <Choice id="results-order" label={words.sort} value={order} onChoose={setOrder}>
          {Object.keys(orders).map((name) => (
            <option key={name} value={name}>
              {words.orders[name]}
            </option>
          ))}
        </Choice>
      </div>
      <div class="ticking">
        <span role="status">{chosen.length > 0 ? words.chosen(chosen.length) : words.tick}</span>
        <button
          type="button"
          class="main"
          disabled={chosen.length < 2}
          onClick={() => goTo({ screen: 'compare', ids: inOrder() })}
        >
          {words.compare}
        </button>
        {chosen.length > 0 && (
          <button type="button" onClick={() => setTicked([])}>
            {words.clear}
          </button>
        )}
      </div>
      {known && shown.length === 0 && <p class="quiet">{filter ? words.none : appStrings().questions.noRuns}</p>}
      <RunList
        runs={shown}
        label={words.heading}
        ticks={{ chosen, full: chosen.length >= most_compared, onToggle: toggle }}
      />
    </>
  );
}

/** The scenario that a run has the name of, if it is among those here. */
const scenarioOf = (model: Model, run: Run) =>
  model.questions.find(({ file }) => file.split('/').at(-1) === `${run.scenario}.yaml`)?.file;

export function Result({ model, runs, known, id }: RunsNow & { model: Model; id: string }) {
  const words = appStrings().results;
  const run = runs.find((each) => each.id === id);
  if (!run) return known ? <p class="trouble">{words.unknown(id)}</p> : null;
  const file = scenarioOf(model, run);
  const recorded = [run.version, run.result_hash?.slice(0, 16)].filter(Boolean).join(' \u00b7 ');
  return (
    <>
      <p>
        <a href={hashOf({ screen: 'results', id: '' })}>{words.all}</a>
      </p>
      <h1 tabIndex={-1}>{run.question || run.id}</h1>
      <p class="quiet">
        <StateMark run={run} /> {run.id} {'\u00b7'} {factsOf(run).join(' \u00b7 ')}
      </p>
      {recorded && (
        <p class="quiet">
          {words.recorded}: <code>{recorded}</code>
        </p>
      )}
      <RunState run={run} />
      {file && (
        <p>
          <a href={hashOf({ screen: 'workbench', file, run: '' })}>{words.edit}</a>
        </p>
      )}
      {run.state === 'complete' && (
        <>
          <Files id={id} />
          <RunYourself id={id} model={model} />
          <Report id={id} />
        </>
      )}
    </>
  );
}
