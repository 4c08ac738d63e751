// The folder in which private servers keep their data, sockets and logs, readable by its owner alone.
import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { PlainError } from '../plain-error.mjs';

const longestSocketPath = 100; // the system allows 107 bytes on Linux and 103 on macOS
const longestSocketName = 'mariadb.sock.lock';
const plainPath = /^[\w./-]+$/; // goes into connection addresses as it is

/** Makes the folder and says where things are in it. */
export function openDataFolder(root) {
  const folder = path.resolve(root);
  makePrivate(folder);
  const logs = path.join(folder, 'logs');
  makePrivate(logs);
  return {
    root: folder,
    logs,
    run: socketFolder(folder),
    lock: path.join(folder, 'launcher.lock'),
    instances: path.join(folder, 'instances.json'),
    logOf: (name) => path.join(logs, `${name}.log`),
  };
}

/** Sockets lie in the data folder, or in a short folder of the temporary one when that path is too long for a socket. */
function socketFolder(folder) {
  const mark = createHash('sha256').update(folder).digest('hex').slice(0, 12);
  const candidates = [path.join(folder, 'run'), path.join(os.tmpdir(), `tandem-${mark}`), `/tmp/tandem-${mark}`];
  const run = candidates.find(
    (candidate) =>
      plainPath.test(candidate) && Buffer.byteLength(path.join(candidate, longestSocketName)) < longestSocketPath,
  );
  if (!run) throw new PlainError(`No folder with a path short enough for a socket was found for ${folder}.`);
  makePrivate(run);
  return run;
}

/** A log that has grown past 10 MB becomes `<name>.log.1` before its writer starts again. */
export function turnLog(file) {
  try {
    if (statSync(file).size > 10 * 2 ** 20) renameSync(file, `${file}.1`);
  } catch {
    // no log yet
  }
}

export function removeFiles(...files) {
  for (const file of files) rmSync(file, { force: true });
}

function makePrivate(folder) {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new PlainError(`The folder ${folder} cannot be made: ${error.message}.`);
  }
  const found = lstatSync(folder);
  const mine = found.uid === (process.getuid?.() ?? found.uid);
  if (!found.isDirectory() || !mine) {
    throw new PlainError(`${folder} belongs to another user: remove it, or start Tandem as that user.`);
  }
}
