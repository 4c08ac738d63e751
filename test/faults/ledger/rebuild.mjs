// All sums made anew while people write, ended in the middle, and asked for again.
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { hasEnded, startDetached } from '../../../tools/services/processes.mjs';

const mostTries = 8;
const patienceMs = 60_000;

/** `{ killedAt, tries, rebuilt }`: how far it was when it was ended, and what the next one said. */
export async function rebuildTwice(house, say) {
  for (let tries = 1; tries <= mostTries; tries++) {
    const killedAt = await killInTheMiddle(house);
    if (killedAt === null) continue;
    say(`a rebuild was killed after ${killedAt} opportunities; going on with it`);
    const rebuilt = JSON.parse(await house.command('rebuild-figures', '--json'));
    return { killedAt, tries, rebuilt: rebuilt.opportunities };
  }
  return { killedAt: null, tries: mostTries, rebuilt: null };
}

async function killInTheMiddle(house) {
  const owner = await house.connectAsOwner();
  const child = startDetached(process.execPath, [house.folder.mainOf('cli'), 'rebuild-figures', '--json'], {
    env: house.env,
    cwd: house.folder.root,
    logFile: house.folder.logOf('rebuild'),
    endWithLauncher: 'KILL',
  });
  const gone = hasEnded(child) ? Promise.resolve() : once(child, 'exit');
  try {
    for (const until = performance.now() + patienceMs; !hasEnded(child) && performance.now() < until; await pause(2)) {
      const [[row]] = await owner.query('SELECT state, built FROM fact_ledger');
      if (row?.state !== 'building' || Number(row.built) === 0) continue;
      process.kill(child.pid, 'SIGKILL');
      await gone;
      return Number(row.built);
    }
    await gone;
    return null;
  } finally {
    owner.destroy();
  }
}
