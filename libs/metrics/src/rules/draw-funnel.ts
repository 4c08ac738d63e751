import { chooseWindow } from './choose-window';
import { convertCohort, type CohortDeal, type Conversion } from './convert-cohort';
import type { Entry, FunnelMode } from './find-entries';
import type { Stay } from './measure-stay';
import { median } from './percentile';
import { ratio, type Ratio } from './ratio';

/** One row of the funnel: a stage seen by the seller, or a step seen by the buyer. */
export interface RowOutline {
  readonly key: string;
  readonly stageIds: readonly string[];
}

/** An opportunity with its first entry into each row (in row order, null where it never was), its stays and its worth. */
export interface FunnelDeal {
  readonly opportunityId: string;
  readonly entries: readonly (Entry | null)[];
  readonly stays: readonly (Stay | null)[];
  /** In minor units of the reporting currency; null without an amount or a rate. */
  readonly worthMinor: bigint | null;
  readonly sourceId: string | null;
}

export interface FunnelRow {
  readonly key: string;
  readonly entered: number;
  readonly implied: number;
  /** First entries found out in the period whose day nobody knows: in no cohort, no throughput and no value. */
  readonly undated: number;
  readonly valueMinor: bigint;
  /** Entries without an amount or a rate; they are not in the value. */
  readonly withoutValue: number;
  readonly conversion: Conversion | null;
  readonly fromFirst: Conversion | null;
  readonly throughput: Ratio | null;
  readonly medianDays: number | null;
}

/** Milliseconds, half-open. */
export interface Span {
  readonly from: number;
  readonly until: number;
}

export interface FunnelQuestion {
  readonly rows: readonly RowOutline[];
  readonly span: Span;
  readonly previous: Span;
  readonly now: number;
  readonly mode: FunnelMode;
  /** Whether an entry belongs to the scope asked for: credit stays with whose it was at the entry. */
  readonly isCredited: (entry: Entry, deal: FunnelDeal) => boolean;
  /** Window in days from one row to another. */
  readonly windowDays: (from: number, to: number) => number;
}

const day = 86_400_000;

/** The rows of the funnel over one period; every rate is counted directly, stage rates are never multiplied. */
export function drawFunnel(deals: readonly FunnelDeal[], question: FunnelQuestion): FunnelRow[] {
  const { rows, span, previous, now, mode, windowDays } = question;
  const cohorts = rows.map((_, row) => enteredIn(deals, row, span, question));
  const earlier = rows.map((_, row) => enteredIn(deals, row, previous, question));
  const first = cohorts.findIndex((cohort) => cohort.length > 0);
  const convert = (from: number, to: number): Conversion =>
    convertCohort(pairs(cohorts[from] ?? [], from, to), pairs(earlier[from] ?? [], from, to), {
      windowDays: windowDays(from, to),
      now,
      mode,
    });
  return rows.map(({ key }, row) => {
    const cohort = cohorts[row] ?? [];
    const before = cohorts[row - 1]?.length ?? 0;
    const valued = cohort.filter(({ worthMinor }) => worthMinor !== null);
    return {
      key,
      entered: cohort.length,
      implied: cohort.filter(({ entries }) => entries[row]?.isImplied).length,
      undated: foundIn(deals, row, span, question).length - cohort.length,
      valueMinor: valued.reduce((total, { worthMinor }) => total + (worthMinor ?? 0n), 0n),
      withoutValue: cohort.length - valued.length,
      conversion: row === 0 ? null : convert(row - 1, row),
      fromFirst: first < 0 || row <= first ? null : convert(first, row),
      throughput: before === 0 ? null : ratio(BigInt(cohort.length), BigInt(before)),
      medianDays: medianStay(deals, row, question),
    };
  });
}

type Credited = Pick<FunnelQuestion, 'isCredited'>;

/** The deals whose first entry into a row lies in a span, within the scope; one whose day nobody knows lies in none. */
export const enteredIn = (deals: readonly FunnelDeal[], row: number, span: Span, credited: Credited): FunnelDeal[] =>
  foundIn(deals, row, span, credited).filter(({ entries }) => entries[row]?.isInferred === false);

/** The same with those whose day was only inferred, on the day it was found out. */
const foundIn = (
  deals: readonly FunnelDeal[],
  row: number,
  { from, until }: Span,
  { isCredited }: Credited,
): FunnelDeal[] =>
  deals.filter((deal) => {
    const entry = deal.entries[row];
    return entry !== null && entry !== undefined && entry.at >= from && entry.at < until && isCredited(entry, deal);
  });

/** What past winners took from one row to another decides the window nobody has set. */
export function windowFrom(
  setDays: number | null,
  winners: readonly Pick<FunnelDeal, 'entries'>[],
  from: number,
  to: number,
): number {
  const isKnown = ({ entries }: Pick<FunnelDeal, 'entries'>) => !entries[from]?.isInferred && !entries[to]?.isInferred;
  const took = pairs(winners.filter(isKnown), from, to).flatMap(({ enteredAt, reachedAt }) =>
    reachedAt !== null && reachedAt >= enteredAt ? [reachedAt - enteredAt] : [],
  );
  return chooseWindow(setDays, took);
}

/** When each deal entered one row and when another; an arrival nobody dated counts on the latest day it can have been. */
export const pairs = (deals: readonly Pick<FunnelDeal, 'entries'>[], from: number, to: number): CohortDeal[] =>
  deals.flatMap(({ entries }) => {
    const entered = entries[from];
    return entered ? [{ enteredAt: entered.at, reachedAt: entries[to]?.at ?? null }] : [];
  });

function medianStay(deals: readonly FunnelDeal[], row: number, { span, isCredited }: FunnelQuestion): number | null {
  const completed = deals.flatMap((deal) => {
    const stay = deal.stays[row];
    const entry = deal.entries[row];
    const isOver = stay && stay.endedAt !== null && stay.endedAt >= span.from && stay.endedAt < span.until;
    return isOver && entry && !entry.isInferred && isCredited(entry, deal) ? [stay.total] : [];
  });
  const middle = median(completed);
  return middle === null ? null : Math.round((middle / day) * 10) / 10;
}
