import { customerRoles, roleBits } from './appearance';
import { customerSlices, type CustomerCell, type CustomerPlace, type CustomerSlice } from './customer-cells';

/** A change of counts of customers in one row of the sums. */
export interface CustomerChange extends CustomerPlace {
  readonly sliceKind: CustomerSlice;
  readonly slice: string | null;
  /** In the order of `customerRoles`. */
  readonly counts: readonly number[];
}

type Counts = Map<CustomerPlace, number[]>;

/** Changes added up so far, by slice and place. */
export interface CustomerSums {
  /** Each place once, by its text. */
  readonly places: Map<string, CustomerPlace>;
  readonly slices: Readonly<Record<CustomerSlice, Map<string | null, Counts>>>;
  /** How many rows there are. */
  size: number;
}

export const newCustomerSums = (): CustomerSums => ({
  places: new Map(),
  slices: { all: new Map(), team: new Map(), person: new Map(), source: new Map() },
  size: 0,
});

/** Adds what accounts add to the counts, or takes it back. */
export function addCustomers(sums: CustomerSums, cells: readonly CustomerCell[], times: 1 | -1 = 1): void {
  let last: CustomerPlace | undefined;
  let place: CustomerPlace | undefined;
  for (const { sliceKind, slice, at, roles, sign } of cells) {
    // Cells of one place come together: it is looked up once for all slices.
    if (at !== last || place === undefined) place = placeIn(sums.places, at);
    last = at;
    const bySlice = sums.slices[sliceKind];
    let counts = bySlice.get(slice);
    if (counts === undefined) {
      counts = new Map();
      bySlice.set(slice, counts);
    }
    let count = counts.get(place);
    if (count === undefined) {
      count = [0, 0, 0, 0, 0];
      counts.set(place, count);
      sums.size += 1;
    }
    for (let role = 0; role < bits.length; role++) {
      if ((roles & (bits[role] ?? 0)) > 0) count[role] = (count[role] ?? 0) + times * sign;
    }
  }
}

const bits = customerRoles.map((role) => roleBits[role]);

function placeIn(places: CustomerSums['places'], at: CustomerPlace): CustomerPlace {
  const key = `${at.grain} ${at.day} ${at.known} ${at.reading}`;
  const found = places.get(key);
  if (found !== undefined) return found;
  places.set(key, at);
  return at;
}

/**
 * Those that come to something, in the order of the rows: written in it, each page of the table is touched once. One after another,
 * because a rebuild would hold very many.
 */
export function* customerChanges({ places, slices }: CustomerSums): Generator<CustomerChange> {
  const ranks = new Map([...places].sort(byKey).map(([, place], rank) => [place, rank]));
  const rankOf = (place: CustomerPlace) => ranks.get(place) ?? 0;
  for (const sliceKind of customerSlices) {
    for (const [slice, counts] of [...slices[sliceKind]].sort(byKey)) {
      for (const [{ grain, day, known, reading }, some] of [...counts].sort(
        ([one], [other]) => rankOf(one) - rankOf(other),
      )) {
        if (some.some((count) => count !== 0)) yield { sliceKind, slice, grain, day, known, reading, counts: some };
      }
    }
  }
}

const byKey = ([one]: readonly [string | null, unknown], [other]: readonly [string | null, unknown]): number =>
  (one ?? '') < (other ?? '') ? -1 : 1;
