// Runs all check scripts of this folder on the built page: node all.mjs [NAME ...], such as `node all.mjs costs sweeps`
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('.', import.meta.url));
const ending = '.check.mjs';
// This one asks for a program and looks at no page; `./setup test` runs it.
const apart = ['serve'];
const known = readdirSync(folder)
  .filter((file) => file.endsWith(ending))
  .map((file) => file.slice(0, -ending.length))
  .filter((name) => !apart.includes(name))
  .sort();
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  console.error(`no such check: ${unknown.join(', ')}; there are ${known.join(', ')}`);
  process.exit(2);
}
const failed = (wanted.length > 0 ? wanted : known).filter((name) => {
  console.log(`${name}:`);
  return spawnSync(process.execPath, [`${folder}${name}${ending}`], { stdio: 'inherit' }).status !== 0;
});
if (failed.length > 0) {
  console.error(`failed: ${failed.join(', ')}`);
  process.exitCode = 1;
}
