// The first screen: what can be asked, and what was asked last.
import { useState } from 'preact/hooks';
import { FilterBox } from '../parts/filter_box';
import { appStrings } from '../words/app_strings';
import type { Model } from './calls';
import { takeLocal } from './drafts';
import { hashOf } from './place';
import { RunList } from './run_list';
import { holdsWords } from './run_words';
import type { RunsNow } from './use_runs';

const most_runs = 5;

/** A scenario of the reader's own computer; it is read here and sent nowhere but to the program. */
export function OpenLocal({ model, onOpen }: { model: Model; onOpen: (file: string) => void }) {
  const words = appStrings();
  const [refused, setRefused] = useState('');
  const take = async (input: HTMLInputElement) => {
    const [chosen] = input.files ?? [];
    if (!chosen) return;
    const files = model.questions.map(({ file }) => file);
    const beside = files.find((file) => /(^|\/)today\.yaml$/.test(file)) ?? files[0] ?? '';
    const file = await takeLocal(chosen, beside);
    // The same file can be chosen again after it was changed.
    input.value = '';
    setRefused(file === null ? words.workbench.tooLarge(chosen.name) : '');
    if (file !== null) onOpen(file);
  };
  return (
    <>
      <label class="open-local">
        {words.questions.open}
        <input type="file" accept=".yaml,.yml" onChange={(event) => void take(event.currentTarget)} />
      </label>
      {refused && (
        <p class="trouble" role="alert">
          {refused}
        </p>
      )}
    </>
  );
}

interface Properties {
  model: Model;
  now: RunsNow;
  /** Told which file was read from the reader's computer. */
  onOpen: (file: string) => void;
}

export function Questions({ model, now: { runs, known }, onOpen }: Properties) {
  const words = appStrings().questions;
  const [filter, setFilter] = useState('');
  const shown = model.questions.filter(({ file, question }) => holdsWords(`${question} ${file}`, filter));
  return (
    <>
      <h1 tabIndex={-1}>{words.heading}</h1>
      <p class="quiet">
        {words.how} {words.caution}
      </p>
      <div class="filters">
        <FilterBox label={words.filter} value={filter} onFilter={setFilter} />
        <span class="quiet" role="status">
          {shown.length === 0 ? words.none : words.count(shown.length)}
        </span>
        <OpenLocal model={model} onOpen={onOpen} />
      </div>
      <ul class="cards">
        {shown.map(({ file, question }) => (
          <li key={file}>
            <a href={hashOf({ screen: 'workbench', file, run: '' })}>
              <b lang="en">{question || file}</b>
              <span class="quiet">{file}</span>
            </a>
          </li>
        ))}
      </ul>
      <h2>{words.latest}</h2>
      {known && runs.length === 0 && <p class="quiet">{words.noRuns}</p>}
      <RunList runs={runs.slice(0, most_runs)} label={words.latest} />
      {runs.length > most_runs && (
        <p>
          <a href={hashOf({ screen: 'results', id: '' })}>{words.all}</a>
        </p>
      )}
    </>
  );
}
