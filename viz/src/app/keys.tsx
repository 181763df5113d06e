// What the keyboard does all over the page, and the list of it.
import { useEffect, useRef } from 'preact/hooks';
import { appStrings } from '../words/app_strings';

interface Keys {
  onRun: () => void;
  onFind: () => void;
  onHelp: () => void;
}

/** Whether a letter that is pressed there is typed into something. */
const isTypedInto = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  target.matches('input:not([type=checkbox]), select, textarea, [contenteditable=true]');

export function useKeys(keys: Keys): void {
  const now = useRef(keys);
  now.current = keys;
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.isComposing || document.querySelector('dialog[open]')) return;
      const { onRun, onFind, onHelp } = now.current;
      const isRun = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
      const isLetter = !isTypedInto(event.target) && !event.ctrlKey && !event.metaKey && !event.altKey;
      const does = isRun
        ? onRun
        : isLetter && event.key === '/'
          ? onFind
          : isLetter && event.key === '?'
            ? onHelp
            : null;
      if (!does) return;
      // Before the editor, in which Ctrl+Enter would begin a line.
      event.preventDefault();
      event.stopPropagation();
      does();
    };
    addEventListener('keydown', hear, true);
    return () => removeEventListener('keydown', hear, true);
  }, []);
}

export function KeyList({ open, onClose }: { open: boolean; onClose: () => void }) {
  const words = appStrings().keys;
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  return (
    <dialog ref={dialog} onClose={onClose} aria-labelledby="keys-heading">
      <h2 id="keys-heading">{words.heading}</h2>
      <table>
        <tbody>
          {words.rows.map(([key, does]) => (
            <tr key={key}>
              <th scope="row">
                <kbd>{key}</kbd>
              </th>
              <td class="text">{does}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        <button type="button" onClick={onClose}>
          {words.close}
        </button>
      </p>
    </dialog>
  );
}
