// Ends whoever folds, every few seconds: the whole worker, or only its connection in the middle of folding.
import { setTimeout as pause } from 'node:timers/promises';
import { randomFrom } from '../harness/random.mjs';

const aimMs = 2_000;
/** There is no such connection any more. */
const isGone = (error) => error.errno === 1094;

/** In one packet, so that what is found there is still there when it is struck. */
const killFolding = `SET @victim = 0;
  SELECT id INTO @victim FROM information_schema.processlist
  WHERE user = 'tandem' AND (info LIKE '%INTO rollup_%' OR info LIKE '%fact_ledger%' OR info LIKE '%folded_opportunity%') LIMIT 1;
  KILL @victim`;

/** Whoever is started anew on a busy machine takes a while: nobody is killed before something was folded since the last time. */
export function startKiller(house, tail, { seed, killEvery }) {
  const random = randomFrom(seed + 77);
  const kills = { workers: 0, connections: 0 };
  let isOn = true;
  const killing = kill();
  // What goes wrong is told to whoever stops it.
  killing.catch(() => undefined);

  async function kill() {
    const owner = await house.connectAsOwner({ multipleStatements: true });
    try {
      for (let number = 0; isOn; number++) {
        const since = performance.now();
        await pause(killEvery * 1_000 * (0.6 + 0.8 * random()));
        while (isOn && tail.foldedAt < since) await pause(50);
        if (!isOn) return;
        if (number % 3 === 2) await killConnection(owner);
        else await killWorker(house.workers[Math.floor(random() * house.workers.length)]);
      }
    } finally {
      owner.destroy();
    }
  }

  async function killWorker(worker) {
    await worker.kill();
    kills.workers += 1;
    // Somebody else goes on meanwhile, or nobody does and the tail grows.
    void worker.up();
  }

  async function killConnection(owner) {
    for (const until = performance.now() + aimMs; isOn && performance.now() < until;) {
      try {
        await owner.query(killFolding);
        kills.connections += 1;
        return;
      } catch (error) {
        if (!isGone(error)) throw error;
      }
    }
  }

  return {
    kills,
    async stop() {
      isOn = false;
      await killing;
    },
  };
}
