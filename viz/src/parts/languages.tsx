// The switch of the page's language.
import { languages, type Language } from '../words/say';
import { strings } from '../words/strings';

export function Languages({ onSpeak }: { onSpeak: (language: Language) => void }) {
  return (
    <div class="languages on-screen" role="group" aria-label={strings.header.languages}>
      {(Object.keys(languages) as Language[]).map((each) => (
        <button
          key={each}
          type="button"
          lang={each}
          aria-pressed={strings.language === each}
          onClick={() => onSpeak(each)}
        >
          <span class="long">{languages[each]}</span>
          <span class="short" aria-hidden="true">
            {each.toUpperCase()}
          </span>
        </button>
      ))}
    </div>
  );
}
