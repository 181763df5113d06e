// One picture of the provinces as squares of one size, which needs no geography and fits a phone.
import { columns, provinces, rows } from '../payload/provinces';
import { svg } from './svg';

export interface Tile {
  area: string;
  color: string;
  /** The value as it is written in the square, where there is room. */
  text: string;
  /** What the pointer is told. */
  title: string;
  /** Whether it is marked as not clear. */
  unclear: boolean;
}

/** Below this side of a square, in pixels, its value is left to the table and the pointer. */
const least_for_values = 34;
const widest_square = 56;

export function drawTileMap(tiles: Tile[], width: number): SVGSVGElement {
  const side = Math.min(widest_square, width / columns);
  const withValues = side >= least_for_values;
  const picture = svg('svg', {
    width: columns * side,
    height: rows * side,
    viewBox: `0 0 ${columns * side} ${rows * side}`,
    class: 'tile-map',
    'font-family': 'inherit',
  }) as SVGSVGElement;
  for (const { area, color, text, title, unclear } of tiles) {
    const at = provinces[area];
    if (!at) continue;
    const group = svg('g', { 'data-area': area });
    const told = svg('title', {});
    told.textContent = title;
    const [x, y, inner] = [at.column * side + 1, at.row * side + 1, side - 2];
    group.append(told, svg('rect', { x, y, width: inner, height: inner, rx: 3, fill: color }));
    if (unclear)
      group.append(
        svg('rect', {
          x: x + 2,
          y: y + 2,
          width: inner - 4,
          height: inner - 4,
          rx: 2,
          fill: 'none',
          stroke: 'var(--text)',
          'stroke-dasharray': '3 2',
        }),
      );
    const write = (words: string, below: number, size: number, weight: number) => {
      const line = svg('text', {
        x: x + inner / 2,
        y: y + below,
        'text-anchor': 'middle',
        'font-size': size,
        'font-weight': weight,
        fill: 'var(--text)',
      });
      line.textContent = words;
      group.append(line);
    };
    write(at.code, withValues ? inner * 0.42 : inner / 2 + 3.5, withValues ? 12 : 10, 600);
    if (withValues) write(text, inner * 0.76, 11, 400);
    picture.append(group);
  }
  return picture;
}
