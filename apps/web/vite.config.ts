import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));
const door = (lib: string) => `${root}libs/${lib}/src/index.ts`;

/** What hardly ever changes stays in chunks of its own, so that an update of the product downloads little. */
const lasting = [
  { name: 'react', test: /node_modules\/(react|react-dom|scheduler|react-router)\// },
  { name: 'state', test: /node_modules\/(@tanstack|i18next|react-i18next)\// },
];

/** Only the styles of the parts in use are shipped; a part without its styles would look broken and fail nothing, so it fails here. */
const stylesOfEveryPart: Plugin = {
  name: 'styles-of-every-part',
  apply: 'build',
  generateBundle(_, bundle) {
    const shipped = readFileSync(`${root}apps/web/src/mantine.css`, 'utf8');
    const modules = Object.values(bundle).flatMap((chunk) => (chunk.type === 'chunk' ? chunk.moduleIds : []));
    const parts = new Set(modules.map((id) => /@mantine\/core\/esm\/components\/(\w+)\//.exec(id)?.[1] ?? ''));
    const bare = [...parts].filter(
      (part) =>
        existsSync(`${root}node_modules/@mantine/core/styles/${part}.css`) && !shipped.includes(`/${part}.css'`),
    );
    if (bare.length > 0) this.error(`src/mantine.css lacks the styles of ${bare.join(', ')}`);
  },
};

export default defineConfig({
  root: `${root}apps/web`,
  plugins: [react(), stylesOfEveryPart],
  resolve: {
    alias: { '@tandem/contracts': door('contracts'), '@tandem/language': door('language') },
  },
  server: { port: 5173, proxy: { '/api': 'http://127.0.0.1:3000' } },
  build: {
    outDir: `${root}dist/web`,
    emptyOutDir: true,
    target: 'es2023',
    // Everything is a file: data: addresses would need an exception in the content policy.
    assetsInlineLimit: 0,
    rolldownOptions: {
      // The server's half of the language lib starts its own catalogue; the browser must not carry it.
      treeshake: { moduleSideEffects: (id: string) => !id.includes('/libs/language/') },
      output: { codeSplitting: { groups: lasting } },
    },
  },
});
