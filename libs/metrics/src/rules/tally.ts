/** How often each value was counted; of two disjoint tallies the tally is both together. */
export type Tally = ReadonlyMap<number, number>;

export function tallyOf(values: Iterable<number>): Tally {
  const tally = new Map<number, number>();
  for (const value of values) tally.set(value, (tally.get(value) ?? 0) + 1);
  return tally;
}

/** The middle value, or the mean of the two in the middle; null without values. */
export function middleOf(tally: Tally): number | null {
  const sorted = [...tally].sort(([one], [other]) => one - other);
  const count = sorted.reduce((total, [, times]) => total + times, 0);
  if (count === 0) return null;
  return (valueAt(sorted, Math.ceil(count / 2)) + valueAt(sorted, Math.floor(count / 2) + 1)) / 2;
}

/** The value in the `place`th place, counted from 1. */
function valueAt(sorted: readonly (readonly [value: number, times: number])[], place: number): number {
  let passed = 0;
  for (const [value, times] of sorted) {
    passed += times;
    if (passed >= place) return value;
  }
  return sorted.at(-1)?.[0] ?? 0;
}
