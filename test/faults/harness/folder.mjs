// Where a run keeps its data, sockets, logs and its own copy of the product; on a disk, because durable is what is tested.
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from '../../../tools/launcher/settings.mjs';
import { openDataFolder } from '../../../tools/services/data-folder.mjs';
import { birthOf } from '../../../tools/services/processes.mjs';
import { diskIn, unmount } from './small-disk.mjs';

const prefix = 'tandem-faults-';

/** A new folder; those of runs that were killed themselves are swept. */
export function openRunFolder() {
  for (const name of readdirSync(os.tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const owner = Number(name.slice(prefix.length).split('-')[0]);
    if (owner && birthOf(owner) === null) sweep(path.join(os.tmpdir(), name));
  }
  const folder = openDataFolder(mkdtempSync(path.join(os.tmpdir(), `${prefix}${process.pid}-`)));
  const product = path.join(folder.root, 'product');
  copyProduct(product);
  return {
    ...folder,
    product,
    journal: path.join(folder.root, 'journal.jsonl'),
    webhooks: path.join(folder.root, 'webhooks.jsonl'),
    socketOf: (name) => path.join(folder.run, `${name}.sock`),
    /** As it is started, or the modules one by one, for whoever changes one of them before it runs. */
    mainOf: (app, { isPacked = true } = {}) =>
      path.join(product, 'dist', ...(isPacked ? ['packed', `${app}.js`] : ['apps', app, 'src', 'main.js'])),
    /** Keeps journals and logs of a run that failed, and says where. */
    keepEvidence(name) {
      const kept = path.join(root, '.data', 'faults', name);
      rmSync(kept, { recursive: true, force: true });
      for (const part of ['journal.jsonl', 'webhooks.jsonl', 'logs'].filter((each) =>
        existsSync(path.join(folder.root, each)),
      ))
        cpSync(path.join(folder.root, part), path.join(kept, part), { recursive: true });
      return path.relative(root, kept);
    },
    remove() {
      for (const made of [folder.root, folder.run]) rmSync(made, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function sweep(left) {
  unmount(diskIn(left));
  rmSync(left, { recursive: true, force: true });
}

/** A build that somebody starts meanwhile must not change the product under the run. */
function copyProduct(to) {
  for (const part of ['apps', 'libs', 'packed'])
    cpSync(path.join(root, 'dist', part), path.join(to, 'dist', part), { recursive: true });
  cpSync(path.join(root, 'package.json'), path.join(to, 'package.json'));
  symlinkSync(path.join(root, 'node_modules'), path.join(to, 'node_modules'));
}
