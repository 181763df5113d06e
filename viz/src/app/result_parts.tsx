// A finished result: its report, its files, and how to make it again.
import { useEffect, useRef, useState } from 'preact/hooks';
import { appStrings } from '../words/app_strings';
import { strings } from '../words/strings';
import { filesThere, resultFile, type Model } from './calls';
import { folderOf } from './run_words';

/** Those that people take away, in this order. */
const offered = ['result.xlsx', 'summary.csv', 'comparison.csv', 'curves.csv', 'codebook.csv', 'resolved.yaml'];

/** The report as it lies in the folder, in the language that the page speaks. */
export function Report({ id }: { id: string }) {
  const frame = useRef<HTMLIFrameElement>(null);
  const speak = () =>
    frame.current?.contentDocument
      ?.querySelector<HTMLButtonElement>(`.languages button[lang=${strings.language}][aria-pressed=false]`)
      ?.click();
  useEffect(speak, [strings]);
  return (
    <iframe
      key={id}
      class="report"
      ref={frame}
      title={appStrings().results.report(id)}
      src={resultFile(id, 'report.html')}
      onLoad={speak}
    />
  );
}

export function Files({ id }: { id: string }) {
  const words = appStrings().results;
  const [there, setThere] = useState<string[]>([]);
  useEffect(() => {
    let wanted = true;
    void filesThere(id, offered).then((files) => wanted && setThere(files));
    return () => {
      wanted = false;
    };
  }, [id]);
  return (
    <ul class="files" aria-label={words.files}>
      <li>
        <a href={resultFile(id, 'report.html')} target="_blank">
          {words.own}
        </a>
      </li>
      {there.map((name) => (
        <li key={name}>
          <a href={resultFile(id, name)} download={`${id}-${name}`}>
            {name}
          </a>
        </li>
      ))}
    </ul>
  );
}

export function RunYourself({ id, model }: { id: string; model: Model }) {
  const words = appStrings().results;
  const [copied, setCopied] = useState(false);
  const command = `graduasi run ${folderOf(model, id)}/resolved.yaml`;
  const copy = async () => {
    await navigator.clipboard.writeText(command);
    setCopied(true);
  };
  return (
    <details class="yourself">
      <summary>{words.yourself}</summary>
      <p class="command">
        <code>{command}</code>{' '}
        <button type="button" onClick={() => void copy().catch(() => setCopied(false))}>
          {words.copy}
        </button>{' '}
        <span role="status">{copied ? words.copied : ''}</span>
      </p>
      <p class="note">{words.yourselfNote(model.folder)}</p>
    </details>
  );
}
