// A figure as a picture of its own: its drawings, legends and coloured cells where they are on the page, with a title
// above and the question below. Colours and fonts are written out, because a file has no style sheet of this page.

export interface PictureFile {
  text: string;
  width: number;
  height: number;
}

const space = 'http://www.w3.org/2000/svg';
const margin = 16;

/** What decides the looks of a drawing; lengths and places are its attributes. */
const properties = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-opacity',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'font-variant-numeric',
  'text-anchor',
  'paint-order',
];

/** A colour as every program knows it; mixed ones are known to browsers only. */
function plainColor(color: string, brush: CanvasRenderingContext2D): string {
  if (!/^[a-z-]+\(/.test(color) || color.startsWith('url')) return color;
  brush.clearRect(0, 0, 1, 1);
  brush.fillStyle = color;
  brush.fillRect(0, 0, 1, 1);
  const [red, green, blue, alpha = 255] = brush.getImageData(0, 0, 1, 1).data;
  return alpha === 255 ? `rgb(${red},${green},${blue})` : `rgba(${red},${green},${blue},${(alpha / 255).toFixed(3)})`;
}

function element(name: string, attributes: { [name: string]: string | number }, text = ''): SVGElement {
  const made = document.createElementNS(space, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  made.textContent = text;
  return made;
}

/** Lines of so many pixels at most, as wide as letters usually are. */
function linesOf(text: string, width: number, size: number): string[] {
  const lines = [''];
  for (const word of text.split(/\s+/)) {
    const longer = `${lines.at(-1)} ${word}`.trim();
    if (longer.length * size * 0.52 > width && lines.at(-1)) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}

/** The figure as SVG, or null where it has nothing to draw yet. */
export function pictureFile(figure: Element, foot: string): PictureFile | null {
  const brush = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const drawings = [...figure.querySelectorAll<SVGSVGElement>('.picture svg')];
  // What has no drawing is drawn as the table that it is.
  const table = drawings.length > 0 ? 'table.heat' : 'table';
  const cells = [...figure.querySelectorAll(`${table} :is(th, td)`)];
  const words = [...figure.querySelectorAll('.legend li, .panel > :is(h3, h4)')];
  const boxes = [...drawings, ...cells, ...words].map((each) => each.getBoundingClientRect());
  if (!brush || drawings.length + cells.length === 0 || boxes.every(({ width }) => width === 0)) return null;
  const left = Math.min(...boxes.map((box) => box.left));
  const top = Math.min(...boxes.map((box) => box.top));
  const width = Math.max(...boxes.map((box) => box.right)) - left + 2 * margin;
  const body = getComputedStyle(document.body);
  const heading = figure.querySelector('figcaption :is(h2, h3)') ?? figure.closest('section')?.querySelector('h2');
  const title = linesOf(heading?.textContent ?? '', width - 2 * margin, 16);
  const above = margin + title.length * 21 + 6;
  const below = linesOf(foot, width - 2 * margin, 11);
  const drawn = Math.max(...boxes.map((box) => box.bottom)) - top;
  const height = above + drawn + 12 + below.length * 15 + margin / 2;
  const file = element('svg', { xmlns: space, width, height, viewBox: `0 0 ${width} ${height}` });
  const color = plainColor(body.color, brush);
  const write = (text: string, x: number, y: number, size: number, weight: string | number, anchor = 'start') =>
    file.append(
      element(
        'text',
        {
          x,
          y,
          'font-family': body.fontFamily,
          'font-size': size,
          'font-weight': weight,
          fill: color,
          'text-anchor': anchor,
        },
        text,
      ),
    );
  file.append(element('rect', { width, height, fill: plainColor(body.backgroundColor, brush) }));
  title.forEach((line, i) => write(line, margin, margin + 14 + 21 * i, 16, 600));
  const placed = (box: DOMRect) => ({ x: box.left - left + margin, y: box.top - top + above });
  for (const drawing of drawings) {
    const box = drawing.getBoundingClientRect();
    const copy = drawing.cloneNode(true) as SVGSVGElement;
    copy.querySelectorAll('style').forEach((style) => style.remove());
    const originals = [drawing, ...drawing.querySelectorAll(':not(style)')];
    [copy, ...copy.querySelectorAll('*')].forEach((each, i) => {
      const original = originals[i];
      if (!original) return;
      const style = getComputedStyle(original);
      for (const name of properties) {
        const value = style.getPropertyValue(name);
        each.setAttribute(name, name === 'fill' || name === 'stroke' ? plainColor(value, brush) : value);
      }
      each.removeAttribute('style');
      each.removeAttribute('class');
    });
    for (const [key, value] of Object.entries({ ...placed(box), width: box.width, height: box.height }))
      copy.setAttribute(key, String(value));
    copy.setAttribute('overflow', 'visible');
    file.append(copy);
  }
  for (const word of words) {
    const mark = word.querySelector<Element>('.swatch, .key');
    const { x, y } = placed(word.getBoundingClientRect());
    const size = 13;
    if (mark?.matches('.swatch'))
      file.append(
        element('rect', {
          x,
          y: y + 3,
          width: 10,
          height: 10,
          fill: plainColor(getComputedStyle(mark).backgroundColor, brush),
        }),
      );
    write((word.textContent ?? '').trim(), x + (mark ? 16 : 0), y + size, size, getComputedStyle(word).fontWeight);
  }
  for (const cell of cells) {
    const box = cell.getBoundingClientRect();
    const { x, y } = placed(box);
    const style = getComputedStyle(cell);
    file.append(
      element('rect', { x, y, width: box.width, height: box.height, fill: plainColor(style.backgroundColor, brush) }),
    );
    const text = [...cell.childNodes].filter((node) => !(node as Element).classList?.contains('unseen'));
    const interval = cell.querySelector('.interval')?.textContent ?? '';
    const whole = text.map((node) => node.textContent).join('');
    const value = linesOf(whole.slice(0, whole.length - interval.length).trim(), box.width, 13);
    const middle = x + box.width / 2;
    value.forEach((line, i) => write(line, middle, y + 19 + 15 * i, 13, style.fontWeight, 'middle'));
    linesOf(interval, box.width, 11).forEach((line, i) =>
      write(line, middle, y + 20 + 15 * value.length + 12 * i, 11, 400, 'middle'),
    );
  }
  below.forEach((line, i) => write(line, margin, above + drawn + 22 + 15 * i, 11, 400));
  return { text: new XMLSerializer().serializeToString(file), width, height };
}

/** Twice as fine as on the screen, which print needs. */
export async function toPng({ text, width, height }: PictureFile): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [Math.ceil(2 * width), Math.ceil(2 * height)];
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done, fail) => canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error('no picture')))));
}
