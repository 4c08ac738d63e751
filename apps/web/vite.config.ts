import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin, type Rolldown } from 'vite';
import { firstPage, pageFiles } from './src/page-files.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const door = (lib: string) => `${root}libs/${lib}/src/index.ts`;

/**
 * Few files: a browser asks for six at a time. What hardly ever changes is one, so that an update of the product downloads little; what
 * several pages share is another. What only pages of figures share is one of its own, so that the board does not carry it; how a figure and a
 * period are written is said in meetings too.
 */
const groups = [
  {
    name: 'lasting',
    test: /node_modules\/(react|react-dom|scheduler|react-router|@tanstack|i18next|react-i18next|use-sync-external-store)\//,
    priority: 3,
  },
  { name: 'parts', test: /node_modules\/(@mantine|@floating-ui)\//, minShareCount: 3, priority: 2 },
  {
    name: 'shared',
    test: /node_modules\/@tabler\/|apps\/web\/src\/(api|components(?!\/figures\/(?!use-shown|period-key))|deeds|formats|i18n|shell)\//,
    minShareCount: 2,
    priority: 1,
  },
  // Writing a value or a period down is what other pages need of them.
  {
    name: 'written',
    test: /apps\/web\/src\/components\/figures\/(use-shown|period-key|fiscal-quarter)/,
    minShareCount: 2,
    priority: 0.5,
  },
  { name: 'figures', test: /apps\/web\/src\/components\/figures\//, minShareCount: 2 },
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

type Bundle = Rolldown.OutputBundle;

/** The script and everything it needs at once, with their styles. */
function filesOf(name: string, bundle: Bundle, found = new Set<string>()): Set<string> {
  const chunk = bundle[name];
  if (chunk?.type !== 'chunk' || found.has(name)) return found;
  found.add(name);
  for (const css of chunk.viteMetadata?.importedCss ?? []) found.add(css);
  for (const imported of chunk.imports) filesOf(imported, bundle, found);
  return found;
}

/**
 * Leaves `ahead.json`: the files of every page and of every language, without those the program loads anyway. The server preloads
 * from it what an address will need. `[{ "pages": "^/board/?$", "files": ["/assets/…"] }, { "language": "en", "files": […] }]`
 */
const filesAhead: Plugin = {
  name: 'files-ahead',
  apply: 'build',
  generateBundle(_, bundle) {
    const chunks = Object.values(bundle).filter((part) => part.type === 'chunk');
    const program = filesOf(chunks.find(({ isEntry }) => isEntry)!.fileName, bundle);
    const filesBehind = (module: string) => {
      const chunk = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(module));
      if (!chunk) return this.error(`there is no ${module}`);
      return [...filesOf(chunk.fileName, bundle)].filter((name) => !program.has(name)).map((name) => `/${name}`);
    };
    const list = [
      { language: 'en', files: filesBehind('/language/src/en/web-texts.ts') },
      { language: 'zh-TW', files: filesBehind('/language/src/zh-tw/web-texts.ts') },
      ...pageFiles.map(({ path, file }) => ({
        pages: `^/${path.replaceAll(/:\w+/g, '[^/]+')}/?$${`/${path}` === firstPage ? '|^/$' : ''}`,
        files: filesBehind(`/pages/${file}.page.tsx`),
      })),
    ];
    this.emitFile({ type: 'asset', fileName: 'ahead.json', source: JSON.stringify(list) });
  },
};

const worthPacking = 1000;

/** What is sent is packed once, here, as small as it gets; from the disk, because scripts change until they are written. */
const packedFiles: Plugin = {
  name: 'packed-files',
  apply: 'build',
  writeBundle({ dir }, bundle) {
    const worthIt = Object.keys(bundle).filter(
      (name) => name.startsWith('assets/') && statSync(`${dir}/${name}`).size >= worthPacking,
    );
    for (const name of worthIt) {
      const bytes = readFileSync(`${dir}/${name}`);
      writeFileSync(`${dir}/${name}.br`, brotliCompressSync(bytes));
      writeFileSync(`${dir}/${name}.gz`, gzipSync(bytes, { level: 9 }));
    }
  },
};

export default defineConfig({
  root: `${root}apps/web`,
  plugins: [react(), stylesOfEveryPart, filesAhead, packedFiles],
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
      output: { codeSplitting: { groups } },
    },
  },
});
