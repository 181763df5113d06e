import type { ComponentChildren } from 'preact';
import { usePrinting } from './printing';

interface Properties {
  id: string;
  heading: string;
  open: boolean;
  onFold: (open: boolean) => void;
  /** Drawn where the part is open, and on paper. */
  draw: () => ComponentChildren;
}

/** A part of the page that is opened by its heading. What is closed is not drawn, so that a press redraws little. */
export function Fold({ id, heading, open, onFold, draw }: Properties) {
  const printing = usePrinting();
  return (
    <section id={id}>
      <details class="part" open={open} onToggle={(event) => onFold(event.currentTarget.open)}>
        <summary>
          <h2>{heading}</h2>
        </summary>
        {(open || printing) && draw()}
      </details>
    </section>
  );
}
