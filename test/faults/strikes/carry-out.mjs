// Carries out a plan: lanes side by side, the strikes of one lane one after the other.
import { setTimeout as pause } from 'node:timers/promises';
import { randomFrom } from '../harness/random.mjs';

/**
 * Gives what was done: `{ kind, from, until, recoveredMs, hits }`, times as of `performance.now()`; null where nothing had to recover
 * or nothing was counted.
 */
export async function carryOut(plan, { house, seed, holdMs, progress, recovery, say }) {
  const random = randomFrom(seed + 1);
  const done = [];
  const lanes = new Set(plan.map(({ kind }) => kind.lane));
  await Promise.all([...lanes].map((lane) => runLane(plan.filter(({ kind }) => kind.lane === lane))));
  return done;

  async function runLane(strikes) {
    for (const { at, kind } of strikes) {
      while (progress() < at) await pause(50);
      await strike(kind);
    }
  }

  async function strike(kind) {
    say(kind.says);
    const from = performance.now();
    const given = await kind.strike(house, { holdMs, random });
    const { since, hits } = typeof given === 'object' ? given : { since: given, hits: null };
    const recoveredMs = kind.recovers ? await recovery[kind.recovers](since) : null;
    done.push({ kind, from, until: performance.now(), recoveredMs, hits });
  }
}
