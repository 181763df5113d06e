// What policies bring, as a table: a row for each of them, or for each group of families.
import { ScrollingTable } from '../parts/scrolling_table';
import type { Answer, AnswerFigure } from '../payload/answer_payload';
import { inWords, intervalInWords } from '../words/numbers';
import { strings } from '../words/strings';

/** Rows under a heading of their own; without one they stand alone. */
export interface GainsGroup {
  heading: string;
  rows: { name: string; answer: Answer }[];
}

interface Properties {
  name: string;
  caption: string;
  /** What the first column holds. */
  corner: string;
  groups: GainsGroup[];
}

function Cell({ figure, unit }: { figure: AnswerFigure; unit: string }) {
  const { mean, lower, upper } = figure;
  const sign = unit !== 'share';
  const interval = mean === null ? '' : intervalInWords(mean, lower, upper, unit, sign);
  return (
    <td>
      {inWords(mean, unit, lower, upper, sign)}
      {interval && <small class="interval">{interval}</small>}
    </td>
  );
}

const none: AnswerFigure = { mean: null, lower: null, upper: null, told: '' };

/** The same figure, or nothing where what is told of it makes a number misleading. */
const unless = (figure: AnswerFigure, misleading: boolean) => (misleading ? none : figure);

function Row({ name, answer, withCost }: { name: string; answer: Answer; withCost: boolean }) {
  const { became_able, self_reliant_exits, lasting_exits, premature_share, programme_cost } = answer.figures;
  return (
    <tr>
      <th scope="row">{name}</th>
      <Cell figure={became_able} unit="families" />
      <Cell figure={self_reliant_exits} unit="families" />
      <Cell figure={unless(lasting_exits, lasting_exits.told === 'too_early')} unit="families" />
      <Cell figure={unless(premature_share, premature_share.told !== 'share')} unit="share" />
      {withCost && <Cell figure={programme_cost ?? none} unit="rupiah" />}
    </tr>
  );
}

export function GainsTable({ name, caption, corner, groups }: Properties) {
  const words = strings.forWhom;
  const withCost = groups.some(({ rows }) => rows.some(({ answer }) => answer.figures.programme_cost !== undefined));
  return (
    <ScrollingTable name={name} kind="gains">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{corner}</th>
          <th scope="col">{words.able}</th>
          <th scope="col">{words.left}</th>
          <th scope="col">{words.lasting}</th>
          <th scope="col">{words.premature}</th>
          {withCost && <th scope="col">{words.cost}</th>}
        </tr>
      </thead>
      {groups.map(({ heading, rows }) => (
        <tbody key={heading}>
          {heading && (
            <tr>
              <th scope="rowgroup" colSpan={withCost ? 6 : 5}>
                {heading}
              </th>
            </tr>
          )}
          {rows.map((row) => (
            <Row key={row.name} {...row} withCost={withCost} />
          ))}
        </tbody>
      ))}
    </ScrollingTable>
  );
}
