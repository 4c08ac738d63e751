import type { PlainDate } from '@tandem/kernel';
import type { CohortCounts } from '../../rules/convert-cohort';
import { eachAsked, type CountsAsked } from './packed-counts';

/** Two rows of a funnel by their numbers in the sums, and what is asked of who entered the first. */
export interface AskedPair {
  readonly from: number;
  readonly to: number;
  readonly windowDays: number;
  /** The day before which one must have entered for the window to be over. */
  readonly matureBefore: PlainDate;
}

/** What is known of those who entered one row on one day, or in one month that no cut goes through, which stands as its first day. */
export interface CohortParts {
  readonly entered: readonly { readonly row: number; readonly day: PlainDate; readonly entered: number }[];
  readonly reached: readonly { readonly row: number; readonly day: PlainDate; readonly bytes: Uint8Array }[];
  /** What of the reached is not packed yet. */
  readonly unfolded: readonly {
    readonly row: number;
    readonly day: PlainDate;
    readonly to: number;
    readonly elapsedDays: number;
    readonly converted: number;
  }[];
}

/** Of each pair how many entered the first row, how many of them have a window that is over, and how many of those came to the second in it. */
export function cohortsOf(
  pairs: readonly AskedPair[],
  { entered, reached, unfolded }: CohortParts,
  asked: CountsAsked,
): CohortCounts[] {
  const converted = pairs.map(() => 0);
  const leading = new Map<number, (readonly [pair: AskedPair, place: number])[]>();
  for (const [place, pair] of pairs.entries())
    leading.set(pair.from, [...(leading.get(pair.from) ?? []), [pair, place]]);
  const count = (
    row: number,
    day: PlainDate,
    tell: (add: (to: number, days: number, times: number) => void) => void,
  ) => {
    const open = (leading.get(row) ?? []).filter(([{ matureBefore }]) => day < matureBefore);
    if (open.length === 0) return;
    tell((to, days, times) => {
      for (const [pair, place] of open)
        if (pair.to === to && days <= pair.windowDays) converted[place] = (converted[place] ?? 0) + times;
    });
  };
  for (const { row, day, bytes } of reached) count(row, day, (add) => eachAsked(bytes, asked, add));
  for (const { row, day, to, elapsedDays, converted: times } of unfolded)
    count(row, day, (add) => add(to, elapsedDays, times));
  return pairs.map(({ from, matureBefore }, place) => {
    const ofRow = entered.filter(({ row }) => row === from);
    return {
      entered: sumOf(ofRow),
      mature: sumOf(ofRow.filter(({ day }) => day < matureBefore)),
      converted: converted[place] ?? 0,
    };
  });
}

const sumOf = (parts: CohortParts['entered']): number => parts.reduce((total, { entered }) => total + entered, 0);
