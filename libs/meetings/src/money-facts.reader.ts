import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import type { Currency, PlainDate } from '@tandem/kernel';

/** Days, half-open, and the currency of reports. */
interface Asked {
  readonly from: PlainDate;
  readonly until: PlainDate;
  readonly currency: Currency;
}

export interface FamilyRow {
  readonly family: string | null;
  readonly minor: bigint;
}

/**
 * What was sold and what was spent between two days, in the reporting currency; lines without a rate are left out, and so is
 * what was taken back, as on the scoreboard.
 */
@Injectable()
export class MoneyFactsReader {
  constructor(private readonly database: Database) {}

  /** Bookings by product family, largest first. */
  async families({ from, until, currency }: Asked): Promise<FamilyRow[]> {
    const rows = await this.database.query<{ family: string | null; minor: string }>(
      `SELECT p.family, SUM(b.reporting_amount_minor) AS minor
       FROM booking b LEFT JOIN product p ON p.id = b.product_id LEFT JOIN booking r ON r.reverses_id = b.id
       WHERE b.booking_date >= ? AND b.booking_date < ? AND b.reporting_currency = ? AND b.reporting_amount_minor IS NOT NULL
         AND b.reverses_id IS NULL AND r.id IS NULL
       GROUP BY p.family ORDER BY minor DESC, p.family`,
      [from, until, currency],
    );
    return rows.map(({ family, minor }) => ({ family, minor: BigInt(minor) }));
  }

  /** Expense of each side. */
  async expenses({ from, until, currency }: Asked): Promise<{ readonly sales: bigint; readonly marketing: bigint }> {
    const rows = await this.database.query<{ side: 'sales' | 'marketing'; minor: string }>(
      `SELECT side, SUM(reporting_amount_minor) AS minor FROM expense_line
       WHERE expense_date >= ? AND expense_date < ? AND reporting_currency = ? AND reporting_amount_minor IS NOT NULL
       GROUP BY side`,
      [from, until, currency],
    );
    const of = (side: string) => BigInt(rows.find((row) => row.side === side)?.minor ?? '0');
    return { sales: of('sales'), marketing: of('marketing') };
  }
}
