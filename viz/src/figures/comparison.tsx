// Policies compared: each less the baseline in a measure of the reader's choice, and the table of policies.
import { useState } from 'preact/hooks';
import { lookOf } from '../drawings/palette';
import { MeasureChoice } from '../parts/choice';
import { PathText } from '../parts/path_text';
import { ScrollingTable } from '../parts/scrolling_table';
import { firstOf, type Measure, type Payload, type TableRow } from '../payload/payload';
import { monthName } from '../words/calendar';
import { inWords, intervalInWords } from '../words/numbers';
import { sentence, strings } from '../words/strings';
import { Differences } from './differences';

const families = 'families';

/** The program's judgement in the page's language; a program that gave none wrote words of its own. */
function verdictOf(row: TableRow, baseline: string): string {
  const words = strings.comparison;
  if (row.difference === null) return row.policy === baseline ? words.baseline : '';
  if (row.judgement === 'more_replicates' && row.replicates_needed !== null)
    return words.replicatesNeeded(row.replicates_needed);
  if (row.judgement === 'more_draws' && row.draws_needed) return words.drawsNeeded(row.draws_needed);
  return words.judgements[row.judgement ?? ''] ?? row.verdict;
}

/** Where something of a policy holds that does not hold everywhere. */
const placesOf = (payload: Payload, row: { policy: string; variant: string }) =>
  payload.places.filter(({ policy, variant }) => policy === row.policy && variant === row.variant);

/** Who got it: policies in the areas where they hold. */
function PlacesTable({ payload }: { payload: Payload }) {
  const words = strings.comparison;
  const places = payload.places.filter(({ active }) => active !== undefined);
  if (places.length === 0) return null;
  const withVariant = payload.variants.length > 1;
  return (
    <>
      <h3>{words.places}</h3>
      <p class="note table-note">{sentence(words.placesCaption(monthName(payload.start, payload.months)))}</p>
      <ScrollingTable name={words.places} kind="comparison">
        <thead>
          <tr>
            <th scope="col">{words.policy}</th>
            {withVariant && (
              <th scope="col" class="text">
                {words.variant}
              </th>
            )}
            <th scope="col" class="text">
              {words.where}
            </th>
            <th scope="col">{words.self_reliant}</th>
            <th scope="col">{words.became_able}</th>
            <th scope="col">{words.difference(payload.baseline)}</th>
            <th scope="col">{words.activeThere}</th>
            <th scope="col">{words.facilitators}</th>
          </tr>
        </thead>
        <tbody>
          {places.map((place, i) => {
            const { difference = null, lower = null, upper = null } = place;
            const interval = intervalInWords(difference ?? 0, lower, upper, families, true);
            return (
              <tr key={i}>
                <th scope="row">
                  <span class="swatch" style={{ background: lookOf(place.policy, payload).color }} />
                  {place.policy}
                </th>
                {withVariant && (
                  <td class="text">
                    <PathText text={place.variant} />
                  </td>
                )}
                <td class="text">{place.where}</td>
                <td>{inWords(place.self_reliant ?? null, families)}</td>
                <td>{inWords(place.became_able ?? null, families)}</td>
                <td>
                  {difference === null ? strings.missing : inWords(difference, families, lower, upper, true)}
                  {interval && <small class="interval">{interval}</small>}
                </td>
                <td>{inWords(place.active ?? null, families)}</td>
                <td>{inWords(place.facilitators ?? null, '')}</td>
              </tr>
            );
          })}
        </tbody>
      </ScrollingTable>
    </>
  );
}

function Row({
  payload,
  row,
  withVariant,
  withAble,
  compared,
}: {
  payload: Payload;
  row: TableRow;
  withVariant: boolean;
  withAble: boolean;
  compared: boolean;
}) {
  const look = lookOf(row.policy, payload);
  const interval = intervalInWords(row.difference ?? 0, row.lower, row.upper, families, true);
  const held = placesOf(payload, row).map(({ where }) => where);
  return (
    <tr>
      <th scope="row">
        <span class="swatch" style={{ background: look.color }} />
        {row.policy}
        {held.length > 0 && <small class="interval">{strings.comparison.heldIn(held)}</small>}
      </th>
      {withVariant && (
        <td class="text">
          <PathText text={row.variant} />
        </td>
      )}
      <td>{inWords(row.self_reliant, families)}</td>
      {withAble && <td>{inWords(row.became_able, families)}</td>}
      {compared && (
        <td>
          {row.difference === null ? strings.missing : inWords(row.difference, families, row.lower, row.upper, true)}
          {interval && <small class="interval">{interval}</small>}
        </td>
      )}
      {compared && <td class="text">{verdictOf(row, payload.baseline)}</td>}
      <td>{inWords(row.natural_exit, families)}</td>
      <td>{inWords(row.premature_share, 'share')}</td>
      <td>{inWords(row.facilitators, '')}</td>
      <td>{inWords(row.wage_bill_rupiah, 'rupiah')}</td>
    </tr>
  );
}

/** What common luck is worth over all differences of the table; empty where it is not known. */
function sharedLuck(payload: Payload): string {
  const ratios = payload.table.flatMap(({ variance_ratio: ratio }) => (typeof ratio === 'number' ? [ratio] : []));
  if (ratios.length === 0) return '';
  const [least, most] = [Math.min(...ratios), Math.max(...ratios)].map((ratio) =>
    ratio.toLocaleString(strings.locale, { maximumSignificantDigits: 2 }),
  );
  return strings.comparison.sharedLuck(least === most ? `${least}` : strings.range(`${least}`, `${most}`));
}

/** The figures of each policy side by side. */
export function ComparisonTable({ payload }: { payload: Payload }) {
  const words = strings.comparison;
  const withVariant = payload.variants.length > 1;
  const withAble = payload.table.some((row) => row.became_able !== null);
  const compared = payload.table.some((row) => row.difference !== null || row.policy !== payload.baseline);
  const note =
    payload.interval === 'chance'
      ? words.noteChance
      : payload.interval === 'parameters'
        ? words.noteParameters
        : strings.figures.intervalNone;
  return (
    <>
      {compared && <h3>{words.table}</h3>}
      <p class="note table-note">{sentence(words.caption(monthName(payload.start, payload.months)))}</p>
      <ScrollingTable name={words.tableName} kind="comparison">
        <thead>
          <tr>
            <th scope="col">{words.policy}</th>
            {withVariant && (
              <th scope="col" class="text">
                {words.variant}
              </th>
            )}
            <th scope="col">{words.self_reliant}</th>
            {withAble && <th scope="col">{words.became_able}</th>}
            {compared && <th scope="col">{words.difference(payload.baseline)}</th>}
            {compared && (
              <th scope="col" class="text">
                {words.verdict}
              </th>
            )}
            <th scope="col">{words.natural_exit}</th>
            <th scope="col">{words.premature_share}</th>
            <th scope="col">{words.facilitators}</th>
            <th scope="col">{words.wage_bill}</th>
          </tr>
        </thead>
        <tbody>
          {payload.table.map((row, i) => (
            <Row
              key={i}
              payload={payload}
              row={row}
              withVariant={withVariant}
              withAble={withAble}
              compared={compared}
            />
          ))}
        </tbody>
      </ScrollingTable>
      <p class="note">
        {compared ? note : ''} {sharedLuck(payload)}{' '}
        <span class="source">{strings.figures.source('summary.csv, comparison.csv')}</span>
      </p>
    </>
  );
}

interface Properties {
  payload: Payload;
  measures: Measure[];
  variant: string;
  hidden: Set<string>;
  policy: string;
}

export function Comparison({ payload, measures, variant, hidden, policy }: Properties) {
  const [chosen, setChosen] = useState(firstOf(measures));
  const measure = measures.find(({ name }) => name === chosen);
  return (
    <>
      <div class="figure-head">
        {measure && (
          <MeasureChoice
            id="difference-choice"
            label={strings.comparison.measure}
            measures={measures}
            value={chosen}
            onChoose={setChosen}
          />
        )}
      </div>
      {measure && <Differences payload={payload} measure={measure} variant={variant} hidden={hidden} policy={policy} />}
      {payload.table.length > 0 && <ComparisonTable payload={payload} />}
      <PlacesTable payload={payload} />
    </>
  );
}
