// What a reader takes home of a figure: its picture, its numbers, a link to it.
import { createContext } from 'preact';
import { useContext, useRef, useState } from 'preact/hooks';
import { strings } from '../words/strings';
import { addressOf, hashOf } from './address';
import { saveFile } from './download';
import { pictureFile, toPng } from './export_picture';
import { csvOf } from './export_table';

/** Whether the address of the page says what is seen, so that a link leads there. */
export const Linked = createContext(false);

/** Around a figure, where it is no `figure` itself. */
const around = 'figure, .figure';

/** A name for files: the part of the page, and what is measured. */
function fileName(figure: Element): string {
  const part = figure.closest('section[id]')?.id ?? '';
  const measure = figure.getAttribute('data-measure') ?? figure.id;
  return [part, measure]
    .filter((each, i, all) => each && all.indexOf(each) === i)
    .join('_')
    .replaceAll('-', '_');
}

/** @param csv of the figure, where it holds more than the table under it */
export function FigureActions({ csv }: { csv?: (() => string) | undefined }) {
  const words = strings.actions;
  const here = useRef<HTMLParagraphElement>(null);
  const [said, setSaid] = useState('');
  const linked = useContext(Linked);
  const figure = () => here.current?.closest(around) ?? document.body;
  const picture = () => pictureFile(figure(), document.title);
  const savePng = async () => {
    const drawn = picture();
    if (drawn) saveFile(`${fileName(figure())}.png`, await toPng(drawn));
  };
  const saveSvg = () => {
    const drawn = picture();
    if (drawn) saveFile(`${fileName(figure())}.svg`, new Blob([drawn.text], { type: 'image/svg+xml' }));
  };
  const saveCsv = () =>
    saveFile(
      `${fileName(figure())}.csv`,
      new Blob([csv ? csv() : csvOf(figure())], { type: 'text/csv;charset=utf-8' }),
    );
  const link = async () => {
    const { view } = addressOf(location.hash);
    history.replaceState(null, '', hashOf({ part: figure().closest('section[id]')?.id ?? '', view }));
    try {
      await navigator.clipboard.writeText(location.href);
      setSaid(words.copied);
    } catch {
      // Some browsers let no page that was opened from disk write there.
      setSaid(words.inAddress);
    }
  };
  return (
    <p class="actions on-screen" ref={here}>
      <button type="button" onClick={saveSvg}>
        SVG
      </button>
      <button type="button" onClick={() => void savePng()}>
        PNG
      </button>
      <button type="button" onClick={saveCsv}>
        CSV
      </button>
      {linked && (
        <button type="button" onClick={() => void link()}>
          {words.link}
        </button>
      )}
      <span role="status">{said}</span>
    </p>
  );
}
