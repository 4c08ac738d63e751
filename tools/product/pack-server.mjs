// What a process of the server reads at its start, in a few files instead of a thousand: half the time until it works. The modules it was
// made of stay as they are, and do the same.
import { readFile } from 'node:fs/promises';
import path from 'node:path';

const apps = ['api', 'worker', 'cli'];

/** Packed with our own modules. All the others stay in node_modules, where some look for files of their own. */
const packed = /^@nestjs\//;

/** What Nest would use were it installed: it asks when it runs, and finds nothing. */
const optional = /^@nestjs\/(websockets|microservices|platform-express)/;

/** Modules come with the maps that lead to their sources, so that an error names these. */
const withTheirMaps = {
  name: 'with-their-maps',
  async load(id) {
    if (!id.endsWith('.js') || id.includes('node_modules')) return null;
    const [code, map] = await Promise.all([readFile(id, 'utf8'), readFile(`${id}.map`, 'utf8')]);
    return { code, map };
  },
};

export async function packServer(dist) {
  // Here and not above: on a fresh clone this module is read before the packages are there.
  const { rolldown } = await import('rolldown');
  const bundle = await rolldown({
    input: Object.fromEntries(apps.map((app) => [app, path.join(dist, 'apps', app, 'src', 'main.js')])),
    platform: 'node',
    external: (id) => !path.isAbsolute(id) && !id.startsWith('.') && (!packed.test(id) || optional.test(id)),
    plugins: [withTheirMaps],
  });
  await bundle.write({
    dir: dist,
    entryFileNames: 'packed/[name].js',
    chunkFileNames: 'packed/[name]-[hash].js',
    sourcemap: true,
    keepNames: true,
  });
  await bundle.close();
}
