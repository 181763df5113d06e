// Checks that each folder of viz/src takes from itself and those before it only, and that no file is lost:
// node folders.check.mjs
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Checks } from './browser.mjs';

const order = ['words', 'payload', 'drawings', 'parts', 'figures', 'app', ''];
const sources = fileURLToPath(new URL('../../viz/src', import.meta.url));
const checks = new Checks();

const files = readdirSync(sources, { recursive: true }).filter((file) => /\.tsx?$/.test(file));
const folderOf = (file) => (dirname(file) === '.' ? '' : dirname(file));
// The two pages begin with these.
const imported = new Set(['main', 'app_main']);
for (const file of files) {
  const folder = folderOf(file);
  checks.that(`${file} stands in a known folder`, order.includes(folder));
  for (const [, path] of readFileSync(join(sources, file), 'utf8').matchAll(/from '(\.[^']+)'/g)) {
    const target = relative(sources, join(sources, folder, path));
    imported.add(target);
    checks.that(
      `${file} takes ${target}`,
      order.indexOf(folderOf(target)) <= order.indexOf(folder),
      `${folder} stands before ${folderOf(target)}`,
    );
  }
}
for (const file of files) checks.that(`${file} is used`, imported.has(file.replace(/\.tsx?$/, '')));
checks.finish();
