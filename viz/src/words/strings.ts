// The words of the language that the page speaks now.
import { spoken, type Language, type Spoken } from './say';
import { words } from './words';

export type Strings = Spoken<typeof words>;

const all: { [language in Language]: Strings } = { en: spoken(words, 'en'), id: spoken(words, 'id') };

/** Another object after `speak`: what was computed with the old one has to be computed again. */
export let strings: Strings = all.en;

export function speak(language: Language): void {
  strings = all[language];
  document.documentElement.lang = language;
}

/** "a, b and c" */
export const listed = (items: string[]) => new Intl.ListFormat(strings.locale, { type: 'conjunction' }).format(items);

/** The label of a measure in the page's language. */
export const labelOf = (measure: { label_en: string; label_id: string; name: string }): string =>
  (strings.language === 'id' ? measure.label_id : measure.label_en) || measure.name;

/** The definition of a measure in the page's language; `foreign` when there is an English one only. */
export function definitionOf(measure: { definition: string; definition_id?: string }): {
  text: string;
  foreign: boolean;
} {
  if (strings.language === 'en') return { text: measure.definition, foreign: false };
  return measure.definition_id
    ? { text: measure.definition_id, foreign: false }
    : { text: measure.definition, foreign: true };
}

/** The name of a unit in the page's language; one that the table does not know stands as it is. */
export const unitName = (unit: string): string => strings.units[unit] ?? unit;

/** "school_age" as "School age". */
export const readable = (name: string): string =>
  name.charAt(0).toLocaleUpperCase(strings.locale) + name.slice(1).replaceAll('_', ' ');

export const splitName = (split: string): string => strings.splits.names[split] ?? readable(split);

export const groupName = (split: string, group: string): string =>
  strings.splits.groups[`${split}:${group}`] ?? (split === 'area' ? group : readable(group));

/**
 * A phrase of the codebook as a sentence: "families that left" becomes "Families that left." A path in front keeps its
 * letters.
 */
export function sentence(phrase: string): string {
  const startsWithPath = /^\S*[._]\S/.test(phrase);
  const start = startsWithPath ? phrase : phrase.charAt(0).toLocaleUpperCase(strings.locale) + phrase.slice(1);
  return start.replace(/([^.!?])$/, '$1.');
}
