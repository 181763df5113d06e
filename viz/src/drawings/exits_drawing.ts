// One policy's families off the programme, in layers by how they left.
import { areaY, plot, pointerX, ruleX, ruleY, scale as plotScale, tip } from '@observablehq/plot';
import { stacked, type Layer } from '../payload/exit_kinds';
import type { Payload } from '../payload/payload';
import { endOfMonth, periodName, timeTicks } from '../words/calendar';
import { bareNumber, inWords, type Scale } from '../words/numbers';
import { labelOf } from '../words/strings';
import { tickStep } from './curve_drawing';
import { textWidth } from './line_end_labels';
import { pointerBoxOfSentences } from './pointer_box';

export interface ExitsDrawing {
  payload: Payload;
  policy: string;
  layers: (Layer & { color: string })[];
  /** Greatest height of any policy, so that all share one axis. */
  highest: number;
  scale: Scale;
}

export function drawExits(
  { payload, policy, layers, highest, scale }: ExitsDrawing,
  width: number,
  tallest: number,
): SVGSVGElement {
  const months = stacked(layers);
  const rows = months.map(({ month, edges }) => ({ date: endOfMonth(payload.start, month), month, edges }));
  const tickCount = 4;
  const [, top] = plotScale({ y: { type: 'linear', domain: [0, highest], nice: tickCount } }).domain as [
    number,
    number,
  ];
  const step = tickStep([0, top], tickCount);
  const format = (value: number) => bareNumber(value, scale, step);
  const marginLeft = 10 + Math.max(textWidth(format(top), 11), 14);
  const from = endOfMonth(payload.start, 0);
  const to = endOfMonth(payload.start, payload.months);
  const time = timeTicks(from, to, width - marginLeft - 20);
  // NaN, and not zero, where a layer is missing: the area stops there.
  const areas = layers.map(({ color }, place) =>
    areaY(rows, {
      x: 'date',
      y1: (row: (typeof rows)[number]) => row.edges?.[place]?.[0] ?? NaN,
      y2: (row: (typeof rows)[number]) => row.edges?.[place]?.[1] ?? NaN,
      fill: color,
      stroke: 'var(--page)',
      strokeWidth: 0.75,
      className: 'layer',
    }),
  );
  const title = (row: (typeof rows)[number]) =>
    [
      policy,
      periodName(payload.start, row.month),
      ...layers
        .map(
          ({ kind }, place) =>
            `${labelOf(kind)}: ${inWords((row.edges?.[place]?.[1] ?? NaN) - (row.edges?.[place]?.[0] ?? NaN), kind.unit)}`,
        )
        .reverse(),
    ].join('\n');
  const whole = rows.filter((row) => row.edges !== null);
  return plot({
    width,
    height: Math.min(220, tallest),
    marginLeft,
    marginRight: 20,
    marginTop: 26,
    marginBottom: 28,
    style: { background: 'transparent', fontFamily: 'inherit', fontSize: '11px', overflow: 'visible' },
    x: { type: 'utc', domain: [from, to], ticks: time.ticks, tickFormat: time.format, label: null },
    y: {
      domain: [0, top],
      grid: true,
      ticks: tickCount,
      tickFormat: format,
      label: scale.words || null,
      labelArrow: 'none',
    },
    marks: [
      ...areas,
      ruleY([0], { stroke: 'var(--baseline)' }),
      ruleX(whole, pointerX({ x: 'date', stroke: 'var(--baseline)' })),
      tip(
        whole,
        pointerX({
          x: 'date',
          y: () => top / 2,
          title,
          ...pointerBoxOfSentences,
        }),
      ),
    ],
  }) as SVGSVGElement;
}
