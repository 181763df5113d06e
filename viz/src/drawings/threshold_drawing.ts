// One picture of lines over what a sustained exit may be worth.
import { dot, line, plot, pointer, ruleY, scale as plotScale, tip, type Markish } from '@observablehq/plot';
import { bareNumber, type Scale } from '../words/numbers';
import { nameSpace, tickStep } from './curve_drawing';
import { drawEndLabels, shortened, textWidth, wrapped } from './line_end_labels';
import { pointerBox } from './pointer_box';

export interface ThresholdValue {
  at: number;
  value: number;
  title: string;
}
export interface ThresholdLine {
  policy: string;
  color: string;
  dash: string | undefined;
  values: ThresholdValue[];
}

export interface ThresholdDrawing {
  lines: ThresholdLine[];
  domain: [number, number];
  x: { words: string; scale: Scale };
  y: Scale;
}

const fontSize = 12;

/** Thresholds that get a tick: those with room for their number. */
function ticked(thresholds: number[], place: (value: number) => number, format: (value: number) => string): number[] {
  const kept: number[] = [];
  for (const each of thresholds) {
    const last = kept.at(-1);
    if (
      last === undefined ||
      place(each) - place(last) > (textWidth(format(each), fontSize) + textWidth(format(last), fontSize)) / 2 + 6
    )
      kept.push(each);
  }
  return kept;
}

export function drawThresholds(
  { lines, domain: values, x, y }: ThresholdDrawing,
  width: number,
  tallest: number,
): SVGSVGElement {
  const tickCount = 5;
  const domain = plotScale({ y: { type: 'linear', domain: values, nice: tickCount } }).domain as [number, number];
  const step = tickStep(domain, tickCount);
  const format = (value: number) => bareNumber(value, y, step);
  const named = lines.length > 1;
  const space = named ? nameSpace(lines, width, fontSize) : 0;
  const marginLeft = 10 + Math.max(...domain.map((value) => textWidth(format(value), fontSize)), 14);
  const marginRight = named ? space + 26 : 28;
  const every = lines.flatMap((each) => each.values);
  const thresholds = [...new Set(every.map(({ at }) => at))].sort((a, b) => a - b);
  const positive = thresholds.filter((each) => each > 0);
  // Thresholds lie close near nothing and far apart beyond: distances grow slower than the values.
  const axis = {
    type: 'symlog' as const,
    constant: positive[0] ?? 1,
    domain: [thresholds[0] ?? 0, thresholds.at(-1) ?? 1],
  };
  const inside: [number, number] = [marginLeft, width - marginRight];
  const place = plotScale({ x: { ...axis, range: inside } }).apply as (value: number) => number;
  const xFormat = (value: number) => bareNumber(value, x.scale, 0);
  const names: Markish = (_index, scales, _values, dimensions) =>
    drawEndLabels(
      lines.flatMap(({ policy, color, values: along }) => {
        const last = along.at(-1);
        return last && scales.x && scales.y
          ? [
              {
                lines: wrapped(policy, space, fontSize),
                color,
                x: Number(scales.x(last.at)),
                y: Number(scales.y(last.value)),
              },
            ]
          : [];
      }),
      fontSize,
      dimensions.marginTop - 10,
      dimensions.height - dimensions.marginBottom + 10,
    );
  const nameLines = named ? lines.reduce((sum, each) => sum + wrapped(each.policy, space, fontSize).length, 0) : 0;
  return plot({
    width,
    height: Math.max(Math.min(tallest, 360, Math.max(280, width * 0.36)), nameLines * fontSize * 1.3 + 90),
    marginLeft,
    marginRight,
    marginTop: 28,
    marginBottom: 46,
    style: { background: 'transparent', fontFamily: 'inherit', fontSize: `${fontSize}px`, overflow: 'visible' },
    x: {
      ...axis,
      ticks: ticked(thresholds, place, xFormat),
      tickFormat: xFormat,
      label: shortened(x.words, width - Math.abs(marginLeft - marginRight) - 8, fontSize),
      labelAnchor: 'center',
      labelArrow: 'none',
      labelOffset: 42,
    },
    y: { domain, grid: true, ticks: tickCount, tickFormat: format, label: y.words || null, labelArrow: 'none' },
    marks: [
      ruleY([0], { stroke: 'var(--rule)' }),
      ...lines.map(({ color, dash, values: along }) =>
        line(along, {
          x: 'at',
          y: 'value',
          stroke: color,
          strokeWidth: 2,
          strokeDasharray: dash,
          className: 'threshold-line',
        }),
      ),
      ...lines.map(({ color, values: along }) => dot(along, { x: 'at', y: 'value', r: 2.5, fill: color })),
      ...(named ? [names] : []),
      tip(
        every,
        pointer({
          x: 'at',
          y: 'value',
          title: 'title',
          ...pointerBox,
        }),
      ),
    ],
  }) as SVGSVGElement;
}
