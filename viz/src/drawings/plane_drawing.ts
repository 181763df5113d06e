// One picture of gain against cost, with intervals, and a line along those that no other beats.
import { dot, line, link, plot, ruleY, scale as plotScale } from '@observablehq/plot';
import { bareNumber, type Scale } from '../words/numbers';
import { tickStep } from './curve_drawing';
import { shortened, textWidth } from './line_end_labels';
import { namesBeside } from './names_beside';

export interface PlanePoint {
  name: string;
  color: string;
  x: number;
  y: number;
  lower: number | null;
  upper: number | null;
  hollow: boolean;
  large?: boolean;
}

export interface PlaneDrawing {
  points: PlanePoint[];
  /** Points in the order in which the line runs through them. */
  joined: PlanePoint[];
  x: { words: string; scale: Scale };
  y: { words: string; scale: Scale };
}

const fontSize = 12;
const tickCount = 6;

/** Bounds of an axis: zero belongs to it unless all values lie in a narrow part far from it. */
export function boundsOf(values: number[]): [number, number] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (low === high) return low === 0 ? [-1, 1] : [Math.min(0, 2 * low), Math.max(0, 2 * high)];
  if (low > 0 && high - low < 0.3 * high) return [low - (high - low) * 0.1, high];
  if (high < 0 && high - low < -0.3 * low) return [low, high + (high - low) * 0.1];
  return [Math.min(0, low), Math.max(0, high)];
}

export function drawPlane({ points, joined, x, y }: PlaneDrawing, width: number, tallest: number): SVGSVGElement {
  const nice = (values: number[]) =>
    plotScale({ y: { type: 'linear', domain: boundsOf(values), nice: tickCount } }).domain as [number, number];
  const yDomain = nice(points.flatMap((point) => [point.y, point.lower ?? point.y, point.upper ?? point.y]));
  const xDomain = nice(points.map((point) => point.x));
  const xTicks = Math.max(2, Math.floor(width / 130));
  const format = (domain: [number, number], scale: Scale, count: number) => {
    const step = tickStep(domain, count);
    return (value: number) => bareNumber(value, scale, step);
  };
  const [xFormat, yFormat] = [format(xDomain, x.scale, xTicks), format(yDomain, y.scale, tickCount)];
  const marginLeft = 10 + Math.max(...yDomain.map((value) => textWidth(yFormat(value), fontSize)), 14);
  const bounded = points.filter((point) => point.lower !== null && point.upper !== null);
  return plot({
    width,
    height: Math.min(tallest, 400, Math.max(320, width * 0.42)),
    marginLeft,
    marginRight: 28,
    marginTop: 28,
    marginBottom: 46,
    style: { background: 'transparent', fontFamily: 'inherit', fontSize: `${fontSize}px`, overflow: 'visible' },
    x: {
      domain: xDomain,
      ticks: xTicks,
      tickFormat: xFormat,
      label: shortened(x.words, width - Math.abs(marginLeft - 28) - 8, fontSize),
      labelAnchor: 'center',
      labelArrow: 'none',
      labelOffset: 42,
    },
    y: {
      domain: yDomain,
      grid: true,
      ticks: tickCount,
      tickFormat: yFormat,
      label: shortened(y.words, width - 10, fontSize),
      labelArrow: 'none',
    },
    marks: [
      ruleY(yDomain[0] <= 0 && yDomain[1] >= 0 ? [0] : [], { stroke: 'var(--rule)' }),
      line(joined, { x: 'x', y: 'y', stroke: 'var(--quiet)', strokeWidth: 1.25, className: 'frontier' }),
      link(bounded, { x: 'x', y1: 'lower', y2: 'upper', stroke: 'color', strokeWidth: 2.5 }),
      dot(points, {
        x: 'x',
        y: 'y',
        r: (point: PlanePoint) => (point.large ? 8 : 5),
        fill: (point: PlanePoint) => (point.hollow ? 'var(--page)' : point.color),
        stroke: 'color',
        strokeWidth: 2,
        className: 'on-plane',
      }),
      namesBeside(
        points.map((point) => ({
          name: point.name,
          color: point.color,
          x: point.x,
          y: point.y,
          lower: point.lower ?? point.y,
          upper: point.upper ?? point.y,
        })),
        width,
      ),
    ],
    r: { type: 'identity' },
    color: { type: 'identity' },
  }) as SVGSVGElement;
}
