// How long the tail is and how long what is in it waits, looked at twenty times a second from outside.
import { setTimeout as pause } from 'node:timers/promises';
import { shareOf } from '../load/tally.mjs';

const everyMs = 50;

/** `tail` is the table, or the part of it, that is not folded yet. */
export function watchTail(house, tail) {
  const lengths = [];
  const lags = [];
  const waiting = [];
  let isOn = true;
  let foldedAt = -Infinity;
  const watching = watch();
  // What goes wrong is told to whoever stops it.
  watching.catch(() => undefined);

  async function watch() {
    const owner = await house.connectAsOwner();
    try {
      for (; isOn; await pause(everyMs)) {
        const [[row]] = await owner.query(`SELECT COUNT(*) AS length, MIN(id) AS first, MAX(id) AS last FROM ${tail}`);
        const now = performance.now();
        lengths.push(Number(row.length));
        const first = row.first === null ? Infinity : Number(row.first);
        if (waiting.length > 0 && waiting[0].last < first) foldedAt = now;
        while (waiting.length > 0 && waiting[0].last < first) lags.push(now - waiting.shift().at);
        if (row.last !== null && Number(row.last) > (waiting.at(-1)?.last ?? 0))
          waiting.push({ at: now, last: Number(row.last) });
      }
    } finally {
      owner.destroy();
    }
  }

  return {
    /** How many rows it has now. */
    get length() {
      return lengths.at(-1) ?? 0;
    },
    /** When something was folded last. */
    get foldedAt() {
      return foldedAt;
    },
    async stop() {
      isOn = false;
      await watching;
      return { lengths, lags };
    },
  };
}

/** Half of all, 99 of 100 and the most. */
export function sharesOf(values) {
  const sorted = values.toSorted((one, other) => one - other);
  return { p50: shareOf(sorted, 0.5), p99: shareOf(sorted, 0.99), most: shareOf(sorted, 1) };
}
