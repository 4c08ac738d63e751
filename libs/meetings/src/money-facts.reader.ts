import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import type { Currency, PlainDate } from '@tandem/kernel';
import { knownSql } from '@tandem/metrics';

/** Days, half-open, and the currency of reports. */
interface Asked {
  readonly from: PlainDate;
  readonly until: PlainDate;
  readonly currency: Currency;
  /** Only what was recorded by this moment counts; null for everything there is. */
  readonly by: Date | null;
}

export interface FamilyRow {
  readonly family: string | null;
  readonly minor: bigint;
}

/**
 * What was sold and what was spent between two days, in the reporting currency, as the scoreboard has it restated: what was taken
 * back is gone, an adjustment counts on the day it adjusts, a restated rate at its last revision. Lines without a rate are left out.
 */
@Injectable()
export class MoneyFactsReader {
  constructor(private readonly database: Database) {}

  /** Bookings by product family, largest first. */
  async families({ from, until, currency, by }: Asked): Promise<FamilyRow[]> {
    const known = (alias: string) => knownSql(alias, by);
    const { parameters } = known('b');
    const rows = await this.database.query<{ family: string | null; minor: string }>(
      `SELECT p.family, SUM(COALESCE(s.reporting_amount_minor, b.reporting_amount_minor)) AS minor
       FROM booking b LEFT JOIN product p ON p.id = b.product_id LEFT JOIN booking r ON r.reverses_id = b.id ${known('r').and}
       LEFT JOIN booking_restatement s ON s.booking_id = b.id AND s.revision =
         (SELECT MAX(l.revision) FROM booking_restatement l WHERE l.booking_id = b.id ${known('l').and})
       WHERE COALESCE(b.adjusts_date, b.booking_date) >= ? AND COALESCE(b.adjusts_date, b.booking_date) < ? AND b.reporting_currency = ?
         AND COALESCE(s.reporting_amount_minor, b.reporting_amount_minor) IS NOT NULL AND b.reverses_id IS NULL AND r.id IS NULL
         ${known('b').and}
       GROUP BY p.family ORDER BY minor DESC, p.family`,
      [...parameters, ...parameters, from, until, currency, ...parameters],
    );
    return rows.map(({ family, minor }) => ({ family, minor: BigInt(minor) }));
  }

  /** Expense of each side. */
  async expenses({
    from,
    until,
    currency,
    by,
  }: Asked): Promise<{ readonly sales: bigint; readonly marketing: bigint }> {
    const known = knownSql('e', by);
    const rows = await this.database.query<{ side: 'sales' | 'marketing'; minor: string }>(
      `SELECT e.side, SUM(e.reporting_amount_minor) AS minor FROM expense_line e
       WHERE e.expense_date >= ? AND e.expense_date < ? AND e.reporting_currency = ? AND e.reporting_amount_minor IS NOT NULL ${known.and}
       GROUP BY e.side`,
      [from, until, currency, ...known.parameters],
    );
    const of = (side: string) => BigInt(rows.find((row) => row.side === side)?.minor ?? '0');
    return { sales: of('sales'), marketing: of('marketing') };
  }
}
