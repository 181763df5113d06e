// What a reader has to believe for the answer to hold, and how the run was made.
import { PathText } from '../parts/path_text';
import { ScrollingTable } from '../parts/scrolling_table';
import type { Payload, Plain } from '../payload/payload';
import { listed, sentence, strings, unitName } from '../words/strings';
import { sampleOf } from './header';
import { Influences } from './influences';

/** A value of the scenario as it would be typed there. */
function plainText(value: Plain): string {
  if (value === null) return strings.missing;
  if (typeof value === 'boolean') return value ? strings.restsOn.yes : strings.restsOn.no;
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return value;
  return Array.isArray(value)
    ? value.map(plainText).join(', ')
    : Object.entries(value)
        .map(([key, inner]) => `${key} ${plainText(inner)}`)
        .join('; ');
}

/** A parameter's value; unlike a seed or a year of the manifest it is a quantity, and gets its separators. */
const quantity = (value: Plain) =>
  typeof value === 'number' ? value.toLocaleString(strings.locale, { maximumSignificantDigits: 7 }) : plainText(value);

/** A unit that the page cannot name stands as the program wrote it. */
function Quantity({ value, unit }: { value: Plain; unit: string }) {
  const name = unitName(unit);
  return (
    <>
      {quantity(value)}
      {unit && ' '}
      {name === unit ? <span lang="en">{unit}</span> : name}
    </>
  );
}

const countIn = (value: Plain | undefined): number => (typeof value === 'number' ? value : 0);

/** What an interrupted run has not finished. */
function unfinished({ manifest, draws, replicates }: Payload): string[] {
  const [pieces, finished] = [countIn(manifest['pieces']), countIn(manifest['pieces_finished'])];
  const used = manifest['pairs_used'];
  if (finished >= pieces) return [];
  const pairs = used !== null && typeof used === 'object' && !Array.isArray(used) ? Object.entries(used) : [];
  return [
    strings.restsOn.pieces(finished, pieces),
    ...pairs.map(([variant, count]) => strings.restsOn.pairs(variant, countIn(count), draws * replicates)),
  ];
}

/** More uncertain parameters than these are counted, not named. */
const mostNamed = 12;

/** Sample, intervals, and what was varied on purpose. */
function notesOn(payload: Payload): string[] {
  const words = strings.restsOn;
  const { swept, uncertain } = payload.rests_on;
  const intervals: { [kind: string]: string } = {
    chance: strings.comparison.noteChance,
    parameters: strings.comparison.noteParameters,
  };
  return [
    ...(payload.households > 0 ? [sentence(sampleOf(payload))] : []),
    intervals[payload.interval] ?? strings.figures.intervalNone,
    ...unfinished(payload),
    ...swept.map(({ path, values }) => words.swept(path, listed(values.map(quantity)))),
    ...(uncertain.length > 0
      ? [
          (payload.draws > 1 ? words.drawn : words.held)(
            uncertain.length > mostNamed ? words.many(uncertain.length) : listed(uncertain),
          ),
        ]
      : []),
  ];
}

export function RestsOn({ payload }: { payload: Payload }) {
  const { changed, assumptions } = payload.rests_on;
  const words = strings.restsOn;
  return (
    <>
      {words.english && <p class="note">{words.english}</p>}
      <ul class="notes" aria-label={words.notes}>
        {notesOn(payload).map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
      <Influences found={payload.rests_on.influences} baseline={payload.baseline} />
      {changed.length === 0 ? (
        <p>{words.nothingChanged}</p>
      ) : (
        <ScrollingTable name={words.changed} kind="wide-text">
          <caption>{words.changed}</caption>
          <thead>
            <tr>
              <th scope="col">{words.parameter}</th>
              <th scope="col" class="text">
                {words.here}
              </th>
              <th scope="col" class="text">
                {words.default}
              </th>
            </tr>
          </thead>
          <tbody>
            {changed.map((each) => (
              <tr key={each.path}>
                <th scope="row">
                  <code>
                    <PathText text={each.path} />
                  </code>
                </th>
                <td class="text">
                  <Quantity value={each.value} unit={each.unit} />
                </td>
                <td class="text">{quantity(each.default)}</td>
              </tr>
            ))}
          </tbody>
        </ScrollingTable>
      )}
      {assumptions.length > 0 && (
        <details class="in-print">
          <summary>{words.assumptions(assumptions.length)}</summary>
          <ScrollingTable name={words.assumptions(assumptions.length)} kind="wide-text">
            <thead>
              <tr>
                <th scope="col">{words.parameter}</th>
                <th scope="col" class="text">
                  {words.value}
                </th>
                <th scope="col" class="text">
                  {words.meaning}
                </th>
              </tr>
            </thead>
            <tbody>
              {assumptions.map((each) => (
                <tr key={each.path}>
                  <th scope="row">
                    <code>
                      <PathText text={each.path} />
                    </code>
                  </th>
                  <td class="text">
                    <Quantity value={each.value} unit={each.unit} />
                  </td>
                  <td class="text">
                    <span lang="en">{each.meaning}</span>
                    {each.source && (
                      <small class="origin">
                        {words.source} <span lang="en">{each.source}</span>
                      </small>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </ScrollingTable>
        </details>
      )}
    </>
  );
}

/** The manifest's entries with nested ones under a joined name. */
function flattened(value: Plain, name: string): [string, string][] {
  if (value !== null && typeof value === 'object' && !Array.isArray(value))
    return Object.entries(value).flatMap(([key, inner]) => flattened(inner, name ? `${name}.${key}` : key));
  // An empty list, such as that of no warnings, says nothing.
  if (Array.isArray(value) && value.length === 0) return [];
  if (Array.isArray(value) && value.some((each) => each !== null && typeof each === 'object'))
    return value.flatMap((inner, i) => flattened(inner, `${name}.${i + 1}`));
  return [[name, Array.isArray(value) ? value.map(plainText).join('; ') : plainText(value)]];
}

export function Manifest({ payload }: { payload: Payload }) {
  const words = strings.manifest;
  const entries = flattened(payload.manifest, '');
  const command = payload.manifest['command'];
  return (
    <>
      {payload.citation && (
        <div class="citation">
          <h3>{words.cite}</h3>
          <p lang="en">{payload.citation}</p>
        </div>
      )}
      {/* The analyses of many runs are not repeated by `rerun`. */}
      {payload.attribution === null && payload.optimum === null && (
        <p>
          {words.repeat} <code>{words.repeatCommand}</code> {words.repeatWhere}
        </p>
      )}
      {command && (
        <p>
          {words.command} <code>{Array.isArray(command) ? command.map(plainText).join(' ') : plainText(command)}</code>
        </p>
      )}
      {entries.length > 0 && (
        <details class="in-print">
          <summary>{words.all}</summary>
          <ScrollingTable name={words.tableName} kind="wide-text">
            <tbody>
              {entries.map(([name, value]) => (
                <tr key={name}>
                  <th scope="row">
                    <code>
                      <PathText text={name} />
                    </code>
                  </th>
                  <td class="text">{value}</td>
                </tr>
              ))}
            </tbody>
          </ScrollingTable>
        </details>
      )}
    </>
  );
}

export function Warnings({ payload }: { payload: Payload }) {
  if (payload.warnings.length === 0) return null;
  return (
    <section class="warnings" id="warnings">
      <h2>{strings.warnings.heading(payload.warnings.length)}</h2>
      <ul lang="en">
        {payload.warnings.map((warning, i) => (
          <li key={i}>
            <code>
              <PathText text={warning.place} />
            </code>{' '}
            {[warning.what, warning.consequence]
              .filter(Boolean)
              .map((part) => part.replace(/\.$/, ''))
              .join('; ')}
          </li>
        ))}
      </ul>
    </section>
  );
}
