// A disk of its own for the data of MariaDB, small enough to be filled. It is memory that is mounted, which only root may do, and
// not everywhere: in many containers nobody may.
import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import { cannotBeHad } from '../cannot-be-had.mjs';

const megabytes = 300;

export const diskIn = (folder) => path.join(folder, 'disk');

/** `{ root, fill, free, unmount }`; throws one sentence where it cannot be had. */
export function mountSmallDisk(at, { program = 'mount' } = {}) {
  mkdirSync(at, { recursive: true });
  const mounted = spawnSync(program, ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=700`, 'tandem-faults', at], {
    encoding: 'utf8',
  });
  if (mounted.status !== 0) {
    const why = (mounted.stderr || mounted.error?.message || '').trim().split('\n')[0];
    throw cannotBeHad(`A disk that can be filled takes root on Linux and leave to mount (${why || 'refused'}).`);
  }
  const ballast = path.join(at, 'ballast');
  return {
    root: at,
    /** Takes what room is left, to the last block; gives how many bytes it took. */
    fill: () => writeUntilFull(ballast),
    free: () => rmSync(ballast, { force: true }),
    unmount: () => unmount(at),
  };
}

/** Lets go of it even when something still has a file open there; nobody needs what is on it. */
export function unmount(at) {
  if (existsSync(at)) spawnSync('umount', ['--lazy', at]);
}

/** Whoever frees a block meanwhile finds it taken only if that was before the end. */
function writeUntilFull(file) {
  const handle = openSync(file, 'a');
  let written = 0;
  try {
    for (const bytes of [2 ** 20, 4_096]) {
      const block = Buffer.alloc(bytes);
      for (let room = true; room;) {
        const size = writeSome(handle, block);
        written += size;
        room = size === bytes;
      }
    }
  } finally {
    closeSync(handle);
  }
  return written;
}

function writeSome(handle, block) {
  try {
    return writeSync(handle, block);
  } catch (error) {
    if (error.code !== 'ENOSPC') throw error;
    return 0;
  }
}
