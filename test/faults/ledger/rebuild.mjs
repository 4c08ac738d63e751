// All sums made anew while people write, ended in the middle, and asked for again.
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { hasEnded, startDetached } from '../../../tools/services/processes.mjs';
import { randomFrom } from '../harness/random.mjs';

const mostTries = 8;
/** The exit code of a command whose database is away. */
const cannotReach = 5;
const patienceMs = 60_000;
/** How long after it began it is killed at most. */
const longestMs = 1_500;

/** `{ killedAt, tries, rebuilt }`: how far it was when it was ended, and what the next one said. */
export async function rebuildTwice(house, seed, say) {
  const random = randomFrom(seed);
  for (let tries = 1; tries <= mostTries; tries++) {
    const killedAt = await killInTheMiddle(house, random);
    if (killedAt === null) continue;
    say(`a rebuild was killed after ${killedAt} opportunities; going on with it`);
    return { killedAt, tries, rebuilt: await rebuild(house) };
  }
  return { killedAt: null, tries: mostTries, rebuilt: null };
}

/** Its connection may be the one that is killed; whoever is told so runs it again. */
async function rebuild(house) {
  for (let tries = 1; ; tries++) {
    const { code, stdout, output } = await house.tandem('rebuild-figures', '--json');
    if (code === 0) return JSON.parse(stdout).opportunities;
    if (code !== cannotReach || tries === mostTries)
      throw new Error(`tandem rebuild-figures ended with ${code}:\n${output.trim()}`);
  }
}

async function killInTheMiddle(house, random) {
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
      if (row?.state !== 'building') continue;
      await pause(random() * longestMs);
      if (hasEnded(child)) return null;
      process.kill(child.pid, 'SIGKILL');
      await gone;
      const [[left]] = await owner.query('SELECT state, built FROM fact_ledger');
      return left.state === 'building' ? Number(left.built) : null;
    }
    await gone;
    return null;
  } finally {
    owner.destroy();
  }
}
