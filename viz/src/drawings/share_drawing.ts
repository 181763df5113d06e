// One picture of what each group contributes: a bar with its interval, and small marks for alone and last.
import { barX, dot, link, plot, ruleX, ruleY, text } from '@observablehq/plot';
import { bareNumber, type Scale } from '../words/numbers';
import { tickStep } from './curve_drawing';
import { shortened, textWidth, wrapped } from './line_end_labels';

export interface DrawnShare {
  name: string;
  value: number;
  lower: number | null;
  upper: number | null;
  alone: number | null;
  last: number | null;
}

const fontSize = 12;
const color = (row: DrawnShare) => (row.value < 0 ? 'var(--policy-1)' : 'var(--policy-0)');

export function drawShares(rows: DrawnShare[], scale: Scale, width: number): SVGSVGElement {
  const ends = rows.flatMap(({ value, lower, upper, alone, last }) => [
    value,
    lower ?? value,
    upper ?? value,
    alone ?? 0,
    last ?? 0,
  ]);
  const domain: [number, number] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  if (domain[0] === domain[1]) domain[1] = 1;
  // On a narrow page names stand above their bars, otherwise left of the axis.
  const narrow = width < 600;
  const nameWidth = narrow
    ? width - 56
    : Math.min(width * 0.3, Math.max(...rows.map((row) => textWidth(row.name, fontSize))) + 1);
  const tickCount = Math.max(3, Math.floor((width - (narrow ? 56 : nameWidth + 56)) / 110));
  const step = tickStep(domain, tickCount);
  const rowHeight = narrow ? 56 : 38;
  const below = narrow ? 10 : 0;
  const inset = narrow ? 21 : 12;
  const bounded = rows.filter((row) => row.lower !== null && row.upper !== null);
  const names = narrow
    ? ({ frameAnchor: 'left', dx: 5, dy: -15 } as const)
    : ({ frameAnchor: 'left', dx: -nameWidth - 28 } as const);
  return plot({
    width,
    height: rows.length * rowHeight + 72,
    marginLeft: narrow ? 28 : nameWidth + 28,
    marginRight: 28,
    marginTop: 20,
    marginBottom: 46,
    style: { background: 'transparent', fontFamily: 'inherit', fontSize: `${fontSize}px`, overflow: 'visible' },
    x: {
      domain,
      nice: true,
      grid: true,
      ticks: tickCount,
      tickFormat: (value: number) => bareNumber(value, scale, step, true),
      label: scale.words || null,
      labelAnchor: 'center',
      labelArrow: 'none',
      labelOffset: 42,
    },
    y: { type: 'band', domain: rows.map((row) => row.name), axis: null },
    marks: [
      ruleY(rows, { y: 'name', dy: below, stroke: 'var(--rule)', strokeDasharray: '1 3' }),
      barX(rows, {
        y: 'name',
        x1: 0,
        x2: 'value',
        dy: below,
        insetTop: inset,
        insetBottom: inset,
        fill: color,
        fillOpacity: 0.75,
        className: 'share',
      }),
      ruleX([0], { stroke: 'var(--baseline)', strokeWidth: 1.5 }),
      text(rows, {
        ...names,
        y: 'name',
        textAnchor: 'start',
        fill: 'var(--text)',
        stroke: 'var(--page)',
        strokeWidth: 5,
        fontWeight: 600,
        lineHeight: 1.1,
        text: (row: DrawnShare) =>
          narrow ? shortened(row.name, nameWidth, fontSize) : wrapped(row.name, nameWidth, fontSize).join('\n'),
      }),
      link(bounded, {
        y: 'name',
        x1: 'lower',
        x2: 'upper',
        dy: below,
        stroke: 'var(--text)',
        strokeWidth: 2,
        className: 'interval',
      }),
      dot(
        rows.filter((row) => row.alone !== null),
        {
          y: 'name',
          x: 'alone',
          dy: below + 11,
          r: 4,
          symbol: 'circle',
          fill: 'var(--page)',
          stroke: 'var(--text)',
          strokeWidth: 1.5,
          className: 'alone',
        },
      ),
      dot(
        rows.filter((row) => row.last !== null),
        { y: 'name', x: 'last', dy: below + 11, r: 4, symbol: 'diamond', fill: 'var(--text)', className: 'last' },
      ),
    ],
  }) as SVGSVGElement;
}
