import type { ComponentChildren } from 'preact';

/** A table that scrolls by itself when it is wider than the page; focusable, so that a keyboard can scroll it. */
export function ScrollingTable({
  name,
  children,
  kind = '',
}: {
  name: string;
  children: ComponentChildren;
  kind?: string;
}) {
  return (
    <div class="scrolling" role="region" aria-label={name} tabIndex={0}>
      <table class={kind}>{children}</table>
    </div>
  );
}
