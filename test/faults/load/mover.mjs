// One client: moves its own opportunities, one after the other.
import { randomFrom } from '../harness/random.mjs';
import { carryThrough } from './carry-through.mjs';
import { nextDeed } from './deeds.mjs';

/** Impatient on purpose: it comes back sooner than it is asked to, so that recovery is seen when it happens. */
const restMs = () => 100 + Math.random() * 300;

/**
 * `doors` are where it knocks, the next one after each failure; `fleet` is its own. The order of its moves and their keys
 * follow from `seed` and `number` alone.
 */
export function openMover({ number, seed, client, doors, cookie, fleet, stages, journal, tally }) {
  const random = randomFrom(seed * 1_000 + number);
  const pick = (list) => list[Math.floor(random() * list.length)];
  let serial = 0;

  const send = ({ key, id, version }, { path, body }, door) =>
    client.ask('POST', `${door}/api/v1/opportunities/${id}/${path}`, {
      headers: { cookie, 'idempotency-key': key, 'if-match': `"v${version}"` },
      body,
    });

  return {
    /** Moves until it is over; what is unanswered then is asked again as long as `isPatient()`. */
    async work({ isOver, isPatient }) {
      while (!isOver()) {
        const movable = fleet.filter(({ isBroken }) => !isBroken);
        if (movable.length === 0) return;
        const opportunity = pick(movable);
        const { id, version } = opportunity;
        const { topic, to, ...request } = nextDeed(opportunity, stages, random);
        const asked = { key: `${seed}-${number}-${++serial}`, id, version, to, topic };
        await carryThrough(opportunity, asked, {
          send: (attempt) => send(asked, request, doors[(number + attempt) % doors.length]),
          restMs,
          isPatient,
          journal,
          tally,
        });
        opportunity.isLost = topic === 'opportunity.lost';
      }
    },
  };
}
