// Building the product: the server by nest-cli with swc and rolldown, the web by vite; each only when its sources have changed.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { root } from '../launcher/settings.mjs';
import { PlainError } from '../plain-error.mjs';
import { waitForLock } from '../launcher/lock.mjs';
import { isFresh, markOf, stamp } from './freshness.mjs';
import { packServer } from './pack-server.mjs';
import { runQuietly } from './run.mjs';

const dist = path.join(root, 'dist');
/** Made of many sources, and of none alone. */
const packedFolders = ['web', 'modules'];
const settings = ['package-lock.json', 'tsconfig.json'];

export const server = {
  name: 'server',
  sources: ['apps/api', 'apps/worker', 'apps/cli', 'libs', 'nest-cli.json', '.swcrc', ...settings],
  made: 'dist/packed/api.js',
  command: ['node_modules/@nestjs/cli/bin/nest.js', 'build', 'api'],
  afterwards: () => {
    removeOutputsWithoutSource();
    return packServer(dist);
  },
};

export const web = {
  name: 'web',
  sources: ['apps/web', 'libs/contracts', 'libs/language', ...settings],
  made: 'dist/web/index.html',
  command: ['node_modules/vite/bin/vite.js', 'build', 'apps/web', '--config', 'apps/web/vite.config.ts'],
  afterwards: () => {},
};

/** What jest reads in place of a part of node_modules. */
export const modulesOfTests = {
  name: 'modules of the tests',
  sources: ['tools/tests/pack-modules.mjs', 'tools/tests/packed-modules.mjs', ...settings],
  made: 'dist/modules/typeorm.js',
  command: ['tools/tests/pack-modules.mjs'],
  afterwards: () => {},
};

/** Builds what is stale, the parts side by side. */
export async function buildWhatIsStale(parts, say) {
  if (parts.every(isCurrent)) return;
  const unlock = await waitForLock(path.join(root, '.data', 'build.lock'), 'build');
  try {
    await Promise.all(parts.filter((part) => !isCurrent(part)).map((part) => build(part, say)));
  } finally {
    unlock();
  }
}

export async function build(part, say) {
  const mark = markOf(part.sources); // taken before: a change during the build makes it stale again
  say(`Building the ${part.name} …`);
  const { code, output } = await runQuietly(process.execPath, part.command, { cwd: root });
  if (code !== 0) throw new PlainError(`The ${part.name} does not build:\n${output.trim()}`);
  await part.afterwards();
  stamp(stampOf(part), mark);
}

const isCurrent = (part) => existsSync(path.join(root, part.made)) && isFresh(stampOf(part), markOf(part.sources));

const stampOf = (part) => path.join(dist, `.${part.name}.stamp`);

/** A migration or job whose source was removed must not live on in the output. */
function removeOutputsWithoutSource(folder = dist) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const output = path.join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!packedFolders.includes(entry.name) || folder !== dist) removeOutputsWithoutSource(output);
    } else if (/\.js(\.map)?$/.test(entry.name)) {
      const source = path.join(root, path.relative(dist, output)).replace(/\.js(\.map)?$/, '.ts');
      if (!existsSync(source)) rmSync(output);
    }
  }
}
