import { newId, type Id, type Side } from '@tandem/kernel';
import { bin, type Database } from '@tandem/database';

let count = 0;

interface TeamWishes {
  readonly name?: string;
  readonly side?: Side;
  readonly officeId?: Id<'office'> | null;
}

/** A team of its own for one test. */
export async function aTeam(
  database: Database,
  { name = `Team ${++count}`, side = 'sales', officeId = null }: TeamWishes = {},
): Promise<Id<'team'>> {
  const id = newId<'team'>();
  await database.write(() =>
    database.run('INSERT INTO team (id, name, side, office_id) VALUES (?, ?, ?, ?)', [
      bin(id),
      name,
      side,
      bin(officeId),
    ]),
  );
  return id;
}

/** An office of its own for one test. */
export async function anOffice(database: Database, name = `Office ${++count}`): Promise<Id<'office'>> {
  const id = newId<'office'>();
  await database.write(() => database.run('INSERT INTO office (id, name) VALUES (?, ?)', [bin(id), name]));
  return id;
}
