import { defineConfig } from 'vite';
import { viteSingleFile } from 'vite-plugin-singlefile';
import { bundledLicences } from './bundled_licences.mjs';
import { leftOut } from './left_out.mjs';

export default defineConfig({
  // JSX needs no plugin: Vite reads jsx and jsxImportSource from tsconfig.json.
  plugins: [leftOut(), viteSingleFile(), bundledLicences()],
  build: {
    target: 'es2022',
    // A preload helper would be dead code in a page that loads nothing.
    modulePreload: false,
  },
  logLevel: 'warn',
});
