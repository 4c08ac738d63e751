import { Injectable } from '@nestjs/common';
import { Database, isDuplicate } from '@tandem/database';
import type { Currency, PlainDate } from '@tandem/kernel';
import { Outbox } from '@tandem/outbox';
import { OrganisationReader } from '@tandem/people';
import { ExchangeRate } from './exchange-rate.entity';
import { ExchangeRatesReader } from './exchange-rates.reader';
import { rateChanged, rateVersionRequired, settled } from './opportunities.errors';
import { decideRate } from './rules/decide-rate';

/** What other currencies are worth; frozen rates of bookings stay as they are until they are restated. */
@Injectable()
export class ExchangeRatesService {
  constructor(
    private readonly database: Database,
    private readonly organisation: OrganisationReader,
    private readonly reader: ExchangeRatesReader,
    private readonly outbox: Outbox,
  ) {}

  /** Sets units of the reporting currency for one of another, from this day on; one that is there already, as it was seen. */
  async set(from: Currency, day: PlainDate, wished: string, seen: number | null): Promise<void> {
    await this.database.write(async () => {
      const { reportingCurrency: to } = await this.organisation.get();
      const rate = settled(decideRate(from, to, wished));
      const key = [from, to, day] as const;
      const before = await this.hold(key);
      if (!before) {
        if (seen !== null || !(await this.add(key, rate))) throw rateChanged(await this.reader.find(from, day));
      } else {
        if (seen === null) throw rateVersionRequired(await this.reader.find(from, day));
        if (seen !== before.version) throw rateChanged(await this.reader.find(from, day));
        await this.change(key, rate);
      }
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

  private async hold(key: Key): Promise<Pick<ExchangeRate, 'rate' | 'version'> | null> {
    const [held] = await this.database.query<Pick<ExchangeRate, 'rate' | 'version'>>(
      `SELECT rate, version FROM exchange_rate WHERE from_currency = ? AND to_currency = ? AND rate_date = ? FOR UPDATE`,
      [...key],
    );
    return held ?? null;
  }

  /** False when somebody else set it in the same moment. */
  private async add([fromCurrency, toCurrency, rateDate]: Key, rate: string): Promise<boolean> {
    try {
      await this.database.insert(ExchangeRate, { fromCurrency, toCurrency, rateDate, rate, version: 1 });
      return true;
    } catch (error) {
      if (isDuplicate(error)) return false;
      throw error;
    }
  }

  private async change(key: Key, rate: string): Promise<void> {
    await this.database.run(
      `UPDATE exchange_rate SET rate = ?, version = version + 1
       WHERE from_currency = ? AND to_currency = ? AND rate_date = ?`,
      [rate, ...key],
    );
  }
}

type Key = readonly [from: Currency, to: Currency, day: PlainDate];
