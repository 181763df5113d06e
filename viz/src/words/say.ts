// Two languages side by side, and one of them taken out.

export type Language = 'en' | 'id';
export const languages: { [language in Language]: string } = { en: 'English', id: 'Bahasa Indonesia' };

interface Said<T> {
  en: T;
  id: T;
}

/** One row of the table of words; both languages have the same type, so that neither can be forgotten. */
export const say = <T>(en: T, id: NoInfer<T>): Said<T> => ({ en, id });

/** A table of rows as one language speaks it. */
export type Spoken<T> = T extends Said<infer S> ? S : { [Key in keyof T]: Spoken<T[Key]> };

export function spoken<T extends object>(table: T, language: Language): Spoken<T> {
  const entries = Object.entries(table).map(([key, value]) => [
    key,
    'en' in value && 'id' in value ? value[language] : spoken(value, language),
  ]);
  return Object.fromEntries(entries) as Spoken<T>;
}
