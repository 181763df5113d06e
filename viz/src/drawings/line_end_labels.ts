// Names at the ends of lines, moved apart so that none covers another.
import { svg } from './svg';

export interface EndLabel {
  lines: string[];
  color: string;
  x: number;
  y: number;
}

const gap = 3;

/**
 * The middle heights of labels that want to stand at `wanted` (sorted), apart by their own heights.
 *
 * Labels that collide form a group which stands around the mean of what its members want, so each
 * is moved as little as the others allow.
 */
export function spread(wanted: number[], heights: number[], top: number, bottom: number): number[] {
  interface Group {
    first: number;
    count: number;
    sum: number;
    height: number;
  }
  const groups: Group[] = [];
  const start = (group: Group) => {
    const free = group.sum / group.count - group.height / 2;
    return Math.max(top, Math.min(bottom - group.height, free));
  };
  wanted.forEach((middle, i) => {
    const height = (heights[i] ?? 0) + gap;
    groups.push({ first: i, count: 1, sum: middle, height });
    for (;;) {
      const last = groups.at(-1);
      const before = groups.at(-2);
      if (!last || !before || start(before) + before.height <= start(last)) break;
      groups.splice(-2, 2, {
        first: before.first,
        count: before.count + last.count,
        sum: before.sum + last.sum,
        height: before.height + last.height,
      });
    }
  });
  return groups.flatMap((group) => {
    let edge = start(group);
    return wanted.slice(group.first, group.first + group.count).map((_, i) => {
      const height = (heights[group.first + i] ?? 0) + gap;
      edge += height;
      return edge - height / 2;
    });
  });
}

let context: CanvasRenderingContext2D | null = null;

export function textWidth(text: string, fontSize: number): number {
  context ??= document.createElement('canvas').getContext('2d');
  if (!context) return text.length * fontSize * 0.6;
  context.font = `600 ${fontSize}px ${getComputedStyle(document.body).fontFamily}`;
  return context.measureText(text).width;
}

/** The text, or as much of it as fits, with an ellipsis. */
export function shortened(text: string, width: number, fontSize: number): string {
  if (textWidth(text, fontSize) <= width) return text;
  let kept = text;
  while (kept.length > 1 && textWidth(`${kept}\u2026`, fontSize) > width) kept = kept.slice(0, -1).trimEnd();
  return `${kept}\u2026`;
}

/** The last words of a text, as many as fit, after an ellipsis; of a single long word its end. */
function endOf(text: string, width: number, fontSize: number): string {
  const fits = (kept: string) => textWidth(kept, fontSize) <= width;
  if (fits(text)) return text;
  const words = text.split(' ');
  while (words.length > 1 && !fits(`\u2026${words.join(' ')}`)) words.shift();
  let kept = words.join(' ');
  while (kept.length > 1 && !fits(`\u2026${kept}`)) kept = kept.slice(1);
  return `\u2026${kept}`;
}

/**
 * A name in at most two lines of the given width. Where it does not fit its middle is left out: names of policies that
 * begin alike differ at their ends.
 */
export function wrapped(text: string, width: number, fontSize: number): string[] {
  if (textWidth(text, fontSize) <= width) return [text];
  const words = text.split(' ');
  let first = words.shift() ?? '';
  while (words[0] !== undefined && textWidth(`${first} ${words[0]}`, fontSize) <= width) first += ` ${words.shift()}`;
  return [shortened(first, width, fontSize), ...(words.length > 0 ? [endOf(words.join(' '), width, fontSize)] : [])];
}

/** Draws the labels right of the lines' ends, with a thin line where a label had to move away. */
export function drawEndLabels(labels: EndLabel[], fontSize: number, top: number, bottom: number): SVGGElement {
  const group = svg('g', { 'font-size': fontSize, 'font-weight': 600, 'text-anchor': 'start' }) as SVGGElement;
  const lineHeight = fontSize * 1.15;
  const sorted = [...labels].sort((a, b) => a.y - b.y);
  const middles = spread(
    sorted.map((label) => label.y),
    sorted.map((label) => label.lines.length * lineHeight),
    top,
    bottom,
  );
  sorted.forEach((label, i) => {
    const middle = middles[i] ?? label.y;
    if (Math.abs(middle - label.y) > fontSize / 3)
      group.append(
        svg('path', {
          d: `M${label.x + 5},${label.y}L${label.x + 13},${middle}`,
          stroke: label.color,
          fill: 'none',
          'stroke-opacity': 0.7,
        }),
      );
    const text = svg('text', { fill: label.color, class: 'line-end' });
    label.lines.forEach((line, place) => {
      const baselineY = middle + (place - (label.lines.length - 1) / 2) * lineHeight + fontSize * 0.35;
      const span = svg('tspan', { x: label.x + 16, y: baselineY });
      span.textContent = line;
      text.append(span);
    });
    group.append(text);
  });
  return group;
}
