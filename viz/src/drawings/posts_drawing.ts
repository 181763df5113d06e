// One policy's facilitators, year by year, in layers by how many exits their families had.
import { axisX, barY, link, plot, ruleY, text, tip, pointerX } from '@observablehq/plot';
import type { Value } from '../payload/payload';
import { bands, type Band, type YearOfPosts } from '../payload/posts';
import { bareNumber, inWords, intervalInWords, scaleFor } from '../words/numbers';
import { strings } from '../words/strings';
import { pointerBoxOfSentences } from './pointer_box';

export const bandColor: { [band in Band]: string } = {
  ten: 'var(--exit-self-reliant-0)',
  few: 'var(--exit-self-reliant-1)',
  none: 'var(--exit-other-0)',
};

/** Pixels that "12" or "0.3" needs above its bar, and that a year needs below it. */
const number_width = 22;
const year_width = 34;

/** Exits of a facilitator, to one tenth. */
export const meanInWords = ({ value }: Value) => bareNumber(value, scaleFor('', []), 0.1);

export interface DrawnYear extends YearOfPosts {
  year: string;
}

export function drawPosts(policy: string, years: DrawnYear[], width: number, tallest: number): SVGSVGElement {
  const words = strings.posts;
  const scale = scaleFor('share', []);
  const [marginLeft, marginRight] = [44, 12];
  const each = (width - marginLeft - marginRight) / years.length;
  const named = years.filter((_, i) => (years.length - 1 - i) % Math.ceil(year_width / each) === 0);
  const parts = years.flatMap(({ year, shares }) => {
    let height = 0;
    return bands.map((band) => ({ year, band, from: height, to: (height += shares[band].value) }));
  });
  // An interval of few replicates may reach beyond what a share can be.
  const bounded = years.flatMap(({ year, shares: { ten } }) =>
    ten.lower !== null && ten.upper !== null
      ? [{ year, lower: Math.max(0, ten.lower), upper: Math.min(1, ten.upper) }]
      : [],
  );
  const title = ({ year, shares, mean }: DrawnYear) =>
    [
      `${policy}, ${year}`,
      ...[...bands].reverse().map((band) => {
        const { value, lower, upper } = shares[band];
        const interval = intervalInWords(value, lower, upper, 'share');
        return `${words.bands[band]}: ${inWords(value, 'share', lower, upper)}${interval && ` (${interval})`}`;
      }),
      mean ? words.each(meanInWords(mean)) : '',
    ]
      .filter(Boolean)
      .join('\n');
  return plot({
    width,
    height: Math.min(220, tallest),
    marginLeft,
    marginRight,
    marginTop: 26,
    marginBottom: 28,
    style: { background: 'transparent', fontFamily: 'inherit', fontSize: '11px', overflow: 'visible' },
    x: { type: 'band', domain: years.map(({ year }) => year), padding: 0.2, label: null },
    y: {
      domain: [0, 1],
      grid: true,
      ticks: 4,
      tickFormat: (value: number) => bareNumber(value, scale, 0.01) + scale.after,
      label: null,
    },
    marks: [
      barY(parts, {
        x: 'year',
        y1: 'from',
        y2: 'to',
        fill: ({ band }: (typeof parts)[number]) => bandColor[band],
        stroke: 'var(--page)',
        strokeWidth: 0.75,
        className: 'band',
      }),
      link(bounded, {
        x: 'year',
        y1: 'lower',
        y2: 'upper',
        stroke: 'var(--text)',
        strokeWidth: 1.5,
        className: 'interval',
      }),
      ruleY([0], { stroke: 'var(--baseline)' }),
      axisX(
        named.map(({ year }) => year),
        { tickSize: 0, label: null },
      ),
      ...(each >= number_width
        ? [
            text(years, {
              x: 'year',
              y: () => 1,
              dy: -8,
              fontWeight: 600,
              fill: 'var(--text)',
              text: ({ shares: { ten } }: DrawnYear) =>
                bareNumber(ten.value, scale, ten.value > 0 && ten.value < 0.0995 ? 0.001 : 0.01),
            }),
          ]
        : []),
      tip(
        years,
        pointerX({
          x: 'year',
          y: () => 0.5,
          title,
          ...pointerBoxOfSentences,
        }),
      ),
    ],
  }) as SVGSVGElement;
}
