// A run that waits, runs, was interrupted or has failed: how far it is, and what can be done with it.
import { appStrings } from '../words/app_strings';
import { strings } from '../words/strings';
import { dropRun, resumeRun, type Run } from './calls';
import { duration } from './run_words';
import { useAsking } from './trouble';

/** "complete", with a colour that says the same. */
export const StateMark = ({ run }: { run: Run }) => (
  <span class={`state is-${run.state}`}>{appStrings().run.states[run.state] ?? run.state}</span>
);

function Progress({ run }: { run: Run }) {
  const words = appStrings().run;
  const share = Math.round(100 * (run.done ?? 0));
  return (
    <>
      <progress aria-label={words.progress} value={share} max={100} />
      <span class="percent">
        {share}
        {strings.percentSign}
      </span>
      {run.state === 'waiting' ? (
        <span>{words.waiting}</span>
      ) : (
        run.seconds_left !== null && <span>{words.left(duration(run.seconds_left))}</span>
      )}
    </>
  );
}

/** Empty for a complete run. */
export function RunState({ run }: { run: Run }) {
  const words = appStrings().run;
  const [ask, trouble] = useAsking();
  if (run.state === 'complete') return null;
  const isGoing = run.state === 'waiting' || run.state === 'running';
  return (
    <div class="run-state">
      <div class="run-line">
        {isGoing && <Progress run={run} />}
        {isGoing ? (
          <button type="button" onClick={() => ask(() => dropRun(run.id))}>
            {words.cancel}
          </button>
        ) : (
          <>
            <button type="button" onClick={() => ask(() => resumeRun(run.id))}>
              {run.state === 'failed' ? words.again : words.resume}
            </button>
            <button type="button" title={words.removeHint} onClick={() => ask(() => dropRun(run.id))}>
              {words.remove}
            </button>
          </>
        )}
      </div>
      {run.state === 'partial' && <p class="note">{words.interrupted}</p>}
      {run.state === 'failed' && run.message && (
        <p class="trouble" lang="en">
          {run.message}
        </p>
      )}
      {trouble}
    </div>
  );
}
