import { bin, type Database } from '@tandem/database';
import { newId, type Id } from '@tandem/kernel';

interface Wishes {
  readonly accountId: Id<'account'>;
  readonly name: string;
  readonly email?: string | null;
  readonly phone?: string | null;
  readonly title?: string | null;
}

/** Somebody at a customer. */
export async function aContact(
  database: Database,
  { accountId, name, email = null, phone = null, title = null }: Wishes,
): Promise<Id<'contact'>> {
  const id = newId<'contact'>();
  await database.write(() =>
    database.run('INSERT INTO contact (id, account_id, name, email, phone, title) VALUES (?, ?, ?, ?, ?, ?)', [
      bin(id),
      bin(accountId),
      name,
      email,
      phone,
      title,
    ]),
  );
  return id;
}
