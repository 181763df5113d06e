// One picture of an outcome against the number of families per facilitator.
import { dot, line, link, plot, ruleY, scale as plotScale, type Markish } from '@observablehq/plot';
import { tickStep } from './curve_drawing';
import { shortened, textWidth } from './line_end_labels';
import { bareNumber, type Scale } from './numbers';
import type { Look } from './palette';
import type { Response } from './responses';
import { strings } from './strings';

export interface ResponseDrawing { points: (Response & { look: Look })[]; joined: Response[][]; domain: [number, number]; scale: Scale }

interface Box { left: number; right: number; top: number; bottom: number }

const meet = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** The nearest free place above or below a mark; the label of a crowded mark moves further away, and is never dropped. */
function freePlace(x: number, mark: Box, width: number, height: number, frame: Box, taken: Box[]): Box {
  const left = Math.max(frame.left, Math.min(frame.right - width, x - width / 2));
  const box = (top: number) => ({ left, right: left + width, top, bottom: top + height });
  for (let step = 0; step < 12; step += 1)
    for (const place of [box(mark.top - 4 - height - step * height), box(mark.bottom + 4 + step * height)])
      if (place.top >= frame.top && place.bottom <= frame.bottom && !taken.some((other) => meet(other, place))) return place;
  return box(mark.top - 4 - height);
}

export function drawResponses({ points, joined, domain: values, scale }: ResponseDrawing, width: number, tallest: number): SVGSVGElement {
  const fontSize = 12;
  const tickCount = 6;
  const domain = plotScale({ y: { type: 'linear', domain: values, nice: tickCount } }).domain as [number, number];
  const step = tickStep(domain, tickCount);
  const format = (value: number) => bareNumber(value, scale, step);
  const caseloads = points.map((point) => point.caseload);
  const [least, most] = [Math.min(...caseloads), Math.max(...caseloads)];
  const room = (most - least) * 0.06;
  const names: Markish = (_index, scales, _values, dimensions) => {
    const group = document.createElementNS('http://www.w3.org/2000/svg', 'g');
    const at = (value: number) => Number(scales.y?.(value));
    const marks = points.map((point) => {
      const x = Number(scales.x?.(point.caseload));
      return { x, box: { left: x - 6, right: x + 6, top: at(point.upper ?? point.value) - 6, bottom: at(point.lower ?? point.value) + 6 } };
    });
    const frame = { left: dimensions.marginLeft + 2, right: dimensions.width - 2, top: 14, bottom: dimensions.height - dimensions.marginBottom - 2 };
    const taken = marks.map((mark) => mark.box);
    points.forEach((point, i) => {
      const mark = marks[i];
      if (!mark) return;
      const words = shortened(point.name, Math.min(170, width * 0.4), fontSize);
      const place = freePlace(mark.x, mark.box, textWidth(words, fontSize) + 4, fontSize * 1.25, frame, taken);
      taken.push(place);
      const text = document.createElementNS('http://www.w3.org/2000/svg', 'text');
      text.setAttribute('x', String((place.left + place.right) / 2));
      text.setAttribute('y', String(place.bottom - 4));
      text.setAttribute('fill', point.look.color);
      text.setAttribute('class', 'response-name');
      text.textContent = words;
      group.append(text);
    });
    for (const [name, value] of Object.entries({ 'text-anchor': 'middle', 'font-weight': '600', stroke: 'var(--page)', 'stroke-width': '4', 'paint-order': 'stroke', 'stroke-linejoin': 'round' }))
      group.setAttribute(name, value);
    return group;
  };
  const bounded = points.filter((point) => point.lower !== null && point.upper !== null);
  const color = (point: Response & { look: Look }) => point.look.color;
  return plot({
    width,
    height: Math.min(tallest, 400, Math.max(320, width * 0.42)),
    marginLeft: 10 + Math.max(...domain.map((value) => textWidth(format(value), fontSize)), 14),
    marginRight: 24,
    marginTop: 28,
    marginBottom: 46,
    style: { background: 'transparent', fontFamily: 'inherit', fontSize: `${fontSize}px`, overflow: 'visible' },
    x: {
      type: 'linear', domain: [least - room, most + room], ticks: Math.max(3, Math.floor(width / 110)), label: strings.caseload.axis, labelAnchor: 'center', labelArrow: 'none', labelOffset: 42,
      tickFormat: (value: number) => value.toLocaleString(strings.locale),
    },
    y: { domain, grid: true, ticks: tickCount, tickFormat: format, label: scale.words || null, labelArrow: 'none' },
    marks: [
      ruleY(domain[0] <= 0 ? [0] : [], { stroke: 'var(--rule)' }),
      ...joined.map((group) => line(group, { x: 'caseload', y: 'value', stroke: 'var(--quiet)', strokeWidth: 1.25 })),
      link(bounded, { x: 'caseload', y1: 'lower', y2: 'upper', stroke: color, strokeWidth: 2.5 }),
      dot(points, { x: 'caseload', y: 'value', r: 5, fill: color, className: 'response' }),
      names,
    ],
  }) as SVGSVGElement;
}
