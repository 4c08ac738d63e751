import { Injectable } from '@nestjs/common';
import { bin, Database } from '@tandem/database';
import { Clock, missing, type Id } from '@tandem/kernel';
import { PeopleReader, type PersonView } from './people.reader';

/** A person as whoever administers them sees one. */
export interface AccountView extends PersonView {
  readonly canSignIn: boolean;
  /** Whether a link waits for them, with which they choose a password. */
  readonly isInvited: boolean;
  /** When they were last seen; null when no session of theirs is known any more. */
  readonly lastSeenAt: Date | null;
}

interface Seen {
  readonly id: Id<'person'>;
  readonly canSignIn: number;
  readonly isInvited: number;
  readonly lastSeenAt: Date | null;
}

/** Who can sign in, and who did. */
@Injectable()
export class AccountsReader {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleReader,
    private readonly clock: Clock,
  ) {}

  async list(): Promise<AccountView[]> {
    const [people, seen] = await Promise.all([this.people.people(), this.seen('TRUE', [])]);
    return people.map((person) => viewOf(person, seen));
  }

  async get(id: Id<'person'>): Promise<AccountView> {
    const [person, seen] = await Promise.all([this.people.findPerson(id), this.seen('p.id = ?', [bin(id)])]);
    if (!person) throw missing('person.missing', 'There is no such person.', { id });
    return viewOf(person, seen);
  }

  private async seen(where: string, parameters: readonly Buffer[]): Promise<ReadonlyMap<string, Seen>> {
    const rows = await this.database.query<Seen>(
      `SELECT p.id, p.password_hash IS NOT NULL AND p.email IS NOT NULL AS canSignIn,
              EXISTS (SELECT 1 FROM invitation i WHERE i.person_id = p.id AND i.expires_at > ?) AS isInvited,
              (SELECT MAX(s.last_seen_at) FROM session s WHERE s.person_id = p.id) AS lastSeenAt
       FROM person p WHERE ${where}`,
      [this.clock.now(), ...parameters],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }
}

function viewOf(person: PersonView, seen: ReadonlyMap<string, Seen>): AccountView {
  const row = seen.get(person.id);
  return {
    ...person,
    canSignIn: row?.canSignIn === 1,
    isInvited: row?.isInvited === 1,
    lastSeenAt: row?.lastSeenAt ?? null,
  };
}
