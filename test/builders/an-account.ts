import { bin, type Database } from '@tandem/database';
import { newId, type Id } from '@tandem/kernel';

let count = 0;

interface Wishes {
  readonly name?: string;
  readonly nameZh?: string | null;
  readonly segment?: string | null;
  readonly parentId?: Id<'account'> | null;
}

/** A customer, or one who may become one. */
export async function anAccount(
  database: Database,
  { name = `Account ${++count}`, nameZh = null, segment = null, parentId = null }: Wishes = {},
): Promise<Id<'account'>> {
  const id = newId<'account'>();
  await database.write(() =>
    database.run(
      'INSERT INTO account (id, name, name_zh, segment, parent_id, created_at, version) VALUES (?, ?, ?, ?, ?, ?, 1)',
      [bin(id), name, nameZh, segment, bin(parentId), new Date('2026-01-01T00:00:00.000Z')],
    ),
  );
  return id;
}
