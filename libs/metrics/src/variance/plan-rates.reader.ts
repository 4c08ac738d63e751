import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import type { Currency, PlainDate } from '@tandem/kernel';
import { PastValuesReader } from '../past-values.reader';

/** The one rate of each currency that a period is planned with. */
@Injectable()
export class PlanRatesReader {
  constructor(
    private readonly database: Database,
    private readonly past: PastValuesReader,
  ) {}

  /** The latest rates on or before a day, as they stood at a moment; currencies without one are absent. */
  async on(day: PlainDate, to: Currency, by: Date | null): Promise<ReadonlyMap<Currency, string>> {
    const rows = await this.database.query<{
      readonly currency: Currency;
      readonly date: string;
      readonly rate: string;
    }>(
      `SELECT from_currency AS currency, rate_date AS date, rate FROM exchange_rate
       WHERE to_currency = ? AND rate_date <= ? ORDER BY rate_date`,
      [to, day],
    );
    const then = by === null ? new Map<string, string | null>() : await this.past.rates(to, by);
    const rates = new Map<Currency, string>();
    for (const { currency, date, rate } of rows) {
      const stood = then.get(`${currency} ${date}`);
      if (stood !== null) rates.set(currency, stood ?? rate);
    }
    return rates;
  }
}
