// The first files of a database server: made once, never left half-made.
import { spawn } from 'node:child_process';
import {
  accessSync,
  closeSync,
  constants,
  cpSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { isRoot } from './users.mjs';
import { PlainError } from '../plain-error.mjs';

const madeBy = 'tandem-made-by';

/** Both servers refuse uid 0 unless they are told so. */
export const asUser = () => (isRoot() ? ['--user=root'] : []);

/** Makes the system tables in `folder` unless they are there. In memory first, where there is some: 0.5 s instead of 3 s. */
export async function makeDatabaseFiles(server, folder) {
  if (existsSync(folder)) return refuseOtherFlavour(server, folder);
  const parent = path.dirname(folder);
  mkdirSync(parent, { recursive: true });
  const workshop = mkdtempSync(path.join(memoryFolder() ?? parent, 'tandem-init-'));
  const fresh = path.join(workshop, 'files');
  const next = `${folder}.next`;
  try {
    await run(server.installer ?? server.program, initialArguments(server, fresh));
    writeFileSync(path.join(fresh, madeBy), server.flavour);
    rmSync(next, { recursive: true, force: true });
    cpSync(fresh, next, { recursive: true, preserveTimestamps: true });
    flush(next);
    renameSync(next, folder);
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
}

/** A folder in memory with room for a small server, or null. */
export function memoryFolder(minimumBytes = 512 * 2 ** 20) {
  try {
    const { bavail, bsize } = statfsSync('/dev/shm');
    accessSync('/dev/shm', constants.W_OK);
    return bavail * bsize > minimumBytes ? '/dev/shm' : null;
  } catch {
    return null;
  }
}

function initialArguments({ flavour }, folder) {
  const both = ['--no-defaults', ...asUser(), `--datadir=${folder}`, '--innodb-flush-log-at-trx-commit=0'];
  if (flavour === 'mysql') return [...both, '--initialize-insecure'];
  return [
    ...both,
    '--auth-root-authentication-method=normal',
    '--skip-test-db',
    '--skip-name-resolve',
    '--innodb-log-file-size=32M',
    '--innodb-buffer-pool-size=64M',
    '--innodb-doublewrite=0',
  ];
}

/** A crash of the machine right after the rename must not find empty files behind the final name. */
function flush(folder) {
  for (const name of readdirSync(folder, { recursive: true })) {
    const file = path.join(folder, name);
    if (!statSync(file).isFile()) continue;
    const opened = openSync(file, 'r');
    fsyncSync(opened);
    closeSync(opened);
  }
}

function refuseOtherFlavour(server, folder) {
  const flavour = existsSync(path.join(folder, madeBy))
    ? readFileSync(path.join(folder, madeBy), 'utf8')
    : server.flavour;
  if (flavour === server.flavour) return;
  throw new PlainError(
    `${folder} was made by ${flavour}, but the server found here is ${server.flavour} (${server.program}): ` +
      'install the former again, or set MARIADBD_BIN to it.',
  );
}

function run(program, args) {
  return new Promise((resolve, reject) => {
    let output = '';
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text));
    child.once('error', reject);
    child.once('close', (code, signal) =>
      code === 0
        ? resolve()
        : reject(new PlainError(`The database could not be set up (${signal ?? code}):\n${output}`)),
    );
  });
}
