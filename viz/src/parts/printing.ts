// Whether the page is on its way to paper: what is drawn for a screen has another size there, and what is folded is shown.
import { useLayoutEffect, useState } from 'preact/hooks';

let printing = false;
const listeners = new Set<(now: boolean) => void>();

const tell = (now: boolean) => () => {
  printing = now;
  for (const each of listeners) each(now);
};
addEventListener('beforeprint', tell(true));
addEventListener('afterprint', tell(false));

export function usePrinting(): boolean {
  const [now, setNow] = useState(printing);
  useLayoutEffect(() => {
    listeners.add(setNow);
    // It may have begun between the first drawing and this.
    setNow(printing);
    return () => void listeners.delete(setNow);
  }, []);
  return now;
}
