// How many facilitators reach ten self-reliant exits a year, policy beside policy.
import { useMemo } from 'preact/hooks';
import { lookOf } from '../drawings/palette';
import { bandColor, drawPosts, meanInWords, type DrawnYear } from '../drawings/posts_drawing';
import { FigureNotes, intervalNote } from '../parts/figure_notes';
import { NumbersTable } from '../parts/numbers_table';
import { paper, Picture } from '../parts/picture';
import type { Payload } from '../payload/payload';
import { bands, postsOf } from '../payload/posts';
import { endOfMonth } from '../words/calendar';
import { inWords, intervalInWords, scaleFor } from '../words/numbers';
import { listed, strings } from '../words/strings';
import { curveCsv } from './curve_figure';

interface Properties {
  payload: Payload;
  variant: string;
  hidden: Set<string>;
}

const reversed = [...bands].reverse();

/** The last year in words: the answer to the figure's question. */
function lineOf({ year, shares: { ten }, mean }: DrawnYear): string {
  const words = strings.posts;
  return words.line(
    year,
    inWords(ten.value, 'share', ten.lower, ten.upper),
    intervalInWords(ten.value, ten.lower, ten.upper, 'share'),
    mean ? words.each(meanInWords(mean)) : '',
  );
}

export function Posts({ payload, variant, hidden }: Properties) {
  const words = strings.posts;
  const shown = useMemo(
    () =>
      postsOf(payload, variant)
        .filter(({ policy }) => !hidden.has(policy))
        .map((posts) => ({
          ...posts,
          years: posts.years.map((each) => ({
            ...each,
            year: String(endOfMonth(payload.start, each.month - 1).getUTCFullYear()),
          })),
        })),
    [payload, variant, hidden],
  );
  const told = shown.filter(({ years }) => years.length > 0);
  const untold = shown.filter(({ years }) => years.length === 0).map(({ policy }) => policy);
  const tooFew = untold.length > 0 ? `${words.tooFew} ${listed(untold)}.` : '';
  if (told.length === 0)
    return (
      <>
        <p class="note">{tooFew || strings.figures.noneShown}</p>
      </>
    );
  const hasIntervals = told.some(({ years }) => years.some(({ shares }) => shares.ten.lower !== null));
  return (
    <>
      <figure class="panels">
        <p class="note">{words.explained}</p>
        <ul class="legend in-line">
          {reversed.map((band) => (
            <li key={band}>
              <span class="swatch" style={{ background: bandColor[band] }} />
              {words.bands[band]}
            </li>
          ))}
        </ul>
        <div class="small-figures">
          {told.map(({ policy, years }) => {
            const last = years.at(-1);
            const line = last ? lineOf(last) : '';
            return (
              <div class="panel" key={policy}>
                <h3>
                  <span class="swatch" style={{ background: lookOf(policy, payload).color }} />
                  {policy}
                </h3>
                <p>{line}</p>
                <Picture
                  label={`${policy}: ${line}`}
                  draw={(width, tallest) => drawPosts(policy, years, width, tallest)}
                  dependsOn={[years, strings]}
                  onPaper={paper.half}
                />
              </div>
            );
          })}
        </div>
        <FigureNotes
          file="curves.csv"
          notes={[intervalNote(payload, 'share', hasIntervals), words.unknown, tooFew]}
          csv={() =>
            curveCsv(
              payload,
              told.flatMap(({ curves }) => curves),
            )
          }
        />
        <NumbersTable
          name={words.tableName}
          corner={words.year}
          columns={reversed.map((band) => words.bands[band])}
          scale={scaleFor('share', [])}
          rows={told.flatMap(({ policy, years }) =>
            years.map(({ year, shares }) => ({
              head: `${policy}, ${year}`,
              cells: reversed.map((band) => shares[band]),
            })),
          )}
        />
      </figure>
    </>
  );
}
