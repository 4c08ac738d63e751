import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import { Clock, decided, decideOpenDay, newId, type Id } from '@tandem/kernel';
import { ExchangeRatesReader } from '@tandem/opportunities';
import { Outbox } from '@tandem/outbox';
import { OrganisationReader, PeriodLocksReader } from '@tandem/people';
import type { NewExpense } from './expense';
import { ExpensesRepository } from './expenses.repository';
import { decideExpense } from './rules/decide-expense';

/** What the two departments spend, in one table. */
@Injectable()
export class SpendService {
  constructor(
    private readonly database: Database,
    private readonly organisation: OrganisationReader,
    private readonly locks: PeriodLocksReader,
    private readonly rates: ExchangeRatesReader,
    private readonly repository: ExpensesRepository,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Records one expense on an open day; its rate is that of its day and never changes. */
  async record({
    date,
    side,
    category,
    amount,
    teamId = null,
    sourceId = null,
    campaignId = null,
    note = null,
  }: NewExpense): Promise<Id<'expense_line'>> {
    return this.database.write(async () => {
      decided(decideOpenDay(date, await this.locks.holdLockedBefore(), '/date'));
      const { reportingCurrency } = await this.organisation.get();
      const rates = await this.rates.on(date, reportingCurrency, [amount.currency]);
      const reported = decided(decideExpense(amount, reportingCurrency, rates.get(amount.currency) ?? null));
      const id = newId<'expense_line'>();
      await this.repository.add({
        id,
        expenseDate: date,
        side,
        category,
        ...amount,
        ...reported,
        teamId,
        sourceId,
        campaignId,
        note,
        recordedAt: this.clock.now(),
      });
      await this.outbox.record({
        topic: 'expense.recorded',
        subjectKind: 'expense_line',
        subjectId: id,
        after: { date, side, category, amount, ...reported, teamId, sourceId, campaignId, note },
      });
      return id;
    });
  }
}
