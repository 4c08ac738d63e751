import { decimal, fraction } from '../exact';
import type { Scope } from '../books/book';
import { creditedTo, followDeals } from '../funnel/follow-deals';
import { rowsOf, type Side } from '../funnel/rows';
import { isIn, type Setting } from './setting';

/** Entries into each row in the period, and those into any row ÷ those into any other. */
export function* throughputOf(
  { history, reading, now, period, instants }: Setting,
  scope: Scope,
  side: Side,
): Generator<[string, string]> {
  const rows = rowsOf(history.stages, side);
  const isCredited = creditedTo(scope, history);
  const deals = followDeals(history, { reading, mode: 'ordered', rows, now, plannedOn: period.from });
  const entered = rows.map(
    (_, row) =>
      deals.filter((deal) => {
        const entry = deal.entries[row];
        return entry && !entry.isInferred && isIn(instants, entry.at) && isCredited(entry, deal);
      }).length,
  );
  for (const [row, { key }] of rows.entries()) yield [key, `${entered[row]} entered`];
  for (const [from, { key }] of rows.entries())
    for (const [to, other] of rows.entries())
      if (from !== to) yield [`${key} > ${other.key}`, ratio(entered[to] ?? 0, entered[from] ?? 0)];
}

const ratio = (over: number, under: number): string =>
  under === 0 ? 'n/a nothing_entered' : decimal(fraction(BigInt(over), BigInt(under)));
