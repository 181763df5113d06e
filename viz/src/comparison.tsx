// The table of policies, and the differences from the baseline as a picture.
import { monthName } from './calendar';
import { drawDifferences, type Difference } from './difference_drawing';
import { inWords, intervalInWords, scaleFor } from './numbers';
import { lookOf } from './palette';
import { PathText } from './path_text';
import { Picture } from './picture';
import { rowsOf, type Payload, type TableRow } from './payload';
import { ScrollingTable } from './scrolling_table';
import { sentence, strings } from './strings';

const words = strings.comparison;

function DifferenceFigure({ payload, variant }: { payload: Payload; variant: string }) {
  const rows = rowsOf(payload, variant).flatMap((row): Difference[] =>
    row.difference === null ? [] : [{ policy: row.policy, look: lookOf(row.policy, payload.policies, payload.baseline), value: row.difference, lower: row.lower, upper: row.upper }]);
  if (rows.length === 0) return null;
  const scale = scaleFor(words.families, rows.flatMap((row) => [row.value, row.lower, row.upper]));
  const items = rows.map((row) =>
    strings.figures.spokenItem(row.policy, inWords(row.value, words.families, row.lower, row.upper, true), intervalInWords(row.value, row.lower, row.upper, words.families, true)));
  return (
    <figure>
      <figcaption><h3>{words.figure(payload.baseline)}</h3></figcaption>
      <Picture label={words.spoken(payload.baseline, items)} draw={(width) => drawDifferences(rows, scale, width)} dependsOn={[payload, variant]} printWidth={680} />
      <p class="note"><span class="source">{strings.figures.source('comparison.csv')}</span></p>
    </figure>
  );
}

function Row({ payload, row, withVariant, compared }: { payload: Payload; row: TableRow; withVariant: boolean; compared: boolean }) {
  const look = lookOf(row.policy, payload.policies, payload.baseline);
  const interval = intervalInWords(row.difference ?? 0, row.lower, row.upper, words.families, true);
  return (
    <tr>
      <th scope="row"><span class="swatch" style={{ background: look.color }} />{row.policy}</th>
      {withVariant && <td class="text"><PathText text={row.variant} /></td>}
      <td>{inWords(row.self_reliant, words.families)}</td>
      {compared && (
        <td>
          {row.difference === null ? strings.missing : inWords(row.difference, words.families, row.lower, row.upper, true)}
          {interval && <small class="interval">{interval}</small>}
        </td>
      )}
      {compared && <td class="text">{row.difference === null && row.policy === payload.baseline ? words.baseline : row.verdict}</td>}
      <td>{inWords(row.natural_exit, words.families)}</td>
      <td>{inWords(row.premature_share, 'share')}</td>
      <td>{inWords(row.facilitators, '')}</td>
      <td>{inWords(row.wage_bill_rupiah, 'rupiah')}</td>
    </tr>
  );
}

export function Comparison({ payload, variant }: { payload: Payload; variant: string }) {
  const withVariant = payload.variants.length > 1;
  const compared = payload.table.some((row) => row.difference !== null || row.policy !== payload.baseline);
  const note = payload.interval === 'chance' ? words.noteChance : payload.interval === 'parameters' ? words.noteParameters : '';
  return (
    <section id="comparison">
      <h2>{compared ? words.heading : words.headingOne}</h2>
      {compared && <DifferenceFigure payload={payload} variant={variant} />}
      <p class="note table-note">{sentence(words.caption(monthName(payload.start, payload.months)))}</p>
      <ScrollingTable name={words.tableName} kind="comparison">
        <thead>
          <tr>
            <th scope="col">{words.policy}</th>
            {withVariant && <th scope="col" class="text">{words.variant}</th>}
            <th scope="col">{words.self_reliant}</th>
            {compared && <th scope="col">{words.difference(payload.baseline)}</th>}
            {compared && <th scope="col" class="text">{words.verdict}</th>}
            <th scope="col">{words.natural_exit}</th>
            <th scope="col">{words.premature_share}</th>
            <th scope="col">{words.facilitators}</th>
            <th scope="col">{words.wage_bill}</th>
          </tr>
        </thead>
        <tbody>{payload.table.map((row, i) => <Row key={i} payload={payload} row={row} withVariant={withVariant} compared={compared} />)}</tbody>
      </ScrollingTable>
      <p class="note">{compared ? note : ''} <span class="source">{strings.figures.source('summary.csv, comparison.csv')}</span></p>
    </section>
  );
}
