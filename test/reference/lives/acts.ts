import fc from 'fast-check';
import { chosen, deed, perform, type Deed } from '../../builders/some-days';
import { flowDeeds, flowDoings } from './flow-deeds';
import { furtherDeeds, furtherDoings } from './further-deeds';
import { moneyDeeds, moneyDoings } from './money-deeds';
import type { Place } from './world';

/** What the figures of past days are made of, and beside it what changes many kinds of rows at once. */
export const act: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 8, arbitrary: deed },
  {
    weight: 5,
    arbitrary: fc.record({ does: fc.constantFrom(...furtherDeeds), pick: fc.nat(99), other: fc.nat(99) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ does: fc.constantFrom(...flowDeeds), pick: fc.nat(99), other: fc.nat(99) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ does: fc.constantFrom(...moneyDeeds), pick: fc.nat(99), other: fc.nat(99) }),
  },
);

/** Does it, on the floor that the numbers pick; nothing happens where there is nothing to do it to. */
export async function doIt(place: Place, one: Deed): Promise<void> {
  const doings = [furtherDoings(place, one), moneyDoings(place, one), flowDoings(place, one)];
  const [doing, another] = doings.flatMap((some) => some[one.does] ?? []);
  if (another) throw new Error(`two things are called ${one.does}`);
  if (doing) await doing();
  else await perform({ ...place, floor: chosen(place.floors, one.pick + one.other) }, one);
}
