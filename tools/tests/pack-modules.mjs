// The modules of others that the server is made of, in a few files instead of two thousand: jest reads all of them again for each file
// of tests, which took longer than most of what these test.
import path from 'node:path';
import { rolldown } from 'rolldown';
import { root } from '../launcher/settings.mjs';
import { packedModules } from './packed-modules.mjs';

/** Left where they are: native ones, those that look for files beside them, and one that changes the realm for all the others. */
const outside = /^(@node-rs\/|pino$|thread-stream$|reflect-metadata$)/;

const bundle = await rolldown({
  input: Object.fromEntries(Object.entries(packedModules).map(([name, file]) => [file, `exports-of:${name}`])),
  platform: 'node',
  plugins: [{ name: 'exports-of', resolveId, load }],
  logLevel: 'silent',
});
await bundle.write({ dir: path.join(root, 'dist', 'modules') });
await bundle.close();

async function resolveId(id, importer, options) {
  if (id.startsWith('exports-of:')) return `\0${id}`;
  if (outside.test(id)) return { id, external: true };
  if (id.startsWith('.') || path.isAbsolute(id)) return null;
  const found = await this.resolve(id, importer?.startsWith('\0') ? path.join(root, 'package.json') : importer, {
    ...options,
    skipSelf: true,
  });
  return found ?? { id, external: true };
}

/** Names are asked of the module itself, because a bundler does not know those of CommonJS. */
async function load(id) {
  if (!id.startsWith('\0exports-of:')) return null;
  const name = id.slice('\0exports-of:'.length);
  const names = Object.keys(await import(name)).filter((each) => each !== 'module.exports');
  return `export { ${names.join(', ')} } from '${name}';`;
}
