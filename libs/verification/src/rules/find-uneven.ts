/** Sums of one kind of slice in one grain, of what counts in one month and became known in one, as a reading has it. */
export interface SliceSum {
  readonly slice: string;
  readonly grain: string;
  /** What stands for month, month of knowledge and reading alike. */
  readonly place: string;
  readonly sums: readonly bigint[];
}

export interface Uneven {
  readonly place: string;
  readonly slice: string;
  readonly grain: string;
}

/**
 * Where sums of the same do not agree. Everybody is in one team, is one person and has one source or none, and a month is its days: so the
 * sum over each kind of slice, by day and by month, is that over the whole by day. Sums that are missing are zeros.
 */
export function findUneven(found: readonly SliceSum[], slices: readonly string[], grains: readonly string[]): Uneven[] {
  const places = new Map<string, Map<string, readonly bigint[]>>();
  for (const { slice, grain, place, sums } of found) {
    const here = places.get(place) ?? new Map<string, readonly bigint[]>();
    places.set(place, here.set(`${slice} ${grain}`, sums));
  }
  const uneven: Uneven[] = [];
  for (const [place, here] of places) {
    const whole = here.get(`${slices[0]} ${grains[0]}`) ?? [];
    for (const slice of slices)
      for (const grain of grains)
        if (!areEqual(whole, here.get(`${slice} ${grain}`) ?? [])) uneven.push({ place, slice, grain });
  }
  return uneven;
}

const areEqual = (one: readonly bigint[], other: readonly bigint[]): boolean =>
  Array.from({ length: Math.max(one.length, other.length) }).every((_, at) => (one[at] ?? 0n) === (other[at] ?? 0n));
