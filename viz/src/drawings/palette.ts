// One look per policy, the same in every figure. The colours themselves are in style.css, for light and dark.

export interface Look {
  color: string;
  dash: string | undefined;
}

const colors = 7;
// Past the last colour the colours begin again with another dash, so that no two policies look alike.
const dashes = [undefined, '7 3', '2 3', '9 3 2 3'];

/** The baseline keeps its dark neutral whatever its place in the file; the others take colours in file order. */
export function lookOf(policy: string, policies: string[], baseline: string): Look {
  if (policy === baseline) return { color: 'var(--baseline)', dash: undefined };
  const place = policies.filter((each) => each !== baseline).indexOf(policy);
  return { color: `var(--policy-${place % colors})`, dash: dashes[Math.floor(place / colors) % dashes.length] };
}
