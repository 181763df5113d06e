// What the program says of a text while it is typed: its problems, and then a rough answer.
import { useEffect, useRef, useState } from 'preact/hooks';
import { readPayload, type Payload } from '../payload/payload';
import { strings } from '../words/strings';
import { checkScenario, Refused, roughAnswer, type Checked, type Written } from './calls';

/** Without a key for so long, in milliseconds, the text is looked at. */
const pause = 300;

/** Another page that asked since has ended our request: asked again after so long at least, and at most twice that. */
const patience = 1500;

export interface Answer {
  state: 'checking' | 'wrong' | 'working' | 'ready' | 'refused';
  checked: Checked | null;
  /** The last rough answer, which may be of an earlier text. */
  payload: Payload | null;
  /** Whether it is. */
  outdated: boolean;
  /** Why there is none. */
  refusal: string;
}

const nothing: Answer = { state: 'checking', checked: null, payload: null, outdated: false, refusal: '' };

/**
 * Follows the text. A later one ends what is asked for an earlier one.
 *
 * @param isSeen  whether the answer is looked at; nothing is asked while it is not
 */
export function useAnswer(file: string, yaml: string | null, isSeen: boolean): Answer {
  const [answer, setAnswer] = useState(nothing);
  const answered = useRef<Written | null>(null);
  useEffect(() => setAnswer(nothing), [file]);

  useEffect(() => {
    if (yaml === null || !isSeen) return;
    if (answered.current?.file === file && answered.current.yaml === yaml) return;
    answered.current = null;
    const written = { file, yaml };
    const ending = new AbortController();
    const follow = async () => {
      const checked = await checkScenario(written, ending.signal);
      setAnswer((before) => ({ ...before, checked, state: checked.fine ? 'working' : 'wrong', refusal: '' }));
      if (checked.fine) {
        const payload = readPayload(await roughAnswer(written, strings.language, ending.signal));
        setAnswer({ state: 'ready', checked, payload, outdated: false, refusal: '' });
      }
      answered.current = written;
    };
    const fail = (error: unknown) => {
      if (ending.signal.aborted) return;
      if (error instanceof Refused && error.status === 409) {
        // Not at the same time as the other page, should it do the same.
        timer = setTimeout(begin, patience * (1 + Math.random()));
        return;
      }
      const refusal = error instanceof Refused ? error.message : '';
      setAnswer((before) => ({ ...before, state: 'refused', refusal }));
    };
    setAnswer((before) => ({ ...before, state: 'checking', outdated: before.payload !== null }));
    const begin = () => void follow().catch(fail);
    let timer = setTimeout(begin, pause);
    return () => {
      clearTimeout(timer);
      ending.abort();
    };
  }, [file, yaml, isSeen]);
  return answer;
}
