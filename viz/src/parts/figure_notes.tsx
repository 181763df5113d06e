import type { Measure, Payload } from '../payload/payload';
import { definitionOf, sentence, strings } from '../words/strings';

interface Properties {
  notes: string[];
  file: string;
  /** Whose definition is told. */
  measure?: Measure;
}

function Definition({ measure }: { measure: Measure }) {
  const { text, foreign } = definitionOf(measure);
  if (!text) return null;
  return foreign ? (
    <>
      {strings.figures.foreignDefinition} <span lang="en">{sentence(text)}</span>
    </>
  ) : (
    <span class="definition">{sentence(text)}</span>
  );
}

/** What stands under a figure: what is measured, what its intervals are, and the file that holds its figures. */
export function FigureNotes({ notes, file, measure }: Properties) {
  return (
    <p class="note">
      {measure && <Definition measure={measure} />} {notes.filter(Boolean).join(' ')}{' '}
      <span class="source">{strings.figures.source(file)}</span>
    </p>
  );
}

/** What the bands or bars of a figure are. */
export function intervalNote(payload: Payload, mark: 'band' | 'bar' | 'share' | 'cell', hasIntervals: boolean): string {
  const words = strings.figures;
  if (!hasIntervals) return words.intervalNone;
  if (payload.interval === 'chance') return words.intervalChance(words.mark[mark], payload.replicates);
  return payload.interval === 'parameters' ? words.intervalParameters(words.mark[mark], payload.draws) : '';
}
