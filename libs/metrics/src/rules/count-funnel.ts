import { chooseWindow } from './choose-window';
import { countCohort, type CohortCounts, type CohortDeal, type CohortRule } from './convert-cohort';
import type { FunnelCounts } from './draw-funnel';
import type { Entry, FunnelMode } from './find-entries';
import type { Stay } from './measure-stay';
import { tallyOf, type Tally } from './tally';

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

/** Milliseconds, half-open. */
export interface Span {
  readonly from: number;
  readonly until: number;
}

export interface FunnelQuestion {
  readonly rows: readonly RowOutline[];
  readonly span: Span;
  readonly previous: Span;
  readonly mode: FunnelMode;
  /** Whether an entry belongs to the scope asked for: credit stays with whose it was at the entry. */
  readonly isCredited: (entry: Entry, deal: FunnelDeal) => boolean;
  /** Window in days from one row to another. */
  readonly windowDays: (from: number, to: number) => number;
  /** Before which instant one must have entered for a window of so many days to be over. */
  readonly matureBefore: (windowDays: number) => number;
}

const hour = 3_600_000;

/** Counts a funnel from the opportunities themselves. */
export function countFunnel(deals: readonly FunnelDeal[], question: FunnelQuestion): FunnelCounts {
  const { rows, span, previous, windowDays } = question;
  const cohorts = rows.map((_, row) => enteredIn(deals, row, span, question));
  const before = rows.map((_, row) => enteredIn(deals, row, previous, question));
  const count = (some: readonly FunnelDeal[], from: number, to: number): CohortCounts =>
    countCohort(pairs(some, from, to), cohortRule(question, from, to));
  return {
    windowDays,
    rows: rows.map(({ key }, row) => {
      const cohort = cohorts[row] ?? [];
      const valued = cohort.filter(({ worthMinor }) => worthMinor !== null);
      return {
        key,
        entered: cohort.length,
        implied: cohort.filter(({ entries }) => entries[row]?.isImplied).length,
        undated: foundIn(deals, row, span, question).length - cohort.length,
        valueMinor: valued.reduce((total, { worthMinor }) => total + (worthMinor ?? 0n), 0n),
        withoutValue: cohort.length - valued.length,
        stays: staysEndedIn(deals, row, question),
      };
    }),
    cohort: (from, to) => count(cohorts[from] ?? [], from, to),
    earlier: (from, to) => count(before[from] ?? [], from, to),
  };
}

/** By which rule a conversion from one row to another is counted. */
export function cohortRule(
  { windowDays, matureBefore, mode }: Pick<FunnelQuestion, 'windowDays' | 'matureBefore' | 'mode'>,
  from: number,
  to: number,
): CohortRule {
  const days = windowDays(from, to);
  return { windowDays: days, matureBefore: matureBefore(days), mode };
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

function staysEndedIn(deals: readonly FunnelDeal[], row: number, { span, isCredited }: FunnelQuestion): Tally {
  return tallyOf(
    deals.flatMap((deal) => {
      const stay = deal.stays[row];
      const entry = deal.entries[row];
      const isOver = stay && stay.endedAt !== null && stay.endedAt >= span.from && stay.endedAt < span.until;
      return isOver && entry && !entry.isInferred && isCredited(entry, deal) ? [stayHours(stay)] : [];
    }),
  );
}

/**
 * How long a stay was: to the nearest hour, and to the nearest day from ten days on. So everybody's stays can be kept as a tally of some hundred
 * lengths, and the median is the one of all of them and no estimate.
 */
export function stayHours({ total }: Pick<Stay, 'total'>): number {
  const hours = Math.round(total / hour);
  return hours < 240 ? hours : Math.round(hours / 24) * 24;
}
