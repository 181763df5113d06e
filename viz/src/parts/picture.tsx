import { useLayoutEffect, useRef } from 'preact/hooks';
import { usePrinting } from './printing';

interface Size {
  width: number;
  tallest: number;
}

/**
 * Sizes of drawings of curves for paper, across the page and two beside each other.
 *
 * They are wider than their places there, so that words and heights shrink with the text around them,
 * and lower than on screen, so that a sheet is not left half empty.
 */
export const paper = {
  whole: { width: 800, tallest: 280 },
  half: { width: 420, tallest: 180 },
  /** Beside a table on the first sheet. */
  note: { width: 800, tallest: 220 },
};

interface Properties {
  /** One sentence of results, read instead of the picture. */
  label: string;
  draw: (width: number, tallest: number) => SVGSVGElement;
  /** Drawn again when one of these changes. */
  dependsOn: unknown[];
  /** Its size in print, where no observer reports the new layout in time. */
  onPaper: Size;
  /** How high it may be on screen; by default as high as it wants. */
  tallest?: number;
}

/** Plot labels its inner groups, which have no role: readers of an image never get there, and axe objects. */
function unlabel(within: Element): void {
  for (const group of within.querySelectorAll('g[aria-label]')) group.removeAttribute('aria-label');
}

/** Keeps a drawing as wide as its place, on screen and on paper. */
export function Picture({ label, draw, dependsOn, onPaper, tallest = Infinity }: Properties) {
  const place = useRef<HTMLDivElement>(null);
  const printing = usePrinting();
  // At once and not after the next frame, which does not come before paper is printed.
  useLayoutEffect(() => {
    const host = place.current;
    if (!host) return;
    let drawnWidth = 0;
    const paint = ({ width, tallest }: Size) => {
      if (width <= 0 || width === drawnWidth) return;
      drawnWidth = width;
      const picture = draw(width, tallest);
      picture.setAttribute('role', 'img');
      picture.setAttribute('aria-label', label);
      unlabel(picture);
      host.replaceChildren(picture);
    };
    // Plot draws what follows the pointer anew, with its labels, at each move.
    const pointed = new MutationObserver(() => unlabel(host));
    pointed.observe(host, { childList: true, subtree: true });
    if (printing) {
      paint(onPaper);
      return () => pointed.disconnect();
    }
    const toScreen = () => paint({ width: host.clientWidth, tallest });
    // Drawing may add a scroll bar, which changes the width within the same round: the next frame ends that loop.
    const observer = new ResizeObserver(() => requestAnimationFrame(toScreen));
    toScreen();
    observer.observe(host);
    return () => {
      observer.disconnect();
      pointed.disconnect();
    };
  }, [...dependsOn, label, printing]);
  return <div class="picture" ref={place} />;
}
