// The database answers and does not take anything: it may only be read, or has no room left.
import { setTimeout as pause } from 'node:timers/promises';

const everyMs = 200;

/** Somebody who was last seen so long ago is written down as seen by the next thing they look at. */
const lastSeenLongAgo = 'UPDATE session SET last_seen_at = last_seen_at - INTERVAL 10 MINUTE';

/** A client waits 35 seconds for an answer; what could hold one up must be over earlier. */
const atMost = (holdMs) => Math.min(holdMs, 25_000);

export const database = [
  {
    name: 'database-read-only',
    says: 'the database can only be read',
    lane: 'moves',
    recovers: 'moves',
    withinSeconds: 5,
    refuses: true,
    readsGoOn: true,
    async strike(house, { holdMs }) {
      await house.ask(lastSeenLongAgo);
      await house.ask('SET GLOBAL read_only = 1');
      await pause(atMost(holdMs));
      await house.ask('SET GLOBAL read_only = 0');
      return performance.now();
    },
  },
  {
    name: 'database-full',
    says: 'the disk of MariaDB is full',
    lane: 'moves',
    recovers: 'moves',
    withinSeconds: 60,
    refuses: true,
    mayEnd: 'MariaDB',
    needsSmallDisk: true,
    async strike({ disk }, { holdMs }) {
      // Whatever it frees while it fails, or finds when it is started again, is taken from it, too.
      for (const until = performance.now() + holdMs; performance.now() < until; await pause(everyMs)) disk.fill();
      disk.free();
      return performance.now();
    },
  },
];
