import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));
const door = (lib: string) => `${root}libs/${lib}/src/index.ts`;

/** What hardly ever changes stays in chunks of its own, so that an update of the product downloads little. */
const lasting = [
  { name: 'react', test: /node_modules\/(react|react-dom|scheduler|react-router)\// },
  { name: 'mantine', test: /node_modules\/(@mantine\/(core|hooks|notifications|store)|@floating-ui)\// },
  { name: 'state', test: /node_modules\/(@tanstack|i18next|react-i18next)\// },
];

export default defineConfig({
  root: `${root}apps/web`,
  plugins: [react()],
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
