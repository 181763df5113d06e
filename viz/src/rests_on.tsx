// What a reader has to believe for the answer to hold, and how the run was made.
import { PathText } from './path_text';
import type { Payload, Plain } from './payload';
import { ScrollingTable } from './scrolling_table';
import { sentence, strings } from './strings';

/** A value of the scenario as it would be typed there. */
function plainText(value: Plain): string {
  if (value === null) return strings.missing;
  if (typeof value === 'boolean') return value ? strings.restsOn.yes : strings.restsOn.no;
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return value;
  return Array.isArray(value) ? value.map(plainText).join(', ') : Object.entries(value).map(([key, inner]) => `${key} ${plainText(inner)}`).join('; ');
}

/** A parameter's value; unlike a seed or a year of the manifest it is a quantity, and gets its separators. */
const quantity = (value: Plain) =>
  typeof value === 'number' ? value.toLocaleString(strings.locale, { maximumSignificantDigits: 7 }) : plainText(value);

const withUnit = (value: Plain, unit: string) => (unit ? `${quantity(value)} ${unit}` : quantity(value));

export function RestsOn({ payload }: { payload: Payload }) {
  const { changed, assumptions, notes } = payload.rests_on;
  const words = strings.restsOn;
  return (
    <section id="rests-on">
      <h2>{words.heading}</h2>
      {strings.restsOn.english && <p class="note">{strings.restsOn.english}</p>}
      {notes.length > 0 && <ul class="notes" lang="en" aria-label={words.notes}>{notes.map((note, i) => <li key={i}>{sentence(note)}</li>)}</ul>}
      {changed.length === 0 ? <p>{words.nothingChanged}</p> : (
        <ScrollingTable name={words.changed} kind="wide-text">
          <caption>{words.changed}</caption>
          <thead><tr><th scope="col">{words.parameter}</th><th scope="col" class="text">{words.here}</th><th scope="col" class="text">{words.default}</th></tr></thead>
          <tbody>
            {changed.map((each) => (
              <tr key={each.path}>
                <th scope="row"><code><PathText text={each.path} /></code></th>
                <td class="text">{withUnit(each.value, each.unit)}</td>
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
            <thead><tr><th scope="col">{words.parameter}</th><th scope="col" class="text">{words.value}</th><th scope="col" class="text">{words.meaning}</th></tr></thead>
            <tbody>
              {assumptions.map((each) => (
                <tr key={each.path}>
                  <th scope="row"><code><PathText text={each.path} /></code></th>
                  <td class="text">{withUnit(each.value, each.unit)}</td>
                  <td class="text"><span lang="en">{each.meaning}</span>{each.source && <small class="origin">{words.source(each.source)}</small>}</td>
                </tr>
              ))}
            </tbody>
          </ScrollingTable>
        </details>
      )}
    </section>
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
    <section id="manifest">
      <h2>{words.heading}</h2>
      {payload.citation && (
        <div class="citation">
          <h3>{words.cite}</h3>
          <p lang="en">{payload.citation}</p>
        </div>
      )}
      <p>{words.repeat} <code>{words.repeatCommand}</code> {words.repeatWhere}</p>
      {command && <p>{words.command} <code>{Array.isArray(command) ? command.map(plainText).join(' ') : plainText(command)}</code></p>}
      {entries.length > 0 && (
        <details class="in-print">
          <summary>{words.all}</summary>
          <ScrollingTable name={words.tableName} kind="wide-text">
            <tbody>{entries.map(([name, value]) => <tr key={name}><th scope="row"><code><PathText text={name} /></code></th><td class="text">{value}</td></tr>)}</tbody>
          </ScrollingTable>
        </details>
      )}
    </section>
  );
}

export function Warnings({ payload }: { payload: Payload }) {
  if (payload.warnings.length === 0) return null;
  return (
    <section class="warnings" id="warnings">
      <h2>{strings.warnings.heading(payload.warnings.length)}</h2>
      <ul lang="en">
        {payload.warnings.map((warning, i) => (
          <li key={i}><code><PathText text={warning.place} /></code> {[warning.what, warning.consequence].filter(Boolean).map((part) => part.replace(/\.$/, '')).join('; ')}</li>
        ))}
      </ul>
    </section>
  );
}
