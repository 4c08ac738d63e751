import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import { missing, type Currency, type PlainDate } from '@tandem/kernel';
import { OrganisationReader } from '@tandem/people';
import type { DatedRate } from './rules/post-booking';

/** A rate with its version; null for what nobody sets. */
interface KnownRate extends DatedRate {
  readonly version: number | null;
}

/** A rate that a day goes by: `rate` of `rateDate`, the latest on or before `date`. The version is that of the day's own. */
export interface RateInForce extends KnownRate {
  readonly from: Currency;
  readonly to: Currency;
  readonly date: PlainDate;
}

/** Dated rates into the reporting currency; what has no rate is not convertible, never converted at 1. */
@Injectable()
export class ExchangeRatesReader {
  constructor(
    private readonly database: Database,
    private readonly organisation: OrganisationReader,
  ) {}

  /** For each currency the latest rate on or before the day; the reporting currency itself is always 1. */
  async on(day: PlainDate, to: Currency, currencies: readonly Currency[]): Promise<ReadonlyMap<Currency, KnownRate>> {
    const foreign = [...new Set(currencies)].filter((currency) => currency !== to);
    const rates = new Map<Currency, KnownRate>([[to, { rate: '1', rateDate: day, version: null }]]);
    if (foreign.length === 0) return rates;
    const rows = await this.database.query<KnownRate & { readonly currency: Currency }>(
      `SELECT r.from_currency AS currency, r.rate, r.rate_date AS rateDate, r.version FROM exchange_rate r
       JOIN (SELECT from_currency, MAX(rate_date) AS latest FROM exchange_rate
             WHERE to_currency = ? AND from_currency IN (?) AND rate_date <= ? GROUP BY from_currency) l
         ON l.from_currency = r.from_currency AND l.latest = r.rate_date
       WHERE r.to_currency = ?`,
      [to, foreign, day, to],
    );
    for (const { currency, ...known } of rows) rates.set(currency, known);
    return rates;
  }

  /** The rate into the reporting currency that a day goes by. */
  async inForce(from: Currency, date: PlainDate): Promise<RateInForce> {
    const found = await this.find(from, date);
    if (found) return found;
    const { reportingCurrency: to } = await this.organisation.get();
    throw missing('exchange_rate.missing', `There is no rate from ${from} to ${to} on or before ${date}.`, {
      from,
      to,
      date,
    });
  }

  /** The same; null where there is none. */
  async find(from: Currency, date: PlainDate): Promise<RateInForce | null> {
    const { reportingCurrency: to } = await this.organisation.get();
    const found = (await this.on(date, to, [from])).get(from);
    if (!found) return null;
    return { from, to, date, ...found, version: found.rateDate === date ? found.version : null };
  }
}
