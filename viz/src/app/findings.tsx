// Problems and warnings of a text, each with a way to its line.
import { appStrings } from '../words/app_strings';
import type { Checked, Problem, Warning } from './calls';
import type { Mark } from './editor';

/** Whether the place is in the text that is open, rather than in a file that it names. */
const isHere = (checked: Checked, { file, line }: Problem | Warning) =>
  typeof line === 'number' && line > 0 && (!file || file === checked.scenario);

const textOf = (warning: Warning) => [warning.what, warning.consequence].filter(Boolean).join(': ');

/** Those that can be underlined. */
export function marksOf(checked: Checked | null): Mark[] {
  if (!checked) return [];
  const mark = (severity: Mark['severity'], place: Problem | Warning, message: string): Mark[] =>
    isHere(checked, place) ? [{ line: place.line ?? 1, column: place.column ?? 1, severity, message }] : [];
  return [
    ...checked.problems.flatMap((problem) => mark('error', problem, problem.message)),
    ...checked.warnings.flatMap((warning) => mark('warning', warning, textOf(warning))),
  ];
}

interface Properties {
  checked: Checked;
  onJump: (line: number, column: number) => void;
}

function List({
  kind,
  heading,
  checked,
  entries,
  onJump,
}: Properties & { kind: string; heading: string; entries: { place: Problem | Warning; text: string }[] }) {
  if (entries.length === 0) return null;
  return (
    <div class={`findings ${kind}`}>
      <h2>{heading}</h2>
      <ul>
        {entries.map(({ place, text }, i) => (
          <li key={i}>
            {isHere(checked, place) ? (
              <button type="button" onClick={() => onJump(place.line ?? 1, place.column ?? 1)}>
                {appStrings().workbench.line(place.line ?? 1)}
              </button>
            ) : (
              place.place !== checked.scenario && <b>{place.place}</b>
            )}{' '}
            <span lang="en">{text}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

export function Findings({ checked, onJump }: Properties) {
  const words = appStrings().workbench;
  const { problems, warnings } = checked;
  return (
    <>
      <List
        kind="problems"
        heading={words.problems(problems.length)}
        checked={checked}
        entries={problems.map((place) => ({ place, text: place.message }))}
        onJump={onJump}
      />
      <List
        kind="cautions"
        heading={words.warnings(warnings.length)}
        checked={checked}
        entries={warnings.map((place) => ({ place, text: textOf(place) }))}
        onJump={onJump}
      />
    </>
  );
}
