import type { Database } from '@tandem/database';

/** Units of `to` for one unit of `from` on a day. */
export async function anExchangeRate(
  database: Database,
  rate: { from: string; to: string; date: string; rate: string },
): Promise<void> {
  await database.write(() =>
    database.run('INSERT INTO exchange_rate (from_currency, to_currency, rate_date, rate) VALUES (?, ?, ?, ?)', [
      rate.from,
      rate.to,
      rate.date,
      rate.rate,
    ]),
  );
}
