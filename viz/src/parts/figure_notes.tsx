import type { Line } from '../drawings/curve_drawing';
import type { Measure, Payload } from '../payload/payload';
import { FigureActions } from './figure_actions';
import { definitionOf, listed, sentence, strings } from '../words/strings';

interface Properties {
  notes: string[];
  file: string;
  /** Whose definition is told. */
  measure?: Measure;
  /** The figure's numbers as a file, where that holds more than the table under it. */
  csv?: () => string;
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
export function FigureNotes({ notes, file, measure, csv }: Properties) {
  return (
    <>
      <p class="note">
        {measure && <Definition measure={measure} />} {notes.filter(Boolean).join(' ')}{' '}
        <span class="source">{strings.figures.source(file)}</span>
      </p>
      <FigureActions csv={csv} />
    </>
  );
}

/** Which bands are left out of a picture, if any. */
export const bandsNote = (lines: Line[]): string =>
  lines.some(({ banded }) => banded === false)
    ? strings.figures.bandsOf(listed(lines.filter(({ banded }) => banded !== false).map(({ policy }) => policy)))
    : '';

/** What the bands or bars of a figure are. */
export function intervalNote(payload: Payload, mark: 'band' | 'bar' | 'share' | 'cell', hasIntervals: boolean): string {
  const words = strings.figures;
  if (!hasIntervals) return words.intervalNone;
  if (payload.interval === 'chance') return words.intervalChance(words.mark[mark], payload.replicates);
  return payload.interval === 'parameters' ? words.intervalParameters(words.mark[mark], payload.draws) : '';
}
