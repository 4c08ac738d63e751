import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { bin, Database, isDuplicate } from '@tandem/database';
import { actingAs, actor, Clock, decided, missing, type Id, type Locale } from '@tandem/kernel';
import { Outbox } from '@tandem/outbox';
import { hashPassword } from './passwords';
import { tokenTaken } from './people.errors';
import { PeopleReader } from './people.reader';
import { PeopleService, type NewPerson } from './people.service';
import { judgePassword } from './rules/judge-password';

const longestMs = 14 * 24 * 3_600_000;

/** Somebody who shall come, and the token of the link they get. */
export interface Invited extends Omit<NewPerson, 'password'> {
  readonly token: string;
}

interface Waiting {
  readonly personId: Id<'person'>;
  readonly name: string;
  readonly email: string;
  readonly locale: Locale;
}

/** Letting people in by a link with which they choose their own password; it works once, for fourteen days. */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleService,
    private readonly reader: PeopleReader,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** The token comes from whoever invites, so that the same request sent twice leaves one link that works. */
  async invite({ token, ...person }: Invited): Promise<Id<'person'>> {
    return this.database.write(async () => {
      const personId = await this.people.createPerson({ ...person, password: null });
      await this.add(personId, token);
      return personId;
    });
  }

  /**
   * A new link for somebody who is here already, and has lost theirs, or their password, which stays until the link is used; links
   * from before end.
   */
  async renew(personId: Id<'person'>, token: string): Promise<void> {
    await this.database.write(async () => {
      await this.database.run('UPDATE person SET version = version + 1 WHERE id = ?', [bin(personId)]);
      await this.database.run('DELETE FROM invitation WHERE person_id = ?', [bin(personId)]);
      await this.add(personId, token);
    });
  }

  async renewByEmail(email: string, token: string): Promise<void> {
    await this.database.write(async () => {
      const person = await this.reader.findByEmail(email);
      if (!person?.active)
        throw missing('person.address_unknown', 'Nobody at work here has this e-mail address.', { email });
      await this.renew(person.id, token);
    });
  }

  /** Whether the person can come in by this link now. */
  async isOpen(personId: Id<'person'>, token: string): Promise<boolean> {
    const open = await this.database.query(
      'SELECT 1 FROM invitation WHERE token_hash = ? AND person_id = ? AND expires_at > ?',
      [hashOf(token), bin(personId), this.clock.now()],
    );
    return open.length > 0;
  }

  /** Gives the person of a link the password they chose; says by which address they sign in from now on. */
  async accept(token: string, password: string): Promise<Pick<Waiting, 'email' | 'locale'>> {
    // Hashing is heavy: whoever makes tokens up, or chooses a password that is refused, costs no more than a look.
    const refused = judgePassword(password, await this.find(token));
    if (refused) decided(refused);
    const passwordHash = await hashPassword(password);
    return this.database.write(async () => {
      const { personId, name, email, locale } = await this.find(token, 'FOR UPDATE');
      await this.database.run('UPDATE person SET password_hash = ?, version = version + 1 WHERE id = ?', [
        passwordHash,
        bin(personId),
      ]);
      await this.database.run('DELETE FROM invitation WHERE person_id = ?', [bin(personId)]);
      // Whoever had the password before is out.
      await this.database.run('DELETE FROM session WHERE person_id = ?', [bin(personId)]);
      // Whoever has the link is nobody yet; from here on they are the one it was made for.
      await actingAs({ ...actor(), personId, name }, () =>
        this.outbox.record({ topic: 'person.joined', subjectKind: 'person', subjectId: personId }),
      );
      return { email, locale };
    });
  }

  /** Forgets links that lead nowhere any more; says how many. */
  async prune(): Promise<number> {
    return this.database.prune('DELETE FROM invitation WHERE expires_at <= ? LIMIT ?', [this.clock.now()]);
  }

  private async add(personId: Id<'person'>, token: string): Promise<void> {
    const now = this.clock.now();
    try {
      await this.database.run(
        'INSERT INTO invitation (token_hash, person_id, created_at, expires_at) VALUES (?, ?, ?, ?)',
        [hashOf(token), bin(personId), now, new Date(now.getTime() + longestMs)],
      );
    } catch (error) {
      throw isDuplicate(error) ? tokenTaken() : error;
    }
    await this.outbox.record({ topic: 'person.invited', subjectKind: 'person', subjectId: personId });
  }

  private async find(token: string, hold: 'FOR UPDATE' | '' = ''): Promise<Waiting> {
    const [found] = await this.database.query<Waiting>(
      `SELECT p.id AS personId, p.name, p.email, p.locale FROM invitation i JOIN person p ON p.id = i.person_id
       WHERE i.token_hash = ? AND i.expires_at > ? AND p.active AND p.email IS NOT NULL ${hold}`,
      [hashOf(token), this.clock.now()],
    );
    if (!found)
      throw missing(
        'invitation.unknown',
        'This invitation has been used already, or has run out. Ask your administrator for another one.',
      );
    return found;
  }
}

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();
