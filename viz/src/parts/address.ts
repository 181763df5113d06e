// What is seen, as the part of the address behind #: "costs?policy=1+to+150&tab=map" is a part of the page and a view.

export type View = { [key: string]: string };

export interface Address {
  /** Id of the part that is looked for; empty for none. */
  part: string;
  view: View;
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // An address that somebody cut off in the middle of a letter.
    return text;
  }
}

export function addressOf(hash: string): Address {
  const [part = '', query = ''] = hash.replace(/^#/, '').split('?');
  return { part: unescaped(part), view: Object.fromEntries(new URLSearchParams(query)) };
}

export function hashOf({ part, view }: Address): string {
  const query = new URLSearchParams(view).toString();
  return `#${encodeURIComponent(part)}${query ? `?${query}` : ''}`;
}

/** Writes it without a step that "back" would lead to; an address that says nothing stays without its #. */
export function showAddress(address: Address): void {
  const hash = hashOf(address);
  if (hash === location.hash || (hash === '#' && location.hash === '')) return;
  history.replaceState(null, '', hash);
}
