import { convertCohort, type CohortCounts, type Conversion } from './convert-cohort';
import { ratio, type Ratio } from './ratio';
import { middleOf, type Tally } from './tally';

/** What one row of the funnel counts over a period. */
export interface RowCounts {
  /** First entries in the period. */
  readonly entered: number;
  readonly implied: number;
  /** First entries found out in the period whose day nobody knows: in no cohort, no throughput and no value. */
  readonly undated: number;
  readonly valueMinor: bigint;
  /** Entries without an amount or a rate; they are not in the value. */
  readonly withoutValue: number;
  /** Completed stays that ended in the period, by whole hours. */
  readonly stays: Tally;
}

/** All that a funnel is drawn from: whoever counts it, from the log or from sums, the rows come out the same. */
export interface FunnelCounts {
  readonly rows: readonly (RowCounts & { readonly key: string })[];
  /** Conversion from one row to another, of those that entered in the period. */
  readonly cohort: (from: number, to: number) => CohortCounts;
  /** The same in the period before. */
  readonly earlier: (from: number, to: number) => CohortCounts;
  /** The same in the same period of the year before. */
  readonly yearAgo: (from: number, to: number) => CohortCounts;
  /** Window in days from one row to another. */
  readonly windowDays: (from: number, to: number) => number;
}

export interface FunnelRow extends Omit<RowCounts, 'stays'> {
  readonly key: string;
  readonly conversion: Conversion | null;
  readonly fromFirst: Conversion | null;
  readonly throughput: Ratio | null;
  readonly medianDays: number | null;
}

/** The rows of the funnel over one period; every rate is counted directly, stage rates are never multiplied. */
export function drawFunnel({ rows, cohort, earlier, yearAgo, windowDays }: FunnelCounts): FunnelRow[] {
  const first = rows.findIndex(({ entered }) => entered > 0);
  const convert = (from: number, to: number): Conversion =>
    convertCohort(
      cohort(from, to),
      { previous: earlier(from, to), yearBefore: yearAgo(from, to) },
      windowDays(from, to),
    );
  return rows.map(({ stays, ...row }, place) => {
    const before = rows[place - 1]?.entered ?? 0;
    return {
      ...row,
      conversion: place === 0 ? null : convert(place - 1, place),
      fromFirst: first < 0 || place <= first ? null : convert(first, place),
      throughput: before === 0 ? null : ratio(BigInt(row.entered), BigInt(before)),
      medianDays: inDays(middleOf(stays)),
    };
  });
}

/** Tenths of a day. */
const inDays = (hours: number | null): number | null => (hours === null ? null : Math.round((hours / 24) * 10) / 10);
