import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import { money, type Money, type Period } from '@tandem/kernel';
import { OrganisationReader } from '@tandem/people';
import type { ExpenseCategory, ExpenseSide } from './expense';

/** What one side spent on one category; lines without a rate are counted, not added. */
export interface SpendView {
  readonly side: ExpenseSide;
  readonly category: ExpenseCategory;
  readonly amount: Money;
  readonly notConvertible: number;
}

/** The one purse of both departments. */
@Injectable()
export class SpendReader {
  constructor(
    private readonly database: Database,
    private readonly organisation: OrganisationReader,
  ) {}

  /** Expense of a period by side and category, in the reporting currency. */
  async spent({ from, until }: Pick<Period, 'from' | 'until'>): Promise<SpendView[]> {
    const { reportingCurrency } = await this.organisation.get();
    const rows = await this.database.query<{
      side: ExpenseSide;
      category: ExpenseCategory;
      total: string | null;
      open: string;
    }>(
      `SELECT side, category, SUM(IF(reporting_currency = ?, reporting_amount_minor, NULL)) AS total,
         SUM(reporting_currency <> ? OR reporting_amount_minor IS NULL) AS open
       FROM expense_line WHERE expense_date >= ? AND expense_date < ? GROUP BY side, category ORDER BY side, category`,
      [reportingCurrency, reportingCurrency, from, until],
    );
    return rows.map(({ side, category, total, open }) => ({
      side,
      category,
      amount: money(BigInt(total ?? 0), reportingCurrency),
      notConvertible: Number(open),
    }));
  }
}
