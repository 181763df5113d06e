// One picture of curves: bands, lines, names at the lines' ends.
import { areaY, dot, lineY, plot, pointer, ruleY, scale as plotScale, tip, type Markish } from '@observablehq/plot';
import { timeTicks } from '../words/calendar';
import { bareNumber, type Scale } from '../words/numbers';
import { drawEndLabels, textWidth, wrapped } from './line_end_labels';
import type { Look } from './palette';
import { pointerBox } from './pointer_box';

/** Points of the same `run` are joined; a missing value begins another. */
export interface Point {
  date: Date;
  value: number;
  lower: number | null;
  upper: number | null;
  run: number;
  title: string;
}
export interface Line {
  policy: string;
  look: Look;
  baseline: boolean;
  points: Point[];
  /** Whether its band is drawn; by default it is. */
  banded?: boolean;
}

export interface Drawing {
  lines: Line[];
  /** Begin and end of the run, so that all figures share one axis of time. */
  period: [Date, Date];
  scale: Scale;
  compact: boolean;
  /** Differences, which may lie on both sides of zero. */
  signed?: boolean;
  /** Lines whose values the axis has to hold too, so that figures beside each other share one scale. */
  sharing?: Line[];
}

/**
 * How far down a band is drawn.
 *
 * With few replicates the interval of what is never negative can reach below zero; drawn, it would only push the curves
 * up.
 */
function lowestBound(lines: Line[], signed: boolean): number {
  if (signed) return -Infinity;
  const values = lines.flatMap(({ points }) => points.map(({ value }) => value));
  // What is below zero by rounding alone, as one less a share of nearly one, must not open the axis downwards.
  const rounding = 1e-6 * values.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
  return values.every((value) => value >= -rounding) ? 0 : -Infinity;
}

/**
 * Lowest and highest value of the axis.
 *
 * Zero belongs to it unless the curves stay in a narrow part far from zero, where it would hide all change.
 */
export function valueDomain(lines: Line[], signed = false): { domain: [number, number]; fromZero: boolean } {
  let low = Infinity;
  let high = -Infinity;
  const floor = lowestBound(lines, signed);
  for (const { points, banded = true } of lines)
    for (const { value, ...bounds } of points) {
      const { lower, upper } = banded ? bounds : { lower: null, upper: null };
      low = Math.min(low, Math.max(value, floor), Math.max(lower ?? value, floor));
      high = Math.max(high, value, upper ?? value);
    }
  if (low > high) return { domain: [0, 1], fromZero: true };
  if (signed)
    return { domain: low === 0 && high === 0 ? [-1, 1] : [Math.min(low, 0), Math.max(high, 0)], fromZero: true };
  if (low >= 0 && high - low >= 0.3 * high) return { domain: [0, high], fromZero: true };
  if (low < 0) return { domain: [low, Math.max(high, 0)], fromZero: true };
  if (high === low) return { domain: [0, high === 0 ? 1 : high], fromZero: true };
  return { domain: [low, high], fromZero: false };
}

/** A small figure has no room for many names; there the colours of the main figure have to do. */
export const hasNames = (lines: number, compact: boolean) => lines > 1 && (!compact || lines <= 8);

export function nameSpace(lines: { policy: string }[], width: number, fontSize: number): number {
  const longest = Math.max(0, ...lines.map((line) => textWidth(line.policy, fontSize)));
  return Math.min(longest + 1, Math.max(64, width * 0.27));
}

/** The digits that the numbers on an axis need. */
export function tickStep([low, high]: [number, number], count: number): number {
  const rough = (high - low) / count;
  const power = 10 ** Math.floor(Math.log10(rough > 0 ? rough : 1));
  // The bounds between steps of 1, 2, 5 and 10 that d3 uses for its ticks.
  return rough / power >= Math.sqrt(50) ? 10 * power : power;
}

export function drawCurves(
  { lines, period: [from, to], scale, compact, signed = false, sharing = lines }: Drawing,
  width: number,
  tallest: number,
): SVGSVGElement {
  const fontSize = compact ? 11 : 12;
  const named = hasNames(lines.length, compact);
  const space = named ? nameSpace(lines, width, fontSize) : 0;
  const tickCount = compact ? 4 : 6;
  // Rounded here rather than by the plot, because the digits of the ticks follow from the rounded bounds.
  const domain = plotScale({ y: { type: 'linear', domain: valueDomain(sharing, signed).domain, nice: tickCount } })
    .domain as [number, number];
  const step = tickStep(domain, tickCount);
  const format = (value: number) => bareNumber(value, scale, step, signed);
  const marginLeft = 10 + Math.max(...domain.map((value) => textWidth(format(value), fontSize)), 14);
  const marginRight = named ? space + 24 : 20;
  const time = timeTicks(from, to, width - marginLeft - marginRight);
  // Enough height for every name, which long ones need in two lines.
  const nameLines = named ? lines.reduce((sum, line) => sum + wrapped(line.policy, space, fontSize).length, 0) : 0;
  const height = Math.max(
    Math.min(tallest, compact ? 210 : Math.min(400, Math.max(300, width * 0.42))),
    nameLines * fontSize * 1.3 + 70,
  );

  // The baseline is drawn last, on top: every other curve is read against it.
  const ordered = [...lines.filter((line) => !line.baseline), ...lines.filter((line) => line.baseline)];
  const floor = lowestBound(sharing, signed);
  const bands = ordered.map(({ look, points, banded = true }) =>
    areaY(
      points.filter((point) => banded && point.lower !== null && point.upper !== null),
      {
        x: 'date',
        y1: (point: Point) => Math.max(point.lower ?? point.value, floor),
        y2: 'upper',
        z: 'run',
        fill: look.color,
        fillOpacity: 0.2,
        className: 'band',
      },
    ),
  );
  const strokes = ordered.map(({ look, points, baseline }) =>
    lineY(points, {
      x: 'date',
      y: 'value',
      z: 'run',
      stroke: look.color,
      strokeWidth: baseline ? 2.5 : 2,
      strokeDasharray: look.dash,
      className: 'curve',
    }),
  );
  const ends = ordered.map(({ look, points }) =>
    dot(points.slice(-1), { x: 'date', y: 'value', fill: look.color, r: 3 }),
  );
  const every = ordered.flatMap((line) => line.points);
  const names: Markish = (_index, scales, _values, dimensions) => {
    const labels = ordered.flatMap(({ policy, look, points }) => {
      const last = points.at(-1);
      if (!last || !scales.x || !scales.y) return [];
      return [
        {
          lines: wrapped(policy, space, fontSize),
          color: look.color,
          x: Number(scales.x(last.date)),
          y: Number(scales.y(last.value)),
        },
      ];
    });
    return drawEndLabels(labels, fontSize, dimensions.marginTop - 10, dimensions.height - dimensions.marginBottom + 10);
  };

  return plot({
    width,
    height,
    marginLeft,
    marginRight,
    marginTop: 28,
    marginBottom: 28,
    style: { background: 'transparent', fontFamily: 'inherit', fontSize: `${fontSize}px`, overflow: 'visible' },
    x: { type: 'utc', domain: [from, to], ticks: time.ticks, tickFormat: time.format, label: null },
    y: { domain, grid: true, ticks: tickCount, tickFormat: format, label: scale.words || null, labelArrow: 'none' },
    marks: [
      ruleY(domain[0] <= 0 ? [0] : [], { stroke: 'var(--rule)' }),
      ...bands,
      ...strokes,
      ...ends,
      ...(named ? [names] : []),
      tip(
        every,
        pointer({
          x: 'date',
          y: 'value',
          title: 'title',
          ...pointerBox,
        }),
      ),
    ],
  }) as SVGSVGElement;
}
