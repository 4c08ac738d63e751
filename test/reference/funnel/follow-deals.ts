import { beginOf, type Day, type Span } from '../calendar';
import type { Scope } from '../books/book';
import { officesOf } from '../books/find-places';
import { fraction, inOrder, nearest } from '../exact';
import type { History, MoveRow } from '../history/history';
import { logsOf, readLog, type Reading } from '../history/read-log';
import { entriesOf, entryInto, stayIn, stepsOf, type Entry, type Mode, type Stay } from './follow-deal';
import type { FunnelRow } from './rows';

/** A deal along the rows of a funnel. */
export interface Deal {
  readonly entries: readonly (Entry | null)[];
  readonly stays: readonly (Stay | null)[];
  /** In the reporting currency; null without an amount or a rate. */
  readonly minor: bigint | null;
  readonly sourceId: string | null;
  /** The day it was won, where that is how it stands. */
  readonly wonOn: Day | null;
  readonly id: string;
}

export interface Following {
  readonly reading: Reading;
  readonly mode: Mode;
  readonly rows: readonly FunnelRow[];
  readonly now: number;
  /** The first day of the period, whose rates amounts are planned with. */
  readonly plannedOn: Day;
}

/** Every deal there is, as a reading has it. */
export function followDeals(history: History, { reading, mode, rows, now, plannedOn }: Following): Deal[] {
  return [...logsOf(history.moves)].map(([id, moves]) => {
    const steps = stepsOf(readLog(moves, reading), now);
    const entries = entriesOf(steps, history.stages, mode);
    const last = inOrder(moves, (one, other) => one.seq > other.seq)[0];
    return {
      id,
      entries: rows.map(({ stageIds }) => entryInto(entries, stageIds)),
      stays: rows.map(({ stageIds }) => stayIn(steps, stageIds, now)),
      minor: last ? plannedWorth(last, history, plannedOn) : null,
      sourceId: history.opportunities.find((row) => row.id === id)?.sourceId ?? null,
      wonOn: last?.outcomeTo === 'won' ? last.closeDateTo : null,
    };
  });
}

/** Whether an entry is of a scope: credit stays with whose it was at the entry; the source is the deal's. */
export function creditedTo(scope: Scope, history: History): (entry: Entry, deal: Deal) => boolean {
  const officeOf = officesOf(history);
  return (entry, deal) =>
    (!('personId' in scope) || scope.personId === entry.ownerId) &&
    (!('teamId' in scope) || scope.teamId === entry.teamId) &&
    (!('officeId' in scope) || scope.officeId === officeOf(entry.teamId)) &&
    (!('sourceId' in scope) || scope.sourceId === deal.sourceId);
}

/** Milliseconds, half-open. */
export interface Instants {
  readonly from: number;
  readonly until: number;
}

export const instantsOf = ({ from, until }: Span, zone: string): Instants => ({
  from: beginOf(zone, from),
  until: beginOf(zone, until),
});

/** What the last row of a log says it is worth, at the last rate on or before a day. */
export function plannedWorth(last: MoveRow, history: History, on: Day): bigint | null {
  const to = history.organisation[0]?.reportingCurrency ?? '';
  const { amountToMinor: minor, currency } = last;
  if (minor === null || currency === to) return minor;
  const known = history.rates.filter(
    (row) => row.fromCurrency === currency && row.toCurrency === to && row.rateDate <= on,
  );
  const rate = inOrder(known, (one, other) => one.rateDate > other.rateDate)[0]?.rate;
  if (rate === undefined) return null;
  const [whole = '0', digits = ''] = rate.split('.');
  return nearest(fraction(minor * BigInt(whole + digits), 10n ** BigInt(digits.length)));
}

/** How many of the latest winners are looked at. */
const winnersLooked = 500;
const enoughWinners = 30;
const dayMs = 86_400_000;

/**
 * Days from one row to another within which a deal must get there: set by somebody (of several the longest), else what 90 % of the
 * latest winners before the period needed at most, in whole days and at least one; with fewer than 30 of them 90.
 */
export function windowOf(deals: readonly Deal[], history: History, { rows, plannedOn }: Following) {
  const past = inOrder(
    deals.filter(({ wonOn }) => wonOn !== null && wonOn < plannedOn),
    (one, other) => (one.wonOn ?? '') > (other.wonOn ?? '') || (one.wonOn === other.wonOn && one.id > other.id),
  ).slice(0, winnersLooked);
  return (from: number, to: number): number => {
    const set = history.windows.filter(
      ({ fromStageId, toStageId }) =>
        rows[from]?.stageIds.includes(fromStageId) && rows[to]?.stageIds.includes(toStageId),
    );
    if (set.length > 0) return Math.max(...set.map(({ days }) => days));
    const took = past.flatMap(({ entries }) => {
      const [entry, reached] = [entries[from], entries[to]];
      if (!entry || !reached || entry.isInferred || reached.isInferred || reached.at < entry.at) return [];
      return [reached.at - entry.at];
    });
    if (took.length < enoughWinners) return 90;
    const sorted = inOrder(took, (one, other) => one < other);
    const longest = sorted[Math.ceil(sorted.length * 0.9) - 1] ?? 0;
    return Math.max(1, Math.ceil(longest / dayMs));
  };
}
