import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import type { Currency, PlainDate } from '@tandem/kernel';
import { Outbox } from '@tandem/outbox';
import { OrganisationReader } from '@tandem/people';
import { settled } from './opportunities.errors';
import { decideRate } from './rules/decide-rate';

/** What other currencies are worth; frozen rates of bookings stay as they are until they are restated. */
@Injectable()
export class ExchangeRatesService {
  constructor(
    private readonly database: Database,
    private readonly organisation: OrganisationReader,
    private readonly outbox: Outbox,
  ) {}

  /** Sets units of the reporting currency for one of another, from this day on. */
  async set(from: Currency, day: PlainDate, wished: string): Promise<void> {
    await this.database.write(async () => {
      const { reportingCurrency: to } = await this.organisation.get();
      const rate = settled(decideRate(from, to, wished));
      const [before] = await this.database.query<{ readonly rate: string }>(
        `SELECT rate FROM exchange_rate WHERE from_currency = ? AND to_currency = ? AND rate_date = ? FOR UPDATE`,
        [from, to, day],
      );
      await this.database.run(
        `INSERT INTO exchange_rate (from_currency, to_currency, rate_date, rate) VALUES (?, ?, ?, ?) ON DUPLICATE KEY UPDATE rate = ?`,
        [from, to, day, rate, rate],
      );
      await this.outbox.record({
        topic: 'exchange_rate.set',
        subjectKind: 'exchange_rate',
        subjectId: null,
        ...(before ? { before: { from, to, date: day, rate: before.rate } } : {}),
        after: { from, to, date: day, rate },
        payload: { from, to, date: day, rate },
      });
    });
  }
}
