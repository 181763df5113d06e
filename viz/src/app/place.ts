// What is seen, as the part of the address behind #: a link opens the same view.

export type Place =
  | { screen: 'questions' }
  /** `file` is empty where none is open; `run` where none was started. */
  | { screen: 'workbench'; file: string; run: string }
  /** `id` is empty for the list of all. */
  | { screen: 'results'; id: string }
  | { screen: 'compare'; ids: string[] };

export type Screen = Place['screen'];

const parted = (path: string) => path.split('/').map(encodeURIComponent).join('/');

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // An address that somebody cut off in the middle of a letter.
    return text;
  }
}

export function hashOf(place: Place): string {
  if (place.screen === 'workbench') {
    const file = place.file ? `/${parted(place.file)}` : '';
    return `#workbench${file}${place.run ? `?run=${encodeURIComponent(place.run)}` : ''}`;
  }
  if (place.screen === 'results') return place.id ? `#results/${encodeURIComponent(place.id)}` : '#results';
  if (place.screen === 'compare') return `#compare/${place.ids.map(encodeURIComponent).join('/')}`;
  return '#questions';
}

/** What an address means; one that means nothing leads to the questions. */
export function placeOf(hash: string): Place {
  const [path = '', query = ''] = hash.replace(/^#/, '').split('?');
  const [screen, ...rest] = path.split('/').map(unescaped);
  if (screen === 'workbench') {
    const run = /^run=(.+)$/.exec(query)?.[1] ?? '';
    return { screen, file: rest.join('/'), run: unescaped(run) };
  }
  if (screen === 'results') return { screen, id: rest.join('/') };
  if (screen === 'compare') return { screen, ids: rest.filter(Boolean) };
  return { screen: 'questions' };
}

export const goTo = (place: Place): void => {
  location.hash = hashOf(place);
};

/** The same, without a step that "back" would lead to. */
export function replacePlace(place: Place): void {
  history.replaceState(null, '', hashOf(place));
  dispatchEvent(new HashChangeEvent('hashchange'));
}
