import { actingAs, systemActor, type Id, type Locale, type Role, type Side } from '@tandem/kernel';
import type { PeopleService } from '@tandem/people';

export const testPassword = 'a password for tests';

const sideOf: Readonly<Record<Role, Side>> = {
  rep: 'sales',
  manager: 'sales',
  marketer: 'marketing',
  liaison: 'other',
  revenue_officer: 'other',
  administrator: 'other',
  viewer: 'other',
};

let count = 0;

export interface BuiltPerson {
  readonly id: Id<'person'>;
  readonly name: string;
  readonly email: string;
  readonly teamId: Id<'team'> | null;
}

interface Wishes {
  readonly role?: Role;
  readonly side?: Side;
  readonly teamId?: Id<'team'> | null;
  readonly locale?: Locale;
  readonly name?: string;
}

/** Somebody who can sign in with `testPassword`. */
export async function aPerson(
  people: PeopleService,
  { role = 'rep', side = sideOf[role], teamId = null, locale = 'en', name }: Wishes = {},
): Promise<BuiltPerson> {
  const number = ++count;
  const person = {
    name: name ?? `Person ${number}`,
    email: `person-${number}-${Date.now()}@example.test`,
    password: testPassword,
    side,
    role,
    teamId,
    locale,
  };
  const id = await actingAs(systemActor('test'), () => people.createPerson(person));
  return { id, name: person.name, email: person.email, teamId };
}
