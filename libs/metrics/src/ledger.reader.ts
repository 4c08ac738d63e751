import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import { FunnelReader } from '@tandem/funnel';
import type { Currency, Period } from '@tandem/kernel';
import { AccountKinReader } from './account-kin.reader';
import { AccountMergesReader } from './account-merges.reader';
import type { AskedPeriod } from './asked-period.reader';
import { BookingFactsReader, type Days, type OfficeOf } from './booking-facts.reader';
import { ClosingFactsReader } from './closing-facts.reader';
import type { Directory } from './directory.reader';
import { knownSql } from './knowledge';
import type { BookingFact, ExpenseFact, Facts, Ledger, QuotaShare, Reading } from './rules/facts';
import { keepLedger } from './rules/keep-ledger';
import { factsOf } from './rules/narrow-facts';
import { isSale } from './rules/read-bookings';

type ExpenseRow = Omit<ExpenseFact, 'reportingMinor' | 'officeId'> & { readonly reporting: string | null };

/** All but bookings, closings and customers, which sums tell; by the agreement in force. */
export interface QuietLedger {
  readonly winBackMonths: number;
  during(period: Period, quotas: readonly QuotaShare[]): Facts;
}

/** Gathers what happened in a period and in the one before, once for all figures and slices. */
@Injectable()
export class LedgerReader {
  constructor(
    private readonly database: Database,
    private readonly bookings: BookingFactsReader,
    private readonly closings: ClosingFactsReader,
    private readonly merges: AccountMergesReader,
    private readonly kin: AccountKinReader,
    private readonly funnel: FunnelReader,
  ) {}

  /** Of the period and the one before, unless other days are asked for. */
  async read(asked: AskedPeriod, directory: Directory, reading: Reading, days: Days = daysOf(asked)): Promise<Ledger> {
    const { zone, currency, knownBy } = asked;
    const officeOf = officesOf(directory);
    const knowledge = { reading, by: knownBy };
    const survived = await this.merges.survivors(knowledge);
    const lines = await this.bookings.lines(days, { currency, officeOf, knowledge, survived });
    // Whether a customer is new is asked of those alone that bought in these days, and of their families.
    const kin = await this.kin.of(buyersOf(lines, reading));
    const [earlier, parents, closings, expenses, contract] = await Promise.all([
      this.bookings.salesBefore(days.from, [...kin.keys()], { knowledge, survived }),
      this.merges.parents(kin.values(), knowledge),
      this.closings.closings(days, { zone, knowledge, officeOf, survived }),
      this.expenses([days], currency, officeOf, knownBy),
      this.contract(knownBy),
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

  async readQuiet(asked: AskedPeriod, directory: Directory, reading: Reading): Promise<QuietLedger> {
    const { period, previous, yearBefore, currency, knownBy } = asked;
    const [{ newCustomerVariant, winBackMonths }, expenses] = await Promise.all([
      this.contract(knownBy),
      this.expenses([period, previous, yearBefore], currency, officesOf(directory), knownBy),
    ]);
    const ledger: Ledger = {
      reading,
      currency,
      newCustomerVariant,
      bookings: [],
      closings: [],
      newCustomers: [],
      expenses,
    };
    return { winBackMonths, during: (period, quotas) => factsOf(ledger, period, quotas) };
  }

  private contract(by: Date | null) {
    return by ? this.funnel.contractAt(by) : this.funnel.contract();
  }

  private async expenses(
    spans: readonly Days[],
    currency: Currency,
    officeOf: OfficeOf,
    by: Date | null,
  ): Promise<ExpenseFact[]> {
    const known = knownSql('e', by);
    const rows = await this.database.query<ExpenseRow>(
      `SELECT e.id, e.expense_date AS date, e.side, e.category, e.note,
         IF(e.reporting_currency = ?, e.reporting_amount_minor, NULL) AS reporting, e.team_id AS teamId, e.source_id AS sourceId
       FROM expense_line e WHERE (${spans.map(() => '(e.expense_date >= ? AND e.expense_date < ?)').join(' OR ')}) ${known.and}`,
      [currency, ...spans.flatMap(({ from, until }) => [from, until]), ...known.parameters],
    );
    // Written out field by field, as booking lines are: spreading thousands of objects takes thrice as long.
    return rows.map((row) => ({
      id: row.id,
      date: row.date,
      side: row.side,
      category: row.category,
      note: row.note,
      teamId: row.teamId,
      sourceId: row.sourceId,
      officeId: row.teamId === null ? null : officeOf(row.teamId),
      reportingMinor: row.reporting === null ? null : BigInt(row.reporting),
    }));
  }
}

const buyersOf = (lines: readonly BookingFact[], reading: Reading): Set<string> =>
  new Set(lines.flatMap((line) => (line.accountId !== null && isSale(line, reading) ? [line.accountId] : [])));

const daysOf = ({ period, previous }: AskedPeriod): Days => ({
  from: previous.from < period.from ? previous.from : period.from,
  until: period.until,
});

const officesOf =
  ({ teams }: Directory): OfficeOf =>
  (teamId) =>
    teams.get(teamId)?.officeId ?? null;
