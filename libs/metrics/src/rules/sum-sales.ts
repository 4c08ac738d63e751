import type { BookingFact, ClosingEvent, Reading } from './facts';
import { isSale } from './read-bookings';

/**
 * What bookings and closings add up to. Every measure is additive: of two disjoint sets of facts the sums are the sums of both.
 * Amounts are minor units of the reporting currency.
 */
export interface SalesSums {
  readonly lines: number;
  /** Lines without a rate; they are in no amount. */
  readonly unconvertible: number;
  readonly revenueMinor: bigint;
  /** The negative lines of the revenue: refunds, credits and reversals. */
  readonly creditsMinor: bigint;
  /** Revenue by the size of the lines, whatever their sign. */
  readonly sizeMinor: bigint;
  /** Lines with a rate, a known cost and an account: what gross profit is counted from. */
  readonly costed: number;
  readonly costedRevenueMinor: bigint;
  readonly costMinor: bigint;
  readonly costedSizeMinor: bigint;
  /** Lines with a rate that name no account. */
  readonly nameless: number;
  /** Sales that name no account. */
  readonly namelessSales: number;
  /** Entries into won and lost and their being taken back, each one. */
  readonly closings: number;
  /** Net of what was taken back. */
  readonly won: number;
  /** Those of `won` that renewed. */
  readonly renewals: number;
  readonly lost: number;
}

export const noSales: SalesSums = {
  lines: 0,
  unconvertible: 0,
  revenueMinor: 0n,
  creditsMinor: 0n,
  sizeMinor: 0n,
  costed: 0,
  costedRevenueMinor: 0n,
  costMinor: 0n,
  costedSizeMinor: 0n,
  nameless: 0,
  namelessSales: 0,
  closings: 0,
  won: 0,
  renewals: 0,
  lost: 0,
};

/** A line with a rate. */
export type Convertible = BookingFact & { readonly reportingMinor: bigint };
/** A line of known cost with a rate and an account. */
export type Costed = Convertible & { readonly costMinor: bigint; readonly accountId: string };

/** What a line is worth, and to whom it was sold. */
type Worth = Pick<BookingFact, 'reportingMinor' | 'costMinor' | 'accountId'>;
/** The same, with what tells whether somebody ordered it. */
export type MeasuredLine = Worth & Parameters<typeof isSale>[0];

export const isConvertible = <Line extends Worth>(line: Line): line is Line & { readonly reportingMinor: bigint } =>
  line.reportingMinor !== null;
export const isCosted = <Line extends Worth>(
  line: Line,
): line is Line & { readonly reportingMinor: bigint; readonly costMinor: bigint; readonly accountId: string } =>
  isConvertible(line) && line.costMinor !== null && line.accountId !== null;

/** What one line adds. */
export function measureLine(line: MeasuredLine, reading: Reading): SalesSums {
  const namelessSales = line.accountId === null && isSale(line, reading) ? 1 : 0;
  if (!isConvertible(line)) return { ...noSales, lines: 1, unconvertible: 1, namelessSales };
  const { reportingMinor: revenueMinor } = line;
  const sizeMinor = revenueMinor < 0n ? -revenueMinor : revenueMinor;
  const costed = isCosted(line)
    ? { costed: 1, costedRevenueMinor: revenueMinor, costMinor: line.costMinor, costedSizeMinor: sizeMinor }
    : {};
  return {
    ...noSales,
    lines: 1,
    revenueMinor,
    creditsMinor: revenueMinor < 0n ? revenueMinor : 0n,
    sizeMinor,
    nameless: line.accountId === null ? 1 : 0,
    namelessSales,
    ...costed,
  };
}

/** What one closing adds. */
export const measureClosing = ({
  outcome,
  sign,
  isRenewal,
}: Pick<ClosingEvent, 'outcome' | 'sign' | 'isRenewal'>): SalesSums => ({
  ...noSales,
  closings: 1,
  won: outcome === 'won' ? sign : 0,
  renewals: outcome === 'won' && isRenewal ? sign : 0,
  lost: outcome === 'lost' ? sign : 0,
});

/** Adds up measures of one kind, each name by itself. */
export function addUp<Sums extends { readonly [Name in keyof Sums]: number | bigint }>(
  nothing: Sums,
  all: Iterable<Sums>,
): Sums {
  const total = { ...nothing } as Record<string, number | bigint>;
  const names = Object.keys(nothing);
  for (const one of all as Iterable<Record<string, number | bigint>>) {
    // An amount meets an amount and a count a count: both have the same name.
    for (const name of names) total[name] = (total[name] as number) + (one[name] as number);
  }
  return total as Sums;
}
