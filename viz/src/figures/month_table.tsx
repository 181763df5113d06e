// All policies side by side at the end of a year.
import { dataOf } from '../parts/export_table';
import { FigureNotes, intervalNote } from '../parts/figure_notes';
import { ScrollingTable } from '../parts/scrolling_table';
import { lookOf } from '../drawings/palette';
import { curvesOf, valueAt, type Measure, type Payload, type Value } from '../payload/payload';
import { monthName } from '../words/calendar';
import { inWords, intervalInWords } from '../words/numbers';
import { labelOf, strings } from '../words/strings';

/** Not the cost so far: it is not discounted, and so is another than that of the four figures above. */
const shown_measures = [
  'became_able',
  'cumulative_self_reliant',
  'sustained_self_reliant',
  'premature_share',
  'poor_share',
  'facilitators',
];

interface Properties {
  payload: Payload;
  measures: Measure[];
  variant: string;
  hidden: Set<string>;
  month: number;
}

function Cell({ at, unit }: { at: Value | null; unit: string }) {
  const interval = at && at.lower !== at.upper ? intervalInWords(at.value, at.lower, at.upper, unit) : '';
  return (
    <td {...dataOf(at)}>
      {inWords(at?.value ?? null, unit, at?.lower, at?.upper)}
      {interval && <small class="interval">{interval}</small>}
    </td>
  );
}

export function MonthTable({ payload, measures, variant, hidden, month }: Properties) {
  const words = strings.tabs;
  const known = shown_measures.flatMap((name) => measures.filter((measure) => measure.name === name));
  const columns = known.length > 0 ? known : measures.slice(0, 1);
  const policies = payload.policies.filter((policy) => !hidden.has(policy));
  const at = (policy: string, measure: Measure): Value | null => {
    const curve = curvesOf(payload, payload.curves, measure.name, variant).find((each) => each.policy === policy);
    return curve ? valueAt(curve, curve.month.indexOf(month)) : null;
  };
  const cells = policies.map((policy) => columns.map((measure) => at(policy, measure)));
  const title = words.table(monthName(payload.start, month));
  if (policies.length === 0) return <p class="note">{strings.figures.noneShown}</p>;
  return (
    <div class="figure" id="month-table">
      <h2>{title}</h2>
      <ScrollingTable name={title} kind="costs">
        <thead>
          <tr>
            <th scope="col">{strings.comparison.policy}</th>
            {columns.map((measure) => (
              <th scope="col" key={measure.name}>
                {labelOf(measure)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {policies.map((policy, i) => (
            <tr key={policy}>
              <th scope="row">
                <span class="swatch" style={{ background: lookOf(policy, payload).color }} />
                {policy}
              </th>
              {columns.map((measure, j) => (
                <Cell key={measure.name} at={cells[i]?.[j] ?? null} unit={measure.unit} />
              ))}
            </tr>
          ))}
        </tbody>
      </ScrollingTable>
      <FigureNotes
        file="curves.csv"
        notes={[
          intervalNote(
            payload,
            'cell',
            cells.some((row) => row.some((cell) => cell !== null && cell.lower !== null)),
          ),
        ]}
      />
    </div>
  );
}
