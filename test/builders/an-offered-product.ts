import { bin, type Database } from '@tandem/database';
import { newId, type Id } from '@tandem/kernel';

let count = 0;

/** A product on the price list. */
export async function anOfferedProduct(
  database: Database,
  { name = `Product ${++count}`, listPriceMinor = null as bigint | null, currency = 'USD' } = {},
): Promise<Id<'product'>> {
  const id = newId<'product'>();
  await database.write(() =>
    database.run('INSERT INTO product (id, name, list_price_minor, currency, future) VALUES (?, ?, ?, ?, FALSE)', [
      bin(id),
      name,
      listPriceMinor,
      currency,
    ]),
  );
  return id;
}
