// Colours of maps: from the least value to the most, or from zero to both sides.

const percent = (share: number) => `${Math.round(100 * Math.max(0, Math.min(1, share)))}%`;

/** @param signed whether values are differences, which lie on both sides of zero */
export function heatColor(value: number, [least, most]: [number, number], signed: boolean): string {
  if (!signed)
    return `color-mix(in oklab, var(--heat-least), var(--heat-most) ${percent(most > least ? (value - least) / (most - least) : 0)})`;
  const furthest = Math.max(Math.abs(least), Math.abs(most));
  return `color-mix(in oklab, var(--heat-none), var(${value < 0 ? '--heat-fewer' : '--heat-more'}) ${percent(furthest > 0 ? Math.abs(value) / furthest : 0)})`;
}
