import { note, type Note } from '../../rules/figure-value';
import { ratio, type Ratio } from '../../rules/ratio';

/** Entries into one row ÷ entries into another. */
export interface Throughput {
  readonly from: string;
  readonly to: string;
  readonly ratio: Ratio | null;
  readonly unavailable: Note | null;
}

/**
 * Throughput s→t of every pair of rows: entries into t in the period ÷ entries into s in the period. Unit: ratio; it may pass 1. It is
 * no conversion, because those that entered t need not be those that entered s. Nothing entered s is n/a.
 */
export const measureThroughput = (rows: readonly { readonly key: string; readonly entered: number }[]): Throughput[] =>
  rows.flatMap((from) =>
    rows
      .filter((to) => to.key !== from.key)
      .map((to) => ({
        from: from.key,
        to: to.key,
        ratio: from.entered === 0 ? null : ratio(BigInt(to.entered), BigInt(from.entered)),
        unavailable: from.entered === 0 ? note('nothing_entered') : null,
      })),
  );
