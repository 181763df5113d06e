// Runs in words.
import { appStrings } from '../words/app_strings';
import { strings } from '../words/strings';
import type { Model, Run } from './calls';

/** "today 14:03" is not said: lists are read later too. */
export function instant(started: string | null): string {
  const date = new Date(started ?? '');
  if (Number.isNaN(date.getTime())) return strings.missing;
  return date.toLocaleString(strings.locale, { dateStyle: 'medium', timeStyle: 'short' });
}

/** "14 s", "3 min". */
export function duration(seconds: number | null): string {
  if (seconds === null) return strings.missing;
  const words = appStrings().run;
  if (seconds < 120) return words.seconds(Math.max(1, Math.round(seconds)).toLocaleString(strings.locale));
  return words.minutes(Math.round(seconds / 60).toLocaleString(strings.locale));
}

/** What was run and when, as far as it is known. */
export function factsOf(run: Run): string[] {
  const words = appStrings().run;
  const { households, replicates, draws, size } = run;
  return [
    // Names of folders mostly begin with that of the scenario.
    run.id.startsWith(run.scenario) ? '' : run.scenario,
    run.policies.length > 0 ? words.policies(run.policies.length) : '',
    households === null ? '' : words.families(households),
    draws !== null && draws > 1 ? strings.header.draws(draws) : '',
    replicates === null ? '' : strings.header.replicates(replicates),
    size === null ? '' : (words.sizes[size] ?? ''),
    run.started === null ? '' : instant(run.started),
    run.state === 'complete' && run.seconds !== null ? duration(run.seconds) : '',
  ].filter(Boolean);
}

/** Text in which a filter looks: what can be read of the run, in the language that is spoken. */
export const searchedText = (run: Run): string =>
  [run.id, run.question, ...run.policies, ...factsOf(run), appStrings().run.states[run.state] ?? '']
    .join(' ')
    .toLocaleLowerCase(strings.locale);

/** Whether all words of a filter are in the text. */
export const holdsWords = (text: string, filter: string): boolean =>
  filter
    .toLocaleLowerCase(strings.locale)
    .split(/\s+/)
    .every((word) => text.toLocaleLowerCase(strings.locale).includes(word));

/** The folder of a result as whoever stands in the program's folder writes it. */
export function folderOf({ results, folder }: Model, id: string): string {
  const inside = results.startsWith(`${folder}/`) ? results.slice(folder.length + 1) : results;
  return `${inside}/${id}`;
}
