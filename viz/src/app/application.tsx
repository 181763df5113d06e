// The page of `graduasi serve`: a bar with the screens, and one of them.
import { useEffect, useRef, useState } from 'preact/hooks';
import { Languages } from '../parts/languages';
import { appStrings } from '../words/app_strings';
import type { Language } from '../words/say';
import { speak, strings } from '../words/strings';
import { readModel, type Model } from './calls';
import { Compare } from './compare';
import { KeyList, useKeys } from './keys';
import { goTo, hashOf, placeOf, type Place } from './place';
import { OpenLocal, Questions } from './questions';
import { Result, Results } from './results';
import { saidBy, Trouble } from './trouble';
import { useRuns } from './use_runs';
import { Workbench } from './workbench';

const languageKey = 'graduasi:language';

/** What was chosen here before, or what the browser asks for. */
export function firstLanguage(): Language {
  const chosen = localStorage.getItem(languageKey) ?? navigator.language.slice(0, 2);
  return chosen === 'id' ? 'id' : 'en';
}

function usePlace(): Place {
  const [place, setPlace] = useState(placeOf(location.hash));
  useEffect(() => {
    const follow = () => setPlace(placeOf(location.hash));
    addEventListener('hashchange', follow);
    // It may have changed since the page was first drawn.
    follow();
    return () => removeEventListener('hashchange', follow);
  }, []);
  return place;
}

function TopBar({
  place,
  bench,
  onSpeak,
  onKeys,
}: {
  place: Place;
  bench: Place;
  onSpeak: (language: Language) => void;
  onKeys: () => void;
}) {
  const words = appStrings();
  const links: { to: Place; name: string; isHere: boolean }[] = [
    { to: { screen: 'questions' }, name: words.questions.name, isHere: place.screen === 'questions' },
    { to: bench, name: words.workbench.name, isHere: place.screen === 'workbench' },
    {
      to: { screen: 'results', id: '' },
      name: words.results.name,
      isHere: place.screen === 'results' || place.screen === 'compare',
    },
  ];
  return (
    <header class="top">
      <b>graduasi</b>
      <nav aria-label={words.screens}>
        {links.map(({ to, name, isHere }) => (
          <a key={name} href={hashOf(to)} aria-current={isHere ? 'page' : undefined}>
            {name}
          </a>
        ))}
      </nav>
      <span class="space" />
      <button type="button" onClick={onKeys}>
        {words.keys.button} <kbd>?</kbd>
      </button>
      <Languages onSpeak={onSpeak} />
    </header>
  );
}

function NothingOpen({ model, onOpen }: { model: Model; onOpen: (file: string) => void }) {
  const words = appStrings().workbench;
  return (
    <>
      <h1 tabIndex={-1}>{words.nothing}</h1>
      <p>
        <a href={hashOf({ screen: 'questions' })}>{words.choose}</a>
      </p>
      <OpenLocal model={model} onOpen={onOpen} />
    </>
  );
}

function nameOf(place: Place): string {
  const words = appStrings();
  if (place.screen === 'workbench') return place.file || words.workbench.name;
  if (place.screen === 'results') return place.id || words.results.name;
  return place.screen === 'compare' ? words.compare.name : words.questions.name;
}

export function Application() {
  const place = usePlace();
  const now = useRuns();
  const [model, setModel] = useState<Model | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const [, setLanguage] = useState(strings.language);
  const [keysShown, showKeys] = useState(false);
  // What is open in the workbench stays so while another screen is looked at.
  const bench = useRef<Place & { screen: 'workbench' }>({ screen: 'workbench', file: '', run: '' });
  if (place.screen === 'workbench' && (place.file || !bench.current.file)) bench.current = place;
  const benchKeys = useRef({ run: () => {}, find: () => {} });
  const main = useRef<HTMLElement>(null);
  const isBench = place.screen === 'workbench';

  useEffect(() => {
    readModel().then(setModel, (error: unknown) => setSaid(saidBy(error)));
  }, []);
  useEffect(() => {
    document.title = appStrings().title(nameOf(place));
  }, [hashOf(place), strings]);
  const isFirst = useRef(true);
  useEffect(() => {
    // Who hears the page is told of the new screen; not at first, where the browser tells of the page.
    if (!isFirst.current) main.current?.querySelector<HTMLElement>('h1[tabindex]')?.focus();
    isFirst.current = false;
  }, [place.screen, place.screen === 'results' ? place.id : '']);

  useKeys({
    onRun: () => isBench && benchKeys.current.run(),
    onFind: () => (isBench ? benchKeys.current.find() : main.current?.querySelector<HTMLElement>('.filter')?.focus()),
    onHelp: () => showKeys(true),
  });
  const say = (language: Language) => {
    speak(language);
    localStorage.setItem(languageKey, language);
    setLanguage(language);
  };
  // A file that is open can be opened again from the reader's computer, with another text.
  const [times, setTimes] = useState(0);
  const open = (file: string) => {
    setTimes(times + 1);
    goTo({ screen: 'workbench', file, run: '' });
  };
  const { file, run } = bench.current;
  return (
    <>
      <a
        class="to-content"
        href="#content"
        onClick={(event) => {
          // An address of its own would be another screen.
          event.preventDefault();
          main.current?.focus();
        }}
      >
        {appStrings().toContent}
      </a>
      <TopBar place={place} bench={bench.current} onSpeak={say} onKeys={() => showKeys(true)} />
      <main ref={main} id="content" tabIndex={-1} class={place.screen}>
        {now.silent && <Trouble said="" />}
        {said !== null && <Trouble said={said} />}
        {model && place.screen === 'questions' && <Questions model={model} now={now} onOpen={open} />}
        {model && isBench && !file && <NothingOpen model={model} onOpen={open} />}
        {model && file && (
          <div hidden={!isBench}>
            <Workbench
              key={`${file} ${times}`}
              model={model}
              runs={now.runs}
              file={file}
              run={run}
              isSeen={isBench}
              onKeys={(keys) => {
                benchKeys.current = keys;
              }}
            />
          </div>
        )}
        {place.screen === 'results' && !place.id && <Results {...now} />}
        {model && place.screen === 'results' && place.id && (
          <Result key={place.id} model={model} {...now} id={place.id} />
        )}
        {place.screen === 'compare' && <Compare ids={place.ids} runs={now.runs} />}
      </main>
      <KeyList open={keysShown} onClose={() => showKeys(false)} />
    </>
  );
}
