// One run from the first process to the last question: set up, disturb, heal, wait, look.
import { setTimeout as pause } from 'node:timers/promises';
import { openClient } from './load/http-client.mjs';
import { everyCut, someStalls, sweepCuts } from './load/cut-sweep.mjs';
import { letAgendasFallDue } from './load/fall-due.mjs';
import { openJournal } from './load/journal.mjs';
import { startLoad } from './load/load.mjs';
import { moveIn, prepareFleet } from './load/prepare.mjs';
import { subscribe, toldTopics } from './load/subscribe.mjs';
import { openReader } from './load/reader.mjs';
import { openTally } from './load/tally.mjs';
import { untilQuiet } from './harness/quiet.mjs';
import { recoveryOf } from './harness/recovery.mjs';
import { watchStandstill } from './harness/standstill.mjs';
import { carryOut } from './strikes/carry-out.mjs';
import { judgeBackup } from './judge/backups.mjs';
import { judgeClocks } from './judge/clocks.mjs';
import { judgeMeetings } from './judge/meetings.mjs';
import { judgeMoves } from './judge/moves.mjs';
import { readEvents, readJournal, readMeetings, readMoves, readStamps } from './judge/read-facts.mjs';
import { judgeByVerify } from './judge/verify.mjs';
import { judgeWebhooks } from './judge/webhooks.mjs';

const cutLanes = 4;
const calmMs = 3_000;

/** Everything that was seen; what it means is said elsewhere. */
export async function play(run, house, say) {
  const since = new Date();
  const client = openClient();
  const journal = await openJournal(house.folder.journal);
  await moveIn(house, say);
  await subscribe(house, client);
  const subscribedAt = new Date();
  const spare = Math.max(run.step > 0 ? cutLanes : 0, run.stalls);
  const { fleet, ...desk } = await prepareFleet(house, client, run.opportunities + spare);
  const tally = openTally();
  const way = { ...desk, seed: run.seed, journal, tally, say };
  const cpu = process.cpuUsage();
  const standstill = watchStandstill();

  const load = run.seconds > 0 ? await disturb(run, house, { ...way, client, fleet: fleet.slice(spare) }) : null;
  const cuts = await breakRequests(run, house, { ...way, fleet: fleet.slice(0, spare) });
  const { user, system } = process.cpuUsage(cpu);
  const stoodStillMs = standstill.longestMs;
  standstill.stop();

  say('healing, and waiting for quiet');
  house.heal();
  await journal.close();
  const quiet = await untilQuiet(house, since);
  await house.webhookSink.close();
  say(`${quiet.isQuiet ? 'quiet' : 'not quiet'} after ${quiet.ms} ms; looking at what is left`);
  const facts = await lookAtWhatIsLeft(house, { fleet, since, subscribedAt });
  client.close();
  const endedByItself = house.parts().filter((part) => part.endedByItself > 0);
  return { tally, load, cuts, quiet, ...facts, endedByItself, stoodStillMs, clientCpuSeconds: (user + system) / 1e6 };
}

async function lookAtWhatIsLeft(house, { fleet, since, subscribedAt }) {
  const journal = await readJournal(house.folder.journal);
  const ids = fleet.map(({ id }) => id);
  const { log, rows } = await readMoves(house, ids);
  const events = await readEvents(house, toldTopics, subscribedAt);
  const deliveries = await readJournal(house.folder.webhooks);
  const verify = await judgeByVerify(house);
  return {
    moves: judgeMoves({ journal, log, rows }),
    meetings: judgeMeetings({ ...(await readMeetings(house, since)), taken: house.sink.taken }),
    webhooks: judgeWebhooks({ topics: toldTopics, journal, events, deliveries }),
    clocks: judgeClocks({ journal, log, since, ...(await readStamps(house)) }),
    verify,
    backups: house.backups ? await lookAtBackups(house, { journal, ids }) : [],
  };
}

/** Each is restored into a database of its own, on the same server, as the page for operators says. */
async function lookAtBackups(house, { journal, ids }) {
  const seen = [];
  for (const backup of house.backups.taken) {
    const began = performance.now();
    const name = `tandem_restored_${seen.length + 1}`;
    await house.ask(`CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci`);
    await house.backups.restore(backup, name);
    const restored = house.inDatabase(name);
    const { code, output } = await restored.tandem('migrate');
    if (code !== 0) throw new Error(`tandem migrate over a restored backup ended with ${code}:\n${output.trim()}`);
    const restoredMs = Math.round(performance.now() - began);
    const { log, rows } = await readMoves(restored, ids);
    const verify = await judgeByVerify(restored);
    seen.push({ ...judgeBackup({ journal, log, rows, ...backup }), restoredMs, verify });
  }
  return seen;
}

async function disturb(run, house, { say, ...way }) {
  const { seed, plan, holdMs, agendas } = run;
  say(`${run.clients} clients move ${way.fleet.length} opportunities; ${plan.length} faults are planned`);
  const load = startLoad({ ...way, clients: run.clients, seconds: run.seconds, moves: run.moves, doors: house.doors });
  const { progress } = load;
  const reader = run.hasReader ? openReader({ ...way, door: house.doors[0] }) : null;
  const recovery = recoveryOf(house, way.tally);
  const telling = setInterval(() => say(`${way.tally.moves.length} moves acknowledged`), 30_000);
  const [strikes] = await Promise.all([
    carryOut(plan, { house, seed, holdMs, progress, recovery, say }),
    letAgendasFallDue(house, agendas, progress),
    untilOver(progress),
  ]);
  clearInterval(telling);
  house.heal();
  // The last move must not meet the last fault: what is left then is a defect.
  await pause(calmMs);
  return { strikes, reads: (await reader?.stop()) ?? [], seconds: await load.stop() };
}

async function untilOver(progress) {
  while (progress() < 1) await pause(100);
}

async function breakRequests({ step, stalls }, house, { say, ...way }) {
  const cuts = [...(step > 0 ? everyCut(step) : []), ...someStalls(stalls)];
  if (cuts.length === 0) return null;
  say(`breaking ${cuts.length} move requests at chosen bytes`);
  return sweepCuts(cuts, { ...way, port: house.apiPorts[0] });
}
