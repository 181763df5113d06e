// One look per policy, the same in every figure. The colours themselves are in style.css, for light and dark.
import type { Payload } from '../payload/payload';

export interface Look {
  color: string;
  dash: string | undefined;
}

const colors = 7;
// Colours that readers without red or green cannot tell apart have different dashes.
const dashes = [undefined, '7 3', '2 3', '9 3 2 3', '12 4', '4 4'];
/** Neighbours in the list of colours that lie apart for all readers. */
const alike_dashed = 3;

/** From the least of an order (0) to the most (1). */
function inOrder(share: number): string {
  const [from, to, part] = share < 0.5 ? ['least', 'middle', 2 * share] : ['middle', 'most', 2 * share - 1];
  return `color-mix(in oklab, var(--order-${from}), var(--order-${to}) ${Math.round(100 * part)}%)`;
}

/**
 * The baseline keeps its dark neutral whatever its place in the file. Policies that differ in one number stand in the
 * order of it, light to dark; others take colours that lie apart, in file order.
 */
export function lookOf(
  policy: string,
  { policies, baseline, one_number }: Pick<Payload, 'policies' | 'baseline' | 'one_number'>,
): Look {
  if (policy === baseline) return { color: 'var(--baseline)', dash: undefined };
  const others = policies.filter((each) => each !== baseline);
  const place = others.indexOf(policy);
  if (one_number) {
    const numberOf = (name: string) => one_number.values[policies.indexOf(name)] ?? 0;
    const below = others.filter((each) => numberOf(each) < numberOf(policy)).length;
    return { color: inOrder(others.length > 1 ? below / (others.length - 1) : 1), dash: undefined };
  }
  const round = Math.floor(place / colors);
  return {
    color: `var(--policy-${place % colors})`,
    dash: dashes[(Math.floor((place % colors) / alike_dashed) + alike_dashed * round) % dashes.length],
  };
}
