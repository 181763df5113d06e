// The words of the page of `graduasi serve` in the language that is spoken now.
import { spoken, type Language, type Spoken } from './say';
import { strings } from './strings';
import { appWords } from './words_app';

type AppStrings = Spoken<typeof appWords>;

const all: { [language in Language]: AppStrings } = { en: spoken(appWords, 'en'), id: spoken(appWords, 'id') };

export const appStrings = (): AppStrings => all[strings.language];
