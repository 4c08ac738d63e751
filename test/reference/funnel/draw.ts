import type { Scope } from '../books/book';
import { beginOf, dayIn, type Span } from '../calendar';
import { decimal, fraction, inOrder, total } from '../exact';
import type { History } from '../history/history';
import type { Reading } from '../history/read-log';
import { convert } from './convert';
import { creditedTo, followDeals, instantsOf, windowOf, type Deal, type Instants } from './follow-deals';
import type { Mode } from './follow-deal';
import { rowsOf, type Side } from './rows';

export interface FunnelQuestion {
  readonly reading: Reading;
  readonly side: Side;
  readonly mode: Mode;
  readonly scope: Scope;
  readonly period: Span;
  readonly previous: Span;
  /** The present of the answer. */
  readonly now: Date;
}

const dayMs = 86_400_000;

/** The funnel over a period; the period selects entries only. */
export function drawFunnel(history: History, question: FunnelQuestion) {
  const { reading, mode, period } = question;
  const zone = history.organisation[0]?.zone ?? 'UTC';
  const now = question.now.getTime();
  const rows = rowsOf(history.stages, question.side);
  const following = { reading, mode, rows, now, plannedOn: period.from };
  const deals = followDeals(history, following);
  const days = windowOf(deals, history, following);
  const isCredited = creditedTo(question.scope, history);
  const [span, earlier] = [instantsOf(period, zone), instantsOf(question.previous, zone)];
  const found = (row: number, within: Instants): Deal[] =>
    deals.filter((deal) => {
      const entry = deal.entries[row];
      return entry && isIn(within, entry.at) && isCredited(entry, deal);
    });
  const entered = (row: number, within: Instants): Deal[] =>
    found(row, within).filter(({ entries }) => entries[row]?.isInferred === false);
  const first = rows.findIndex((_, row) => entered(row, span).length > 0);
  const conversion = (from: number, to: number) =>
    convert(
      { now: entered(from, span), before: entered(from, earlier), from, to },
      { days: days(from, to), matureBefore: beginOf(zone, dayIn(zone, now - days(from, to) * dayMs)), mode },
    );
  return rows.map(({ key }, row) => {
    const cohort = entered(row, span);
    const valued = cohort.flatMap(({ minor }) => (minor === null ? [] : [minor]));
    const above = row === 0 ? 0 : entered(row - 1, span).length;
    const stays = deals.flatMap((deal) => {
      const [stay, entry] = [deal.stays[row], deal.entries[row]];
      if (!stay || stay.endedAt === null || !entry || entry.isInferred) return [];
      return isIn(span, stay.endedAt) && isCredited(entry, deal) ? [told(stay.total)] : [];
    });
    return {
      key,
      entered: cohort.length,
      implied: cohort.filter(({ entries }) => entries[row]?.isImplied).length,
      undated: found(row, span).length - cohort.length,
      minor: total(valued),
      withoutValue: cohort.length - valued.length,
      conversion: row === 0 ? null : conversion(row - 1, row),
      fromFirst: first < 0 || row <= first ? null : conversion(first, row),
      throughput: above === 0 ? null : decimal(fraction(BigInt(cohort.length), BigInt(above))),
      medianDays: medianDaysOf(stays),
    };
  });
}

const isIn = ({ from, until }: Instants, instant: number): boolean => instant >= from && instant < until;

const hourMs = 3_600_000;

/** To the nearest hour, from ten days on to the nearest day. */
function told(stay: number): number {
  const hours = Math.round(stay / hourMs);
  return hours >= 240 ? Math.round(hours / 24) * dayMs : hours * hourMs;
}

/** To a tenth of a day. */
function medianDaysOf(stays: readonly number[]): number | null {
  const sorted = inOrder(stays, (one, other) => one < other);
  const [upper, lower] = [sorted[sorted.length >> 1], sorted[(sorted.length - 1) >> 1]];
  if (upper === undefined || lower === undefined) return null;
  return Math.round(((upper + lower) / 2 / dayMs) * 10) / 10;
}
