// One picture of differences from the baseline: one row per policy, its interval, zero marked.
import { dot, link, plot, ruleX, ruleY, text, tickX } from '@observablehq/plot';
import { bareNumber, type Scale } from '../words/numbers';
import { strings } from '../words/strings';
import { tickStep } from './curve_drawing';
import { shortened, textWidth, wrapped } from './line_end_labels';
import type { Look } from './palette';

export interface Difference {
  policy: string;
  look: Look;
  value: number;
  lower: number | null;
  upper: number | null;
}

export function drawDifferences(rows: Difference[], scale: Scale, width: number, baseline: string): SVGSVGElement {
  const ends = rows.flatMap(({ value, lower, upper }) => [value, lower ?? value, upper ?? value]);
  const domain: [number, number] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  const bounded = rows.filter((row) => row.lower !== null && row.upper !== null);
  const color = (row: Difference) => row.look.color;
  // On a narrow page names stand above their interval, so that long ones fit; otherwise left of the axis.
  const narrow = width < 600;
  const nameWidth = narrow
    ? width - 56
    : Math.min(width * 0.3, Math.max(...rows.map((row) => textWidth(row.policy, 12))) + 1);
  const tickCount = Math.max(3, Math.floor((width - (narrow ? 56 : nameWidth + 56)) / 105));
  const step = tickStep(domain, tickCount);
  const below = narrow ? 7 : 0;
  const names = narrow
    ? ({ frameAnchor: 'left', dx: 5, dy: -9 } as const)
    : ({ frameAnchor: 'left', dx: -nameWidth - 28 } as const);
  const rowHeight = narrow ? 42 : 34;
  const inset = rowHeight / 2 - 5;
  return plot({
    width,
    height: rows.length * rowHeight + 72,
    marginLeft: narrow ? 28 : nameWidth + 28,
    marginRight: 28,
    marginTop: 20,
    marginBottom: 46,
    style: { background: 'transparent', fontFamily: 'inherit', fontSize: '12px', overflow: 'visible' },
    x: {
      domain,
      nice: true,
      grid: true,
      ticks: tickCount,
      tickFormat: (value: number) => bareNumber(value, scale, step, true),
      label: strings.comparison.axis(scale.words),
      labelAnchor: 'center',
      labelArrow: 'none',
      labelOffset: 42,
    },
    y: { type: 'band', domain: rows.map((row) => row.policy), axis: null },
    marks: [
      ruleX([0], { stroke: 'var(--baseline)', strokeWidth: 1.5 }),
      text([0], {
        x: (zero: number) => zero,
        frameAnchor: 'top',
        dy: -16,
        text: () => shortened(baseline, width / 3, 12),
        fill: 'var(--baseline)',
        fontWeight: 600,
      }),
      ruleY(rows, { y: 'policy', dy: below, stroke: 'var(--rule)', strokeDasharray: '1 3' }),
      // The rim keeps a name readable where it lies over the zero line.
      text(rows, {
        ...names,
        y: 'policy',
        textAnchor: 'start',
        fill: color,
        stroke: 'var(--page)',
        strokeWidth: 5,
        fontWeight: 600,
        lineHeight: 1.1,
        text: (row: Difference) =>
          narrow ? shortened(row.policy, nameWidth, 12) : wrapped(row.policy, nameWidth, 12).join('\n'),
      }),
      link(bounded, { y: 'policy', x1: 'lower', x2: 'upper', dy: below, stroke: color, strokeWidth: 2.5 }),
      tickX(bounded, {
        y: 'policy',
        x: 'lower',
        dy: below,
        insetTop: inset,
        insetBottom: inset,
        stroke: color,
        strokeWidth: 2,
      }),
      tickX(bounded, {
        y: 'policy',
        x: 'upper',
        dy: below,
        insetTop: inset,
        insetBottom: inset,
        stroke: color,
        strokeWidth: 2,
      }),
      dot(rows, { y: 'policy', x: 'value', dy: below, r: 5, fill: color }),
    ],
  }) as SVGSVGElement;
}
