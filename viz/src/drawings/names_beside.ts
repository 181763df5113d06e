// Names near marks that may stand anywhere, none over another.
import type { Markish } from '@observablehq/plot';
import { shortened, textWidth } from './line_end_labels';

export interface NamedMark {
  name: string;
  color: string;
  x: number;
  y: number;
  lower: number;
  upper: number;
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const fontSize = 12;

const meet = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/**
 * The nearest free place above or below a mark; the label of a crowded mark moves further away, and is never dropped.
 */
function freePlace(x: number, mark: Box, width: number, height: number, frame: Box, taken: Box[]): Box {
  const left = Math.max(frame.left, Math.min(frame.right - width, x - width / 2));
  const box = (top: number) => ({ left, right: left + width, top, bottom: top + height });
  for (let step = 0; step < 12; step += 1)
    for (const place of [box(mark.top - 4 - height - step * height), box(mark.bottom + 4 + step * height)])
      if (place.top >= frame.top && place.bottom <= frame.bottom && !taken.some((other) => meet(other, place)))
        return place;
  return box(mark.top - 4 - height);
}

/** A layer of a plot `width` wide whose scales are `x` and `y`. */
export function namesBeside(named: NamedMark[], width: number): Markish {
  return (_index, scales, _values, dimensions) => {
    const group = document.createElementNS('http://www.w3.org/2000/svg', 'g');
    const at = (value: number) => Number(scales.y?.(value));
    const marks = named.map((mark) => {
      const x = Number(scales.x?.(mark.x));
      return { x, box: { left: x - 6, right: x + 6, top: at(mark.upper) - 6, bottom: at(mark.lower) + 6 } };
    });
    const frame = {
      left: dimensions.marginLeft + 2,
      right: dimensions.width - 2,
      top: 14,
      bottom: dimensions.height - dimensions.marginBottom - 2,
    };
    const taken = marks.map((mark) => mark.box);
    named.forEach(({ name, color }, i) => {
      const mark = marks[i];
      if (!mark) return;
      const words = shortened(name, Math.min(170, width * 0.4), fontSize);
      const place = freePlace(mark.x, mark.box, textWidth(words, fontSize) + 4, fontSize * 1.25, frame, taken);
      taken.push(place);
      const text = document.createElementNS('http://www.w3.org/2000/svg', 'text');
      text.setAttribute('x', String((place.left + place.right) / 2));
      text.setAttribute('y', String(place.bottom - 4));
      text.setAttribute('fill', color);
      text.setAttribute('class', 'response-name');
      text.textContent = words;
      group.append(text);
    });
    for (const [name, value] of Object.entries({
      'text-anchor': 'middle',
      'font-weight': '600',
      stroke: 'var(--page)',
      'stroke-width': '4',
      'paint-order': 'stroke',
      'stroke-linejoin': 'round',
    }))
      group.setAttribute(name, value);
    return group;
  };
}
