// The peers are 620 MB, which nobody needs who does not compare: the benchmark installs them into a folder of their own.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { runOpenly } from '../../../../tools/product/run.mjs';

const folder = path.resolve(import.meta.dirname, '..', '..', 'peers');

/** Imports a package of the peers, installing all of them when they are not there. */
export async function importPeer(name, say) {
  if (!existsSync(path.join(folder, 'node_modules', '.package-lock.json'))) {
    say('Installing DuckDB and ClickHouse with npm (620 MB) …');
    const flags = ['install', '--no-audit', '--no-fund', '--no-package-lock', '--loglevel=error'];
    const code = await runOpenly('npm', flags, { stdio: ['ignore', 2, 2], cwd: folder });
    if (code !== 0) throw new Error(`npm install failed (${code})`);
  }
  const from = createRequire(path.join(folder, 'package.json'));
  return import(pathToFileURL(from.resolve(name)).href);
}
