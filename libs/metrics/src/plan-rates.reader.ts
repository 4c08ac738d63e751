import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import type { Currency, PlainDate } from '@tandem/kernel';
import { PastValuesReader } from './past-values.reader';
import type { PlanRates } from './rules/value-amount';

interface RateRow {
  readonly currency: Currency;
  readonly date: PlainDate;
  readonly rate: string;
}

/** The one rate of each currency that open pipeline is valued at in a period. */
@Injectable()
export class PlanRatesReader {
  constructor(
    private readonly database: Database,
    private readonly past: PastValuesReader,
  ) {}

  /** The latest rates on or before a day, as they stood by a moment (null: as they stand); currencies without one are absent. */
  async on(day: PlainDate, currency: Currency, by: Date | null): Promise<PlanRates> {
    const rows = await this.database.query<RateRow>(
      `SELECT from_currency AS currency, rate_date AS date, rate FROM exchange_rate
       WHERE to_currency = ? AND rate_date <= ? ORDER BY rate_date`,
      [currency, day],
    );
    const then = by === null ? new Map<string, string | null>() : await this.past.rates(currency, by);
    const rates = new Map<Currency, string>();
    for (const { currency: from, date, rate } of rows) {
      const stood = then.get(`${from} ${date}`);
      if (stood !== null) rates.set(from, stood ?? rate);
    }
    return rates;
  }
}
