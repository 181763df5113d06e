// One picture of a measure at the end of the run against a swept value, a line for each policy.
import { dot, line, link, plot, pointer, ruleY, scale as plotScale, tip, type Markish } from '@observablehq/plot';
import type { Value } from '../payload/payload';
import { bareNumber, type Scale } from '../words/numbers';
import { strings } from '../words/strings';
import { nameSpace, tickStep } from './curve_drawing';
import { drawEndLabels, shortened, textWidth, wrapped } from './line_end_labels';
import type { Look } from './palette';
import { pointerBox } from './pointer_box';

export interface SweptValue extends Value {
  at: number;
  text: string;
  title: string;
}
export interface SweptLine {
  policy: string;
  look: Look;
  values: SweptValue[];
}

export interface SweepDrawing {
  lines: SweptLine[];
  /** What stands under the axis of swept values. */
  axis: string;
  /** Every swept value in its order; words have no distances and are not joined. */
  texts: string[];
  isNumber: boolean;
  domain: [number, number];
  scale: Scale;
  signed: boolean;
}

const fontSize = 12;
/** Pixels between the intervals of two policies at the same value, which would cover each other. */
const apart = 4;

export function drawSweep(
  { lines, axis, texts, isNumber, domain: values, scale, signed }: SweepDrawing,
  width: number,
  tallest: number,
): SVGSVGElement {
  const tickCount = 6;
  const domain = plotScale({ y: { type: 'linear', domain: values, nice: tickCount } }).domain as [number, number];
  const step = tickStep(domain, tickCount);
  const format = (value: number) => bareNumber(value, scale, step, signed);
  const named = lines.length > 1;
  const space = named ? nameSpace(lines, width, fontSize) : 0;
  const marginLeft = 10 + Math.max(...domain.map((value) => textWidth(format(value), fontSize)), 14);
  const marginRight = named ? space + 30 : 24;
  const place = (value: SweptValue) => (isNumber ? value.at : value.text);
  const shift = (i: number) => (i - (lines.length - 1) / 2) * apart;
  const every = lines.flatMap((each) => each.values);
  const ats = every.map((value) => value.at);
  const [least, most] = [Math.min(...ats), Math.max(...ats)];
  const room = most > least ? (most - least) * 0.04 : 1;
  const names: Markish = (_index, scales, _values, dimensions) =>
    drawEndLabels(
      lines.flatMap(({ policy, look, values: along }, i) => {
        const last = along.at(-1);
        if (!last || !scales.x || !scales.y) return [];
        return [
          {
            lines: wrapped(policy, space, fontSize),
            color: look.color,
            x: Number(scales.x(place(last))) + shift(i),
            y: Number(scales.y(last.value)),
          },
        ];
      }),
      fontSize,
      dimensions.marginTop - 10,
      dimensions.height - dimensions.marginBottom + 10,
    );
  const nameLines = named ? lines.reduce((sum, each) => sum + wrapped(each.policy, space, fontSize).length, 0) : 0;

  return plot({
    width,
    height: Math.max(Math.min(tallest, 400, Math.max(300, width * 0.42)), nameLines * fontSize * 1.3 + 90),
    marginLeft,
    marginRight,
    marginTop: 28,
    marginBottom: 46,
    style: { background: 'transparent', fontFamily: 'inherit', fontSize: `${fontSize}px`, overflow: 'visible' },
    x: {
      ...(isNumber
        ? {
            type: 'linear',
            domain: [least - room, most + room],
            ticks: Math.max(3, Math.floor((width - space) / 110)),
            tickFormat: (value: number) => value.toLocaleString(strings.locale),
          }
        : { type: 'point', domain: texts, padding: 0.3 }),
      label: shortened(axis, width - Math.abs(marginLeft - marginRight) - 8, fontSize),
      labelAnchor: 'center',
      labelArrow: 'none',
      labelOffset: 42,
    },
    y: { domain, grid: true, ticks: tickCount, tickFormat: format, label: scale.words || null, labelArrow: 'none' },
    marks: [
      ruleY(domain[0] <= 0 ? [0] : [], { stroke: 'var(--rule)' }),
      ...lines.flatMap(({ look, values: along }, i) => {
        const bounded = along.filter((value) => value.lower !== null && value.upper !== null);
        const dx = shift(i);
        return [
          ...(isNumber
            ? [
                line(along, {
                  x: place,
                  y: 'value',
                  dx,
                  stroke: look.color,
                  strokeWidth: 1.5,
                  strokeDasharray: look.dash,
                  className: 'swept',
                }),
              ]
            : []),
          link(bounded, { x: place, y1: 'lower', y2: 'upper', dx, stroke: look.color, strokeWidth: 2.5 }),
          dot(along, { x: place, y: 'value', dx, r: 4, fill: look.color, className: 'swept-value' }),
        ];
      }),
      ...(named ? [names] : []),
      tip(
        every,
        pointer({
          x: place,
          y: 'value',
          title: 'title',
          ...pointerBox,
        }),
      ),
    ],
  }) as SVGSVGElement;
}
