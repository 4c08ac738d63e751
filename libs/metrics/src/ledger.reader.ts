import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import { FunnelReader } from '@tandem/funnel';
import type { Currency } from '@tandem/kernel';
import { AccountMergesReader } from './account-merges.reader';
import type { AskedPeriod } from './asked-period.reader';
import { BookingFactsReader, type Days, type OfficeOf } from './booking-facts.reader';
import { ClosingFactsReader } from './closing-facts.reader';
import type { Directory } from './directory.reader';
import { knownSql } from './knowledge';
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
    private readonly merges: AccountMergesReader,
    private readonly funnel: FunnelReader,
  ) {}

  async read(
    { period, previous, zone, currency, knownBy }: AskedPeriod,
    directory: Directory,
    reading: Reading,
  ): Promise<Ledger> {
    const days = { from: previous.from < period.from ? previous.from : period.from, until: period.until };
    const officeOf: OfficeOf = (teamId) => directory.teams.get(teamId)?.officeId ?? null;
    const knowledge = { reading, by: knownBy };
    const survived = await this.merges.survivors(knowledge);
    const [lines, earlier, parents, closings, expenses, contract] = await Promise.all([
      this.bookings.lines(days, { currency, officeOf, knowledge, survived }),
      this.bookings.salesBefore(days.from, { knowledge, survived }),
      this.merges.parents(knowledge),
      this.closings.closings(days, { zone, knowledge, officeOf, survived }),
      this.expenses(days, currency, officeOf, knownBy),
      knownBy ? this.funnel.contractAt(knownBy) : this.funnel.contract(),
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

  private async expenses(
    { from, until }: Days,
    currency: Currency,
    officeOf: OfficeOf,
    by: Date | null,
  ): Promise<ExpenseFact[]> {
    const known = knownSql('e', by);
    const rows = await this.database.query<ExpenseRow>(
      `SELECT e.id, e.expense_date AS date, e.side, e.category, e.note,
         IF(e.reporting_currency = ?, e.reporting_amount_minor, NULL) AS reporting, e.team_id AS teamId, e.source_id AS sourceId
       FROM expense_line e WHERE e.expense_date >= ? AND e.expense_date < ? ${known.and}`,
      [currency, from, until, ...known.parameters],
    );
    return rows.map(({ reporting, ...row }) => ({
      ...row,
      officeId: row.teamId === null ? null : officeOf(row.teamId),
      reportingMinor: reporting === null ? null : BigInt(reporting),
    }));
  }
}
