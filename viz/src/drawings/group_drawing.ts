// Many groups, one row each: a policy beside the baseline.
import { dot, link, plot, pointerY, ruleX, ruleY, text, tip } from '@observablehq/plot';
import type { Value } from '../payload/payload';
import { bareNumber, type Scale } from '../words/numbers';
import { tickStep } from './curve_drawing';
import { shortened, textWidth } from './line_end_labels';
import type { Look } from './palette';
import { pointerBox } from './pointer_box';

export interface Series {
  name: string;
  look: Look;
  values: { group: string; at: Value; title: string }[];
}
export interface GroupDrawing {
  groups: string[];
  series: Series[];
  scale: Scale;
  domain: [number, number];
}

/** Many rows move closer, so that the provinces fit on one sheet of paper. */
const rowHeight = (rows: number) => (rows > 30 ? 18 : 24);

export function drawGroups({ groups, series, scale, domain }: GroupDrawing, width: number): SVGSVGElement {
  const fontSize = 12;
  const nameWidth = Math.min(width * 0.36, Math.max(...groups.map((group) => textWidth(group, fontSize))) + 4);
  const tickCount = Math.max(3, Math.floor((width - nameWidth - 40) / 90));
  const step = tickStep(domain, tickCount);
  const marginTop = 34;
  const marks = series.flatMap(({ look, values }, place) => {
    // Two marks of one row stand one above the other, so that neither hides the other's interval.
    const dy = series.length > 1 ? (place - 0.5) * 6 : 0;
    // A bound below what the values can be, such as a share below zero, stands in the table and would cover the names
    // here.
    const rows = values.map(({ group, at }) => ({
      group,
      ...at,
      lower: at.lower === null ? null : Math.max(at.lower, domain[0]),
    }));
    return [
      link(
        rows.filter((row) => row.lower !== null && row.upper !== null),
        { y: 'group', x1: 'lower', x2: 'upper', dy, stroke: look.color, strokeWidth: 1.5, strokeOpacity: 0.75 },
      ),
      dot(rows, { y: 'group', x: 'value', dy, r: 3.5, fill: look.color, className: 'group' }),
    ];
  });
  const every = series.flatMap(({ values }) =>
    values.map(({ group, at, title }) => ({ group, value: at.value, title })),
  );
  return plot({
    width,
    height: groups.length * rowHeight(groups.length) + marginTop + 6,
    marginLeft: nameWidth + 8,
    marginRight: 24,
    marginTop,
    marginBottom: 6,
    style: { background: 'transparent', fontFamily: 'inherit', fontSize: `${fontSize}px`, overflow: 'visible' },
    // Above the rows, where the reading begins.
    x: {
      axis: 'top',
      domain,
      nice: true,
      grid: true,
      ticks: tickCount,
      tickFormat: (value: number) => bareNumber(value, scale, step),
      label: scale.words || null,
      labelAnchor: 'right',
      labelArrow: 'none',
      labelOffset: 32,
    },
    y: { type: 'band', domain: groups, axis: null },
    marks: [
      ruleX(domain[0] <= 0 ? [0] : [], { stroke: 'var(--quiet)' }),
      ruleY(groups, { y: (group: string) => group, stroke: 'var(--rule)', strokeDasharray: '1 3' }),
      text(groups, {
        y: (group: string) => group,
        frameAnchor: 'left',
        dx: -nameWidth - 4,
        textAnchor: 'start',
        text: (group: string) => shortened(group, nameWidth, fontSize),
      }),
      ...marks,
      tip(
        every,
        pointerY({
          x: 'value',
          y: 'group',
          title: 'title',
          ...pointerBox,
        }),
      ),
    ],
  }) as SVGSVGElement;
}
