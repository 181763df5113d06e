// Which policies are worth looking at for what they cost: none other brings more for less.
import { lookOf } from '../drawings/palette';
import { boundsOf, drawPlane } from '../drawings/plane_drawing';
import { FigureNotes, intervalNote } from '../parts/figure_notes';
import { paper, Picture } from '../parts/picture';
import { ScrollingTable } from '../parts/scrolling_table';
import { isDominated, isOnLine, type FrontierRow } from '../payload/cost_payload';
import type { Payload } from '../payload/payload';
import { inWords, intervalInWords, scaleFor } from '../words/numbers';
import { strings } from '../words/strings';

interface Properties {
  payload: Payload;
  rows: FrontierRow[];
  perspective: string;
}

interface Figure {
  value: number | null;
  lower: number | null;
  upper: number | null;
}

function Cell({ figure: { value, lower, upper }, unit, sign }: { figure: Figure; unit: string; sign?: boolean }) {
  if (value === null) return <td>{strings.missing}</td>;
  const interval = intervalInWords(value, lower, upper, unit, sign);
  return (
    <td>
      {inWords(value, unit, lower, upper, sign)}
      {interval && <small class="interval">{interval}</small>}
    </td>
  );
}

const alone = (value: number | null): Figure => ({ value, lower: null, upper: null });

/** What the policy brings more over `against`, and what each of that costs. */
const more = (row: FrontierRow): Figure => ({
  value: row.incremental_effect,
  lower: row.incremental_effect_lower,
  upper: row.incremental_effect_upper,
});
const ratio = (row: FrontierRow): Figure => ({
  value: row.incremental_ratio,
  lower: row.incremental_ratio_lower,
  upper: row.incremental_ratio_upper,
});

export function CostFrontier({ payload, rows, perspective }: Properties) {
  const words = strings.costs.frontier;
  const known = rows.flatMap((row) =>
    row.cost === null || row.effect === null ? [] : [{ row, cost: row.cost, effect: row.effect }],
  );
  if (known.length < 2) return null;
  if (!rows.some(isOnLine))
    return (
      <p class="note" id="no-frontier-of-costs">
        {words.undecided}
      </p>
    );
  const colorOf = (policy: string) => lookOf(policy, payload).color;
  const points = known.map(({ row, cost, effect }) => ({
    name: row.policy,
    color: colorOf(row.policy),
    x: effect,
    y: cost,
    lower: null,
    upper: null,
    hollow: !isOnLine(row),
  }));
  const joined = points.filter(({ hollow }) => !hollow).sort((a, b) => a.y - b.y);
  const x = scaleFor(
    'families',
    points.map((point) => point.x),
  );
  const y = scaleFor(
    'rupiah',
    points.map((point) => point.y),
  );
  const title = words.title(strings.costs.perspectives[perspective] ?? perspective);
  const spoken = `${title}. ${known
    .map(({ row, cost, effect }) =>
      words.spoken(
        row.policy,
        inWords(cost, 'rupiah'),
        inWords(effect, 'families'),
        words.standings[row.standing] ?? row.standing,
      ),
    )
    .join('; ')}.`;
  return (
    <figure id="cost-frontier">
      <figcaption>
        <h3>{title}</h3>
      </figcaption>
      <Picture
        label={spoken}
        draw={(width, tallest) =>
          drawPlane(
            {
              points,
              joined,
              x: { words: words.exits(x.words), scale: x },
              y: { words: words.cost(y.words), scale: y },
            },
            width,
            tallest,
          )
        }
        dependsOn={[payload, rows, strings]}
        onPaper={paper.whole}
      />
      <FigureNotes
        file="value.csv"
        notes={[
          strings.costs.inModel,
          words.line,
          known.some(({ row }) => isDominated(row)) ? words.hollow : '',
          known.some(({ row }) => row.standing === 'undecided') ? words.someUndecided : '',
          boundsOf(points.map((point) => point.y))[0] > 0 ? strings.figures.notFromZero : '',
          intervalNote(
            payload,
            'cell',
            known.some(({ row }) => row.incremental_effect_lower !== null),
          ),
        ]}
      />
      <ScrollingTable name={title} kind="costs">
        <caption>{words.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.policy}</th>
            <th scope="col">{words.costColumn}</th>
            <th scope="col">{words.exitsColumn}</th>
            <th scope="col" class="text">
              {words.standing}
            </th>
            <th scope="col">{words.moreCost}</th>
            <th scope="col">{words.moreExits}</th>
            <th scope="col">{words.ratio}</th>
          </tr>
        </thead>
        <tbody>
          {known.map(({ row }) => (
            <tr key={row.policy} class={isDominated(row) ? 'dominated' : ''}>
              <th scope="row">
                <span class="swatch" style={{ background: colorOf(row.policy) }} />
                {row.policy}
              </th>
              <Cell figure={alone(row.cost)} unit="rupiah" />
              <Cell figure={alone(row.effect)} unit="families" />
              <td class="text">
                {words.standings[row.standing] ?? row.standing}
                {row.against && <small class="interval">{words.over(row.against)}</small>}
              </td>
              <Cell figure={alone(row.incremental_cost)} unit="rupiah" sign />
              <Cell figure={more(row)} unit="families" sign />
              <Cell figure={ratio(row)} unit="rupiah" />
            </tr>
          ))}
        </tbody>
      </ScrollingTable>
    </figure>
  );
}
