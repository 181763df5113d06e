// The page carries other people's code, whose licences ask that their text travels with every copy.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of the package that a module belongs to, or null for our own source. */
function packageFolder(module) {
  if (!module.includes('/node_modules/')) return null;
  let folder = dirname(module.replace(/^\0/, '').replace(/\?.*$/, ''));
  while (!folder.endsWith('node_modules')) {
    const description = join(folder, 'package.json');
    // Some packages keep a bare package.json in an inner folder; only a named one is the package.
    if (existsSync(description) && JSON.parse(readFileSync(description, 'utf8')).version) return folder;
    folder = dirname(folder);
  }
  return null;
}

function notice(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder)
    .sort()
    .find((entry) => /^licen[cs]e/i.test(entry));
  const text = file ? readFileSync(join(folder, file), 'utf8').trim() : `Licence: ${license}`;
  return { title: `${name} ${version}`, text };
}

/** Packages of one author share a text; sorted, so that the page does not depend on the order of modules. */
function notices(folders) {
  const titlesByText = new Map();
  for (const { title, text } of [...folders].map(notice).sort((a, b) => (a.title < b.title ? -1 : 1)))
    titlesByText.set(text, [...(titlesByText.get(text) ?? []), title]);
  const parts = [...titlesByText].map(([text, titles]) => `${titles.join(', ')}\n\n${text}`);
  // Two hyphens could end the comment.
  return parts.join('\n\n').replaceAll('--', '- -');
}

/** Writes the licence of every bundled package into a comment at the end of the page. */
export function bundledLicences() {
  const folders = new Set();
  return [
    {
      name: 'bundled-licences-collect',
      // Before the single-file plugin, which removes the chunks that list the modules.
      generateBundle(options, bundle) {
        for (const part of Object.values(bundle))
          for (const module of Object.keys(part.modules ?? {})) {
            const folder = packageFolder(module);
            if (folder) folders.add(folder);
          }
      },
    },
    {
      name: 'bundled-licences-write',
      enforce: 'post',
      generateBundle(options, bundle) {
        for (const part of Object.values(bundle))
          if (part.fileName.endsWith('.html'))
            part.source = `${part.source.trimEnd()}\n<!--\nThis page contains the following software.\n\n${notices(folders)}\n-->\n`;
      },
    },
  ];
}
