// Builds the pages, each into one file: node build.mjs [FOLDER], by default dist/.
import { build } from 'vite';

const [outDir = 'dist'] = process.argv.slice(2);
// One after the other: a page that is one file shares no code with another one.
for (const [i, input] of ['report.html', 'app.html'].entries())
  await build({ build: { outDir, emptyOutDir: i === 0, rollupOptions: { input } } });
