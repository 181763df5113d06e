// Runs, one below the other.
import { appStrings } from '../words/app_strings';
import { RunState, StateMark } from './run_state';
import { hashOf } from './place';
import type { Run } from './calls';
import { factsOf } from './run_words';

/** Ticks beside those that can be chosen. */
export interface Ticks {
  chosen: string[];
  /** No more may be ticked. */
  full: boolean;
  onToggle: (id: string) => void;
}

export function RunList({ runs, ticks, label }: { runs: Run[]; ticks?: Ticks; label: string }) {
  const words = appStrings();
  return (
    <ul class={ticks ? 'runs ticked' : 'runs'} aria-label={label}>
      {runs.map((run) => {
        const isTicked = ticks?.chosen.includes(run.id) ?? false;
        return (
          <li key={run.id} data-run={run.id}>
            {ticks && (
              <input
                type="checkbox"
                aria-label={words.results.select(run.id)}
                checked={isTicked}
                disabled={run.state !== 'complete' || (ticks.full && !isTicked)}
                onChange={() => ticks.onToggle(run.id)}
              />
            )}
            <div>
              <p class="run-name">
                <a href={hashOf({ screen: 'results', id: run.id })}>{run.question || run.id}</a> <StateMark run={run} />
              </p>
              <p class="quiet">
                {run.question && `${run.id} \u00b7 `}
                {factsOf(run).join(' \u00b7 ')}
              </p>
              <RunState run={run} />
            </div>
          </li>
        );
      })}
    </ul>
  );
}
