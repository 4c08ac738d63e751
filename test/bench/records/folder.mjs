// The folder of one run of a benchmark; it goes with the run.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openDataFolder } from '../../../tools/services/data-folder.mjs';
import { memoryFolder } from '../../../tools/services/database-files.mjs';

const gigabyte = 2 ** 30;

export function openRunFolder({ inMemory }) {
  const base = (inMemory && memoryFolder(4 * gigabyte)) || os.tmpdir();
  const root = mkdtempSync(path.join(base, 'tandem-bench-'));
  const folder = openDataFolder(root);
  const remove = () => {
    for (const made of [root, folder.run]) rmSync(made, { recursive: true, force: true });
  };
  return { ...folder, remove };
}

/** A third of the memory of this machine, at most eight, in GB. */
export const usualPool = () => Math.max(1, Math.min(8, Math.floor(os.totalmem() / 3 / gigabyte)));
