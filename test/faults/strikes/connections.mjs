// The server ends connections of the product, one after the other, wherever they are just then.
import { setTimeout as pause } from 'node:timers/promises';
import { pick } from './kills.mjs';

const everyMs = 25;
/** A COMMIT lasts as long as the disk takes: who aims at one may have to look more than once. */
const mostLooks = 20;
/** There is no such connection any more. */
const isGone = (error) => error.errno === 1094;

const aims = {
  anywhere: 'TRUE',
  'in a statement': `info IS NOT NULL AND info NOT LIKE 'COMMIT%'`,
  'at COMMIT': `info LIKE 'COMMIT%'`,
};

/** In one packet, so that what is found there is still there when it is struck. */
const killOne = (aim) => `SET @victim = 0;
  SELECT id INTO @victim FROM information_schema.processlist WHERE user = 'tandem' AND ${aims[aim]} ORDER BY RAND(?) LIMIT 1;
  KILL @victim`;

export const connections = [
  {
    name: 'connection-kills',
    says: 'connections to the database are killed, forty a second',
    lane: 'moves',
    recovers: 'moves',
    withinSeconds: 5,
    async strike(house, { holdMs, random }) {
      const owner = await house.connectAsOwner({ multipleStatements: true });
      const hits = Object.fromEntries(Object.keys(aims).map((aim) => [aim, 0]));
      try {
        for (const until = performance.now() + holdMs; performance.now() < until; await pause(everyMs)) {
          const aim = pick(Object.keys(aims), random);
          if (await kill(owner, aim, random)) hits[aim] += 1;
        }
      } finally {
        owner.destroy();
      }
      return { since: performance.now(), hits };
    },
  },
];

/** Whether there was one to be killed. */
async function kill(owner, aim, random) {
  for (let look = 0; look < mostLooks; look++) {
    try {
      await owner.query(killOne(aim), [Math.floor(random() * 1e9)]);
      return true;
    } catch (error) {
      if (!isGone(error)) throw error;
    }
  }
  return false;
}
