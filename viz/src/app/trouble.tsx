// What went wrong between the page and the program.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { appStrings } from '../words/app_strings';
import { Refused } from './calls';

/** A sentence of the program stays in its language. */
export function Trouble({ said }: { said: string }) {
  const words = appStrings().trouble;
  return (
    <p class="trouble" role="alert">
      {said ? (
        <>
          {words.refused} <span lang="en">{said}</span>
        </>
      ) : (
        words.silent
      )}
    </p>
  );
}

/** The program's own sentence; empty where it did not answer at all. */
export const saidBy = (error: unknown): string => (error instanceof Refused ? error.message : '');

/** Something that may be asked of the program, and what to show when it went wrong. */
export function useAsking(): [(work: () => Promise<unknown>) => void, ComponentChildren] {
  const [said, setSaid] = useState<string | null>(null);
  const ask = (work: () => Promise<unknown>) => {
    setSaid(null);
    work().catch((error: unknown) => setSaid(saidBy(error)));
  };
  return [ask, said !== null && <Trouble said={said} />];
}
