import { sentence, strings } from './strings';

interface Properties {
  notes: string[];
  file: string;
  /** The codebook's definition, which is English whatever the page speaks. */
  definition?: string;
}

/** What stands under a figure: what is measured, what its intervals are, and the file that holds its figures. */
export function FigureNotes({ notes, file, definition = '' }: Properties) {
  const foreign = strings.figures.foreignDefinition;
  const defined = definition && <span lang="en">{sentence(definition)}</span>;
  return (
    <p class="note">
      {!foreign && defined} {notes.filter(Boolean).join(' ')} {foreign && defined && <>{foreign} {defined}</>} <span class="source">{strings.figures.source(file)}</span>
    </p>
  );
}
