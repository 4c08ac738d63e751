import { bin, type Database } from '@tandem/database';
import { newId, type Id } from '@tandem/kernel';

let count = 0;

/** Where opportunities come from. */
export async function aSource(database: Database, name = `Source ${++count}`): Promise<Id<'source'>> {
  const id = newId<'source'>();
  await database.write(() =>
    database.run('INSERT INTO source (id, source_key, name) VALUES (?, ?, ?)', [
      bin(id),
      `source_${id.slice(-12)}`,
      name,
    ]),
  );
  return id;
}
