import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import { convert, money, type Currency, type PlainDate } from '@tandem/kernel';
import { PastValuesReader } from '../past-values.reader';

/** What an amount is worth in the reporting currency; null without an amount or a rate. */
export type WorthOf = (amountMinor: bigint | null, currency: Currency) => bigint | null;

interface PlanRatesQuestion {
  readonly currency: Currency;
  /** The first day of the period. */
  readonly on: PlainDate;
  readonly by: Date | null;
}

/** The one rate a period is planned with: the latest on or before its first day, as it was known. */
@Injectable()
export class PlanRatesReader {
  constructor(
    private readonly database: Database,
    private readonly past: PastValuesReader,
  ) {}

  async worths(question: PlanRatesQuestion): Promise<WorthOf> {
    const { currency } = question;
    const rates = await this.rates(question);
    return (amountMinor, own) => {
      if (amountMinor === null || own === currency) return amountMinor;
      const rate = rates.get(own);
      return rate === undefined ? null : convert(money(amountMinor, own), currency, rate).amountMinor;
    };
  }

  private async rates({ currency, on, by }: PlanRatesQuestion): Promise<Map<Currency, string>> {
    const rows = await this.database.query<{
      readonly currency: Currency;
      readonly date: string;
      readonly rate: string;
    }>(
      `SELECT from_currency AS currency, rate_date AS date, rate FROM exchange_rate
       WHERE to_currency = ? AND rate_date <= ? ORDER BY rate_date`,
      [currency, on],
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
