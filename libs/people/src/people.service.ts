import { Injectable } from '@nestjs/common';
import { bin, Database, isDuplicate } from '@tandem/database';
import { Clock, newId, refused, type Id, type Locale, type Role, type Side } from '@tandem/kernel';
import { Outbox } from '@tandem/outbox';
import { fitsPassword, hashPassword } from './passwords';
import { noTeam } from './people.errors';
import { normalEmail } from './rules/normal-email';

export interface NewPerson {
  readonly name: string;
  readonly nameZh?: string | null;
  readonly email: string;
  readonly password: string;
  readonly side: Side;
  readonly role: Role;
  readonly teamId?: Id<'team'> | null;
  readonly locale?: Locale;
}

/** Changes to who is there. */
@Injectable()
export class PeopleService {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Refuses an e-mail address that somebody else has, and a team that does not exist. */
  async createPerson(person: NewPerson): Promise<Id<'person'>> {
    const passwordHash = await hashPassword(person.password);
    const { name, nameZh = null, email, side, role, teamId = null, locale = 'en' } = person;
    return this.database.write(async () => {
      await this.refuseUnknownTeam(teamId);
      const id = newId<'person'>();
      try {
        await this.database.run(
          `INSERT INTO person (id, name, name_zh, email, email_norm, side, role, team_id, locale, password_hash, active, created_at, version)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, TRUE, ?, 1)`,
          [
            bin(id),
            name,
            nameZh,
            email.trim(),
            Buffer.from(normalEmail(email)),
            side,
            role,
            bin(teamId),
            locale,
            passwordHash,
            this.clock.now(),
          ],
        );
      } catch (error) {
        if (!isDuplicate(error)) throw error;
        throw refused('person.email_taken', 'Somebody with this e-mail address is here already.', { email });
      }
      await this.outbox.record({
        topic: 'person.created',
        subjectKind: 'person',
        subjectId: id,
        after: { name, email, side, role, teamId },
      });
      return id;
    });
  }

  /** Refuses the password the person has already. */
  async changePassword(personId: Id<'person'>, password: string): Promise<void> {
    const passwordHash = await hashPassword(password);
    await this.database.write(async () => {
      const [known] = await this.database.query<{ passwordHash: string | null }>(
        'SELECT password_hash AS passwordHash FROM person WHERE id = ? FOR UPDATE',
        [bin(personId)],
      );
      if (await fitsPassword(known?.passwordHash ?? null, password)) {
        throw refused('person.same_password', 'This is the password you have already. Choose another one.');
      }
      await this.database.run('UPDATE person SET password_hash = ?, version = version + 1 WHERE id = ?', [
        passwordHash,
        bin(personId),
      ]);
      await this.outbox.record({ topic: 'person.password_changed', subjectKind: 'person', subjectId: personId });
    });
  }

  /** The language a person reads screens and mails in. */
  async chooseLocale(personId: Id<'person'>, locale: Locale): Promise<void> {
    await this.database.write(async () => {
      const changed = await this.database.run(
        'UPDATE person SET locale = ?, version = version + 1 WHERE id = ? AND locale <> ?',
        [locale, bin(personId), locale],
      );
      if (changed === 0) return;
      await this.outbox.record({
        topic: 'person.locale_chosen',
        subjectKind: 'person',
        subjectId: personId,
        after: { locale },
      });
    });
  }

  private async refuseUnknownTeam(teamId: Id<'team'> | null): Promise<void> {
    if (teamId === null) return;
    const [team] = await this.database.query('SELECT id FROM team WHERE id = ?', [bin(teamId)]);
    if (!team) throw noTeam(teamId);
  }
}
