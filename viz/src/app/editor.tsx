// The text of a scenario, with its problems underlined. It is made once for a file: whatever is drawn around it, what
// was typed can be undone.
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { indentUnit } from '@codemirror/language';
import { lintKeymap, setDiagnostics, type Diagnostic } from '@codemirror/lint';
import { highlightSelectionMatches, openSearchPanel, search, searchKeymap } from '@codemirror/search';
import { Compartment, EditorState, type Text } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { useEffect, useRef } from 'preact/hooks';
import { appStrings } from '../words/app_strings';
import { strings } from '../words/strings';
import { editorLook } from './editor_look';

/** Something to underline, at a line and column counted from 1. */
export interface Mark {
  line: number;
  column: number;
  severity: 'error' | 'warning';
  message: string;
}

/** What others may do with the editor. */
export interface EditorHandle {
  /** To the place, with the focus. */
  jump: (line: number, column: number) => void;
  find: () => void;
  /** Another text, as one step that can be undone. */
  replace: (text: string) => void;
}

interface Properties {
  file: string;
  /** The text in the beginning; later ones are not looked at. */
  text: string;
  marks: Mark[];
  onChange: (text: string) => void;
  onReady: (handle: EditorHandle) => void;
}

/** From the place to the end of its line; a place that is no longer there is moved to the nearest one. */
function rangeOf(text: Text, line: number, column: number): { from: number; to: number } {
  const { from: start, to: end, text: words } = text.line(Math.min(Math.max(line, 1), text.lines));
  const from = Math.min(start + Math.max(column - 1, 0), end);
  return { from, to: Math.max(from, start + words.trimEnd().length) };
}

const diagnosticsOf = (text: Text, marks: Mark[]): Diagnostic[] =>
  marks
    .map(({ line, column, severity, message }) => ({ ...rangeOf(text, line, column), severity, message }))
    .sort((a, b) => a.from - b.from);

function handleOf(view: EditorView): EditorHandle {
  return {
    jump: (line, column) => {
      const { from } = rangeOf(view.state.doc, line, column);
      view.dispatch({ selection: { anchor: from }, effects: EditorView.scrollIntoView(from, { y: 'center' }) });
      view.focus();
    },
    find: () => openSearchPanel(view),
    replace: (text) => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } }),
  };
}

/** What the reader hears and reads in it, which changes with the language. */
const spokenParts = (file: string) => [
  EditorState.phrases.of(appStrings().editor),
  EditorView.contentAttributes.of({ 'aria-label': appStrings().workbench.editor(file), tabindex: '0' }),
];

export function Editor({ file, text, marks, onChange, onReady }: Properties) {
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const told = useRef(onChange);
  told.current = onChange;
  const language = useRef(new Compartment());

  useEffect(() => {
    const made = new EditorView({
      parent: place.current as HTMLElement,
      doc: text,
      extensions: [
        lineNumbers(),
        highlightActiveLine(),
        highlightActiveLineGutter(),
        drawSelection(),
        history(),
        yaml(),
        indentUnit.of('  '),
        search({ top: true }),
        highlightSelectionMatches(),
        // Tab is not among the keys: a keyboard has to get out of the text again.
        keymap.of([...searchKeymap, ...historyKeymap, ...lintKeymap, ...defaultKeymap]),
        EditorView.lineWrapping,
        EditorView.updateListener.of((update) => {
          if (update.docChanged) told.current(update.state.doc.toString());
        }),
        language.current.of(spokenParts(file)),
        editorLook,
      ],
    });
    view.current = made;
    onReady(handleOf(made));
    return () => made.destroy();
  }, [file]);

  useEffect(() => {
    view.current?.dispatch({ effects: language.current.reconfigure(spokenParts(file)) });
  }, [file, strings]);

  useEffect(() => {
    const { current } = view;
    if (current) current.dispatch(setDiagnostics(current.state, diagnosticsOf(current.state.doc, marks)));
  }, [file, marks]);

  return <div class="editor" ref={place} />;
}
