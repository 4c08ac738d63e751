// `npm run faults -- fact-ledger`: many people write, whoever folds is killed every few seconds, and in one snapshot after the other
// the sums with the tail must be what the records say. The same load with the tail read in the obvious way must be caught.
import { setTimeout as pause } from 'node:timers/promises';
import { openHouse } from '../harness/house.mjs';
import { judgeByVerify } from '../judge/verify.mjs';
import { openClient } from '../load/http-client.mjs';
import { openJournal } from '../load/journal.mjs';
import { moveIn } from '../load/prepare.mjs';
import { openComparer } from './comparer.mjs';
import { emptyTables, openDesk, openFleet } from './company.mjs';
import { startKiller } from './killer.mjs';
import { rebuildTwice } from './rebuild.mjs';
import { printLedger } from './report.mjs';
import { readLedgerSettings } from './settings.mjs';
import { watchTail } from './tail-watch.mjs';
import { startWriters } from './writers.mjs';

/** Enough for a rebuild to take several transactions, so that there is a middle to be killed in. */
const rebuiltAtLeast = 1_600;
const fewestWhileRebuilding = 5;
/** What there is to say of the records that were written: the rest was emptied. */
const laws = ['I1', 'I2', 'I3', 'I4', 'I5', 'I14', 'I20', 'I25'];
const controlSnapshots = 25;
const drainMs = 60_000;

/** What is not folded yet, in either way. */
const tails = {
  product: 'fact_tail',
  watermark: '(SELECT id FROM fact_tail WHERE id > (SELECT seen FROM naive_watermark)) behind',
};

const naive = {
  NODE_OPTIONS: `--import=${new URL('naive-watermark.mjs', import.meta.url).href}`,
};

/** `{ close, play }`: close ends everything that was started. */
export function openLedgerRun(say, environment = process.env) {
  const settings = readLedgerSettings(environment);
  let house = null;
  return {
    close: async () => house?.close(),
    async play() {
      const seen = {};
      for (const way of settings.way ? [settings.way] : ['product', 'watermark']) {
        say(`${way}: starting MariaDB and Redis`);
        house = await openHouse(furniture(settings, way), say);
        try {
          seen[way] = await playWay(way, settings, house, say);
        } catch (error) {
          say(`journal and logs are kept in ${house.folder.keepEvidence(`fact-ledger-${way}-${settings.seed}`)}`);
          throw error;
        }
        const isAsItShould = way === 'watermark' ? seen[way].wrong > 0 : seen[way].wrong === 0;
        if (settings.keep || !isAsItShould)
          say(`journal and logs are kept in ${house.folder.keepEvidence(`fact-ledger-${way}-${settings.seed}`)}`);
        await house.close();
        house = null;
      }
      return printLedger(settings, seen) ? 0 : 1;
    },
  };
}

const furniture = ({ seed, workers }, way) => ({
  seed,
  workers,
  apis: 1,
  clocks: { apis: [], workers: [] },
  environment: way === 'watermark' ? naive : {},
});

async function playWay(way, settings, house, say) {
  const client = openClient();
  const journal = await openJournal(house.folder.journal);
  await moveIn(house, say);
  if (way === 'watermark') await rememberHighest(house);
  const desk = await openDesk(house, client);
  const comparer = await openComparer(house, { name: 'comparer' });
  const seen = emptyTally();
  const scene = { way, settings, house, client, journal, desk, comparer, seen, say };
  try {
    const wanted = way === 'watermark' ? Math.min(controlSnapshots, settings.snapshots) : settings.snapshots;
    for (let round = 1; seen.snapshots < wanted; round++) {
      await playRound(scene, { round, until: Math.min(wanted, seen.snapshots + settings.round) });
      const example = seen.examples.length > 0 ? `: ${String(seen.examples[0])}` : '';
      say(`${seen.snapshots} of ${wanted} snapshots, ${seen.wrong} wrong${example}`);
    }
    if (way === 'product') {
      seen.rebuild = await playRebuild(scene);
      seen.verify = await judgeByVerify(house, laws);
    }
    return seen;
  } finally {
    await comparer.close();
    await journal.close();
    client.close();
  }
}

const emptyTally = () => ({
  snapshots: 0,
  wrong: 0,
  unreadable: 0,
  failed: 0,
  drained: 0,
  undrained: 0,
  examples: [],
  mostMoves: 0,
  ms: [],
  lengths: [],
  lags: [],
  kills: { workers: 0, connections: 0 },
  rests: 0,
  done: 0,
  refused: 0,
  lost: 0,
  kinds: {},
  strange: [],
  seconds: 0,
});

async function playRound(scene, { round, until }) {
  const { way, settings, house, client, journal, desk, comparer, seen } = scene;
  await emptyTables(house);
  const fleet = await openFleet(house, client, desk, settings.opportunities);
  const seed = settings.seed * 100 + round;
  const tail = watchTail(house, tails[way]);
  const writers = startWriters(house, client, { desk, fleet, seed, clients: settings.clients, journal, tail });
  const killer = startKiller(house, tail, { seed, killEvery: settings.killEvery });
  while (seen.snapshots < until) note(seen, await comparer.look());
  await killer.stop();
  await settle(seen, { writers, killer, tail });
  await drain(scene);
}

/** A rebuild of more opportunities than one transaction takes, killed in the middle, while everybody goes on. */
async function playRebuild(scene) {
  const { way, settings, house, client, journal, desk, comparer, seen, say } = scene;
  const fleet = await openFleet(house, client, desk, Math.max(rebuiltAtLeast, settings.opportunities));
  const seed = settings.seed * 100;
  const tail = watchTail(house, tails[way]);
  const writers = startWriters(house, client, { desk, fleet, seed, clients: settings.clients, journal, tail });
  const killer = startKiller(house, tail, { seed, killEvery: settings.killEvery });
  const rebuilt = await rebuildTwice(house, seed, say);
  for (const enough = seen.snapshots + fewestWhileRebuilding; seen.snapshots < enough;)
    note(seen, await comparer.look());
  await killer.stop();
  await settle(seen, { writers, killer, tail });
  await drain(scene);
  return rebuilt;
}

async function settle(seen, { writers, killer, tail }) {
  seen.seconds += await writers.stop();
  const { lengths, lags } = await tail.stop();
  seen.lengths.push(...lengths);
  seen.lags.push(...lags);
  for (const name of Object.keys(seen.kills)) seen.kills[name] += killer.kills[name];
  const { rests, done, refused, lost, kinds, wrong } = writers.counts;
  Object.assign(seen, {
    rests: seen.rests + rests,
    done: seen.done + done,
    refused: seen.refused + refused,
    lost: seen.lost + lost,
  });
  for (const [kind, count] of Object.entries(kinds)) seen.kinds[kind] = (seen.kinds[kind] ?? 0) + count;
  seen.strange.push(...wrong);
}

/** When nobody writes any more everything is folded within a minute, and then the sums alone are what the records say. */
async function drain({ way, house, comparer, seen }) {
  for (const until = performance.now() + drainMs; performance.now() < until; await pause(200)) {
    const [{ left }] = await house.ask(`SELECT COUNT(*) AS \`left\` FROM ${tails[way]}`);
    if (Number(left) > 0) continue;
    const looked = await comparer.look();
    if (!looked.isReadable) continue;
    note(seen, looked);
    seen.drained += 1;
    return;
  }
  seen.undrained += 1;
}

function note(seen, { failed, isReadable, differences, examples, moves, ms }) {
  if (failed) {
    seen.failed += 1;
    return;
  }
  if (!isReadable) {
    seen.unreadable += 1;
    return;
  }
  seen.snapshots += 1;
  seen.ms.push(ms);
  seen.mostMoves = Math.max(seen.mostMoves, moves);
  if (differences === 0) return;
  seen.wrong += 1;
  if (seen.examples.length < 5)
    seen.examples.push(`snapshot ${seen.snapshots}: ${differences} rows, ${JSON.stringify(examples)}`);
}

/** Where the obvious way keeps how far it is. */
async function rememberHighest(house) {
  await house.ask('CREATE TABLE naive_watermark (seen BIGINT UNSIGNED NOT NULL)');
  await house.ask('INSERT INTO naive_watermark VALUES (0)');
  await house.ask(`GRANT SELECT, UPDATE ON naive_watermark TO tandem@localhost`);
}
