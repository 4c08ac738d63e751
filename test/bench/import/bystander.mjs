// Somebody who works meanwhile: reads one opportunity and moves another at an even pace, whatever the machine is doing.
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { uuidOf } from '../figures/numbers.mjs';
import { summarise } from '../figures/statistics.mjs';

const readEveryMs = 50;
const moveEveryMs = 200;
const stages = ['prospect', 'define_needs', 'propose', 'negotiate'];

/** `watch` works until it is told to end, and then says how long reads and moves took: `{ read, move, failed }`. */
export async function openBystander({ connect, ask }) {
  const connection = await connect();
  const [open] = await connection.query(
    `SELECT o.id, o.version, s.stage_key AS stage FROM opportunity o JOIN funnel_stage s ON s.id = o.stage_id
     WHERE o.outcome = 'open' ORDER BY o.id`,
  );
  const [known] = await connection.query('SELECT id, stage_key AS stage FROM funnel_stage');
  await connection.end();
  const idOfStage = new Map(known.map(({ id, stage }) => [stage, uuidOf(id)]));
  const fleet = open.map((row) => ({ ...row, id: uuidOf(row.id) }));
  if (fleet.length === 0) throw new Error('There is no open opportunity to work on.');
  let turn = 0;

  const read = async () => (await ask('GET', `/opportunities/${fleet[turn++ % fleet.length].id}`)).status === 200;
  const move = async () => {
    const opportunity = fleet[turn++ % fleet.length];
    const stage = stages[(stages.indexOf(opportunity.stage) + 1) % stages.length];
    const { status, body } = await ask('POST', `/opportunities/${opportunity.id}/moves`, {
      headers: { 'idempotency-key': randomUUID(), 'if-match': `"v${opportunity.version}"` },
      body: { toStageId: idOfStage.get(stage) },
    });
    if (status === 200) Object.assign(opportunity, { version: body.version, stage });
    return status === 200;
  };

  function watch() {
    const ending = new AbortController();
    const failed = { read: 0, move: 0 };
    const times = { read: [], move: [] };
    const keepAt = async (name, act, everyMs) => {
      for (let next = performance.now(); !ending.signal.aborted; next = Math.max(next + everyMs, performance.now())) {
        await pause(Math.max(0, next - performance.now()));
        const since = performance.now();
        if (await act()) times[name].push(performance.now() - since);
        else failed[name]++;
      }
    };
    const working = [keepAt('read', read, readEveryMs), keepAt('move', move, moveEveryMs)];
    return async () => {
      ending.abort();
      await Promise.all(working);
      return { read: summarise(times.read), move: summarise(times.move), failed: failed.read + failed.move };
    };
  }
  return { watch };
}
