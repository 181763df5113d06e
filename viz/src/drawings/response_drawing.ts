// One picture of an outcome against the number of families per facilitator.
import { dot, line, link, plot, ruleY, scale as plotScale } from '@observablehq/plot';
import type { Response } from '../payload/responses';
import { bareNumber, type Scale } from '../words/numbers';
import { strings } from '../words/strings';
import { tickStep } from './curve_drawing';
import { textWidth } from './line_end_labels';
import { namesBeside } from './names_beside';
import type { Look } from './palette';

export interface ResponseDrawing {
  points: (Response & { look: Look })[];
  joined: Response[][];
  domain: [number, number];
  scale: Scale;
}

export function drawResponses(
  { points, joined, domain: values, scale }: ResponseDrawing,
  width: number,
  tallest: number,
): SVGSVGElement {
  const fontSize = 12;
  const tickCount = 6;
  const domain = plotScale({ y: { type: 'linear', domain: values, nice: tickCount } }).domain as [number, number];
  const step = tickStep(domain, tickCount);
  const format = (value: number) => bareNumber(value, scale, step);
  const caseloads = points.map((point) => point.caseload);
  const [least, most] = [Math.min(...caseloads), Math.max(...caseloads)];
  const room = (most - least) * 0.06;
  const names = namesBeside(
    points.map(({ name, look, caseload, value, lower, upper }) => ({
      name,
      color: look.color,
      x: caseload,
      y: value,
      lower: lower ?? value,
      upper: upper ?? value,
    })),
    width,
  );
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
      type: 'linear',
      domain: [least - room, most + room],
      ticks: Math.max(3, Math.floor(width / 110)),
      label: strings.caseload.axis,
      labelAnchor: 'center',
      labelArrow: 'none',
      labelOffset: 42,
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
