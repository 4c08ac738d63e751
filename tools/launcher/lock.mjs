// One owner at a time: of a data folder, of a build. A lock whose owner died is taken over.
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { birthOf, sleep } from '../services/processes.mjs';

/** The lock, as a function that gives it back, or null when somebody else holds it. */
export function tryLock(file, act) {
  if (claim(file, act)) return release(file);
  if (ownerOf(file)) return null;
  buryDead(file);
  return claim(file, act) ? release(file) : null;
}

/** Waits for the lock; `onWait(owner)` is called once, when it is not to be had at once. */
export async function waitForLock(file, act, onWait = () => {}) {
  for (let told = false; ; told = true) {
    const unlock = tryLock(file, act);
    if (unlock) return unlock;
    if (!told) onWait(ownerOf(file));
    await sleep(100);
  }
}

/** Who holds the lock now: `{ pid, act }`, or null when nobody who lives. */
export function ownerOf(file) {
  try {
    const { pid, birth, act } = JSON.parse(readFileSync(file, 'utf8'));
    return birth !== null && birthOf(pid) === birth ? { pid, act } : null;
  } catch {
    return null;
  }
}

/** Linking a finished file is atomic: nobody ever reads half a lock. */
function claim(file, act) {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const mine = `${file}.${process.pid}`;
  writeFileSync(mine, JSON.stringify({ pid: process.pid, birth: birthOf(process.pid), act }), { mode: 0o600 });
  try {
    linkSync(mine, file);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(mine, { force: true });
  }
}

/** Moves a dead lock out of the way; one that was taken over in this very moment goes back. */
function buryDead(file) {
  const grave = `${file}.dead-${process.pid}`;
  try {
    renameSync(file, grave);
    if (ownerOf(grave)) linkSync(grave, file);
  } catch {
    // somebody else buried it
  } finally {
    rmSync(grave, { force: true });
  }
}

function release(file) {
  return () => {
    if (ownerOf(file)?.pid === process.pid) rmSync(file, { force: true });
  };
}
