// Results of several runs against one of them, as `graduasi compare` works it out.
import { useEffect, useState } from 'preact/hooks';
import { GainsTable } from '../figures/gains_table';
import { Choice } from '../parts/choice';
import { ScrollingTable } from '../parts/scrolling_table';
import type { Answer } from '../payload/answer_payload';
import type { Measure } from '../payload/payload';
import { appStrings } from '../words/app_strings';
import { inWords, intervalInWords, unitOfDifference } from '../words/numbers';
import { labelOf } from '../words/strings';
import { compareRuns, resultFile, type Run } from './calls';
import { goTo, hashOf } from './place';
import { saidBy, Trouble } from './trouble';

interface Difference {
  policy: string;
  variant: string;
  month: number;
  measure: string;
  difference: number | null;
  lower: number | null;
  upper: number | null;
  verdict: string;
}
interface OneComparison {
  /** The folder of the result that is compared with the baseline. */
  result: string;
  pairing: string;
  interval: string;
  notes: string[];
  answers: Omit<Answer, 'stratum'>[];
  table: Difference[];
}
interface Comparisons {
  comparisons: OneComparison[];
}

const lastPart = (path: string) => path.split('/').at(-1) ?? path;

/** Policy and, where there are several, the values that were swept. */
const nameOf = ({ policy, variant }: { policy: string; variant: string }, all: { variant: string }[]) =>
  all.some((each) => each.variant !== variant) ? `${policy}, ${variant}` : policy;

function Measures({ table, measures }: { table: Difference[]; measures: Map<string, Measure> }) {
  const words = appStrings().compare;
  const last = Math.max(...table.map(({ month }) => month));
  const rows = table.filter(({ month }) => month === last);
  return (
    <details class="numbers">
      <summary>{words.measures}</summary>
      <ScrollingTable name={words.measures}>
        <thead>
          <tr>
            <th scope="col">{words.measure}</th>
            <th scope="col" class="text">
              {words.policy}
            </th>
            <th scope="col">{words.difference}</th>
            <th scope="col" class="text">
              {words.verdict}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => {
            const measure = measures.get(row.measure);
            const unit = unitOfDifference(measure?.unit ?? '');
            const interval = intervalInWords(row.difference ?? 0, row.lower, row.upper, unit, true);
            return (
              <tr key={i}>
                <th scope="row">{measure ? labelOf(measure) : row.measure}</th>
                <td class="text">{nameOf(row, rows)}</td>
                <td>
                  {inWords(row.difference, unit, row.lower, row.upper, true)}
                  {interval && <small class="interval">{interval}</small>}
                </td>
                <td class="text" lang="en">
                  {row.verdict}
                </td>
              </tr>
            );
          })}
        </tbody>
      </ScrollingTable>
    </details>
  );
}

function Compared({
  one,
  baseline,
  measures,
}: {
  one: OneComparison;
  baseline: string;
  measures: Map<string, Measure>;
}) {
  const words = appStrings().compare;
  const heading = words.minus(lastPart(one.result), baseline);
  const rows = one.answers.map((answer) => ({
    name: nameOf(answer, one.answers),
    answer: { ...answer, stratum: 'all' },
  }));
  return (
    <section class="compared">
      <h2>{heading}</h2>
      <p class={`pairing ${one.pairing}`}>{words.pairings[one.pairing] ?? one.pairing}</p>
      {rows.length > 0 ? (
        <GainsTable name={heading} caption={words.caption} corner={words.policy} groups={[{ heading: '', rows }]} />
      ) : (
        <p>{words.noCommon}</p>
      )}
      {one.table.length > 0 && <Measures table={one.table} measures={measures} />}
      {(one.notes.length > 0 || one.interval) && (
        <details class="numbers">
          <summary>{words.notes}</summary>
          <ul class="notes" lang="en">
            {[one.interval, ...one.notes].filter(Boolean).map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

/** The measures of a result with their labels; none where it holds no payload. */
async function measuresOf(id: string): Promise<Map<string, Measure>> {
  const response = await fetch(resultFile(id, 'page.json')).catch(() => null);
  if (!response?.ok) return new Map();
  const { measures } = (await response.json()) as { measures?: Measure[] };
  return new Map((measures ?? []).map((measure) => [measure.name, measure]));
}

interface Found {
  comparisons: OneComparison[];
  measures: Map<string, Measure>;
}

export function Compare({ ids, runs }: { ids: string[]; runs: Run[] }) {
  const words = appStrings().compare;
  const [found, setFound] = useState<Found | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const [baseline = ''] = ids;
  const isPossible = ids.length >= 2 && ids.length <= 5;
  useEffect(() => {
    if (!isPossible) return;
    let wanted = true;
    setFound(null);
    setSaid(null);
    Promise.all([compareRuns(ids), measuresOf(baseline)])
      .then(([answer, measures]) => {
        if (wanted) setFound({ comparisons: (answer as Comparisons).comparisons, measures });
      })
      .catch((error: unknown) => {
        if (wanted) setSaid(saidBy(error));
      });
    return () => {
      wanted = false;
    };
  }, [ids.join('/')]);

  const results = appStrings().results;
  const questionOf = (id: string) => runs.find((run) => run.id === id)?.question ?? '';
  const against = (id: string) => goTo({ screen: 'compare', ids: [id, ...ids.filter((each) => each !== id)] });
  return (
    <>
      <p>
        <a href={hashOf({ screen: 'results', id: '' })}>{results.all}</a>
      </p>
      <h1 tabIndex={-1}>{words.heading}</h1>
      {!isPossible && <p class="trouble">{words.tooFew}</p>}
      <ul class="compared-runs">
        {ids.map((id) => (
          <li key={id}>
            <a href={hashOf({ screen: 'results', id })}>{id}</a> <span class="quiet">{questionOf(id)}</span>
          </li>
        ))}
      </ul>
      {isPossible && (
        <Choice id="compare-baseline" label={words.baseline} value={baseline} onChoose={against}>
          {[...ids].sort().map((id) => (
            <option key={id} value={id}>
              {id}
            </option>
          ))}
        </Choice>
      )}
      {isPossible && !found && said === null && <p role="status">{words.working}</p>}
      {said !== null && <Trouble said={said} />}
      {found?.comparisons.map((one) => (
        <Compared key={one.result} one={one} baseline={baseline} measures={found.measures} />
      ))}
    </>
  );
}
