// The folder of a run: one that goes with it, or one that somebody named, which stays.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { tryLock } from '../../../tools/launcher/lock.mjs';
import { PlainError } from '../../../tools/plain-error.mjs';
import { openDataFolder } from '../../../tools/services/data-folder.mjs';
import { memoryFolder } from '../../../tools/services/database-files.mjs';
import { judgeFolder, noteName } from '../running/kept-data.mjs';

const gigabyte = 2 ** 30;

export function openRunFolder({ inMemory }) {
  const base = (inMemory && memoryFolder(4 * gigabyte)) || os.tmpdir();
  const root = mkdtempSync(path.join(base, 'tandem-bench-'));
  const folder = openDataFolder(root);
  const remove = () => {
    for (const made of [root, folder.run]) rmSync(made, { recursive: true, force: true });
  };
  return { ...folder, isKept: false, remove };
}

/**
 * A folder whose database is kept: `note` says what is in it, null where it has to be filled, and `write` replaces it. Throws a sentence
 * where it holds anything else than the size and days that are wanted, or another benchmark is at it.
 */
export function openKeptFolder(dir, { size, days }) {
  const root = path.resolve(dir);
  const note = judgeFolder({ root, ...contentsOf(root), size, days });
  const folder = openDataFolder(root);
  const unlock = tryLock(folder.lock, 'benchmark');
  if (!unlock) throw new PlainError(`Another benchmark works in ${root}.`);
  const write = (note) => writeFileSync(path.join(root, noteName), `${JSON.stringify(note, null, 2)}\n`);
  return { ...folder, isKept: true, note, remove: unlock, write };
}

function contentsOf(root) {
  const names = existsSync(root) ? readdirSync(root) : [];
  return { names, text: names.includes(noteName) ? readFileSync(path.join(root, noteName), 'utf8') : null };
}

/** Bytes that are free where a folder lies. */
export function freeBytes({ root }) {
  const { bavail, bsize } = statfsSync(root);
  return bavail * bsize;
}

/** A third of the memory of this machine, at most eight, in GB. */
export const usualPool = () => Math.max(1, Math.min(8, Math.floor(os.totalmem() / 3 / gigabyte)));
