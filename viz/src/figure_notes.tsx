import type { ComponentChildren } from 'preact';
import { strings } from './strings';

/** What stands under a figure: sentences, and the file that holds its figures. */
export function FigureNotes({ notes, file, children }: { notes: string[]; file: string; children?: ComponentChildren }) {
  return (
    <p class="note">
      {children} {notes.filter(Boolean).join(' ')} <span class="source">{strings.figures.source(file)}</span>
    </p>
  );
}

/** The codebook's definition, which is English whatever the page speaks. */
export function Definition({ text }: { text: string }) {
  return text ? <span lang="en">{text}</span> : null;
}
