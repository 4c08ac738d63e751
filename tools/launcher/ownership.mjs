// Who works on a data folder: one launcher at a time; commands are guests of it, or owners for as long as they run.
import { publishedInstances } from './instances.mjs';
import { ownerOf, tryLock, waitForLock } from './lock.mjs';
import { PlainError } from '../plain-error.mjs';
import { sleep } from '../services/processes.mjs';

const lastingActs = ['start', 'dev'];
const patienceMs = 180_000; // a first start installs and builds

/** Takes the folder for `npm start` or `npm run dev`; waits for a command that is using it, refuses beside another launcher. */
export async function takeDataFolder(folder, act, say) {
  const unlock = tryLock(folder.lock, act);
  if (unlock) return unlock;
  const owner = ownerOf(folder.lock);
  if (owner && lastingActs.includes(owner.act)) {
    const where = publishedInstances(folder, owner.pid)?.address ?? 'it is still starting';
    throw new PlainError(`Tandem already runs from this folder: ${where} (process ${owner.pid}).`);
  }
  say('Waiting for a tandem command that is using the database …');
  return waitForLock(folder.lock, act);
}

/** For one command: the addresses of a running launcher, or the folder itself when nobody has it. */
export async function joinOrTakeDataFolder(folder, say) {
  let told = false;
  for (const until = Date.now() + patienceMs; Date.now() < until; await sleep(100)) {
    const unlock = tryLock(folder.lock, 'command');
    if (unlock) return { unlock };
    const owner = ownerOf(folder.lock);
    const published = owner && publishedInstances(folder, owner.pid);
    if (published) return { urls: published.urls };
    if (!told) say(`Waiting for ${lastingActs.includes(owner?.act) ? 'Tandem to start' : 'another tandem command'} …`);
    told = true;
  }
  const owner = ownerOf(folder.lock);
  throw new PlainError(
    `Process ${owner?.pid ?? '?'} has been using ${folder.root} for too long: stop it and try again.`,
  );
}
