// Puts a payload into the built page, as the program does: report.mjs [PAYLOAD [REPORT]]; without one, the sample.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sample } from './make.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
export const emptySlot = '<script type="application/json" id="payload">null</script>';

/** The page with the payload in its slot. */
export function reportWith(page, payload) {
  if (page.split(emptySlot).length !== 2) throw new Error('the page must hold an empty payload slot exactly once');
  // Unescaped, a policy called "</script>" would end the element.
  const json = JSON.stringify(payload).replaceAll('<', '\\u003c');
  // A function, because `$` has a meaning in a replacement string.
  return page.replace(emptySlot, () => emptySlot.replace('null', () => json));
}

export const builtPage = () => readFileSync(here('../dist/report.html'), 'utf8');

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [payload, report = here('../build/report.html')] = process.argv.slice(2);
  mkdirSync(dirname(report), { recursive: true });
  writeFileSync(report, reportWith(builtPage(), payload ? JSON.parse(readFileSync(payload, 'utf8')) : sample));
  console.log(`wrote ${report}`);
}
