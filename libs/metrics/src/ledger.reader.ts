import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import { FunnelReader } from '@tandem/funnel';
import type { Currency } from '@tandem/kernel';
import type { AskedPeriod } from './asked-period.reader';
import { BookingFactsReader, type Days, type OfficeOf } from './booking-facts.reader';
import { ClosingFactsReader } from './closing-facts.reader';
import type { Directory } from './directory.reader';
import type { ExpenseFact, Ledger, Reading } from './rules/facts';
import { keepLedger } from './rules/keep-ledger';

type ExpenseRow = Omit<ExpenseFact, 'reportingMinor' | 'officeId'> & { readonly reporting: string | null };

/** Gathers what happened in a period and in the one before, once for all figures and slices. */
@Injectable()
export class LedgerReader {
  constructor(
    private readonly database: Database,
    private readonly bookings: BookingFactsReader,
    private readonly closings: ClosingFactsReader,
    private readonly funnel: FunnelReader,
  ) {}

  async read(
    { period, previous, zone, currency }: AskedPeriod,
    directory: Directory,
    reading: Reading,
  ): Promise<Ledger> {
    const days = { from: previous.from < period.from ? previous.from : period.from, until: period.until };
    const officeOf: OfficeOf = (teamId) => directory.teams.get(teamId)?.officeId ?? null;
    const [lines, earlier, parents, closings, expenses, contract] = await Promise.all([
      this.bookings.lines(days, currency, officeOf),
      this.bookings.salesBefore(days.from, reading),
      this.bookings.parents(),
      this.closings.closings(days, { zone, reading, officeOf }),
      this.expenses(days, currency, officeOf),
      this.funnel.contract(),
    ]);
    return keepLedger({
      reading,
      currency,
      newCustomerVariant: contract.newCustomerVariant,
      winBackMonths: contract.winBackMonths,
      lines,
      closings,
      expenses,
      earlier,
      parents,
    });
  }

  private async expenses({ from, until }: Days, currency: Currency, officeOf: OfficeOf): Promise<ExpenseFact[]> {
    const rows = await this.database.query<ExpenseRow>(
      `SELECT id, expense_date AS date, side, category, note, IF(reporting_currency = ?, reporting_amount_minor, NULL) AS reporting,
         team_id AS teamId, source_id AS sourceId
       FROM expense_line WHERE expense_date >= ? AND expense_date < ?`,
      [currency, from, until],
    );
    return rows.map(({ reporting, ...row }) => ({
      ...row,
      officeId: row.teamId === null ? null : officeOf(row.teamId),
      reportingMinor: reporting === null ? null : BigInt(reporting),
    }));
  }
}
