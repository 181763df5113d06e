// All runs of the results folder, as the program tells of them.
import { useEffect, useState } from 'preact/hooks';
import type { Run } from './calls';

export interface RunsNow {
  runs: Run[];
  /** False until the first list has come. */
  known: boolean;
  /** Whether the program has stopped answering. */
  silent: boolean;
}

export function useRuns(): RunsNow {
  const [now, setNow] = useState<RunsNow>({ runs: [], known: false, silent: false });
  useEffect(() => {
    const events = new EventSource('/api/events');
    events.addEventListener('runs', (event: MessageEvent<string>) =>
      setNow({ runs: (JSON.parse(event.data) as { runs: Run[] }).runs, known: true, silent: false }),
    );
    events.addEventListener('open', () => setNow((before) => ({ ...before, silent: false })));
    // The browser tries again by itself.
    events.addEventListener('error', () => setNow((before) => ({ ...before, silent: true })));
    return () => events.close();
  }, []);
  return now;
}
