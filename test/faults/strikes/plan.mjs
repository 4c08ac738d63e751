// Which fault comes when: decided by the seed before anything begins.
import { randomFrom } from '../harness/random.mjs';

/** Nothing happens in the first and last part of a run, so that there is an undisturbed time to compare with. */
const firstShare = 0.1;
const lastShare = 0.9;

/**
 * Spreads the strikes of each series evenly over the run, a little off the beat. Of its kinds every one comes before any comes
 * again. Gives `{ at, kind }` in order, `at` from 0 to 1.
 */
export function planStrikes(seed, series) {
  const random = randomFrom(seed);
  return series
    .flatMap(({ kinds, count }) => {
      const order = drawn(kinds, count, random);
      return order.map((kind, place) => ({ at: moment((place + 0.15 + 0.7 * random()) / count), kind }));
    })
    .sort((a, b) => a.at - b.at);
}

const moment = (share) => firstShare + share * (lastShare - firstShare);

function drawn(kinds, count, random) {
  const order = [];
  while (order.length < count) order.push(...shuffled(kinds, random));
  return order.slice(0, count);
}

function shuffled(list, random) {
  const cards = [...list];
  for (let last = cards.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [cards[last], cards[other]] = [cards[other], cards[last]];
  }
  return cards;
}
