import { Injectable } from '@nestjs/common';
import { bin, Database, isDuplicate } from '@tandem/database';
import { Clock, newId, refused, type Id, type Locale, type Role, type Side } from '@tandem/kernel';
import { Outbox } from '@tandem/outbox';
import { cardChanged } from './organisation.errors';
import { fitsPassword, hashPassword } from './passwords';
import { noTeam } from './people.errors';
import { normalEmail } from './rules/normal-email';

export interface NewPerson {
  readonly name: string;
  readonly nameZh?: string | null;
  readonly email: string;
  /** Null for somebody who is invited and will choose one. */
  readonly password: string | null;
  readonly side: Side;
  readonly role: Role;
  readonly teamId?: Id<'team'> | null;
  readonly locale?: Locale;
}

/** What colleagues find beside a name; what is left out stays, null empties. */
export interface OwnCard {
  readonly phone?: string | null | undefined;
  readonly askAbout?: string | null | undefined;
}

interface Preferences {
  readonly locale?: Locale | undefined;
  readonly isToured?: boolean | undefined;
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
    const passwordHash = person.password === null ? null : await hashPassword(person.password);
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

  /** What a person chooses for themselves; what they leave out stays. */
  async choose(personId: Id<'person'>, { locale, isToured = false }: Preferences): Promise<void> {
    await this.database.write(async () => {
      if (locale) await this.chooseLocale(personId, locale);
      if (isToured) await this.rememberTour(personId);
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

  /** People write their own card, on the version they saw. */
  async writeOwnCard(personId: Id<'person'>, seen: number, wished: OwnCard): Promise<void> {
    await this.database.write(async () => {
      const [known] = await this.database.query<Required<OwnCard> & { readonly version: number }>(
        'SELECT phone, ask_about AS askAbout, version FROM person WHERE id = ? FOR UPDATE',
        [bin(personId)],
      );
      if (known?.version !== seen) throw cardChanged(seen, known?.version ?? null);
      const before = { phone: known.phone ?? null, askAbout: known.askAbout ?? null };
      const { phone = before.phone, askAbout = before.askAbout } = wished;
      if (phone === before.phone && askAbout === before.askAbout) return;
      await this.database.run('UPDATE person SET phone = ?, ask_about = ?, version = version + 1 WHERE id = ?', [
        phone,
        askAbout,
        bin(personId),
      ]);
      await this.outbox.record({
        topic: 'person.card_written',
        subjectKind: 'person',
        subjectId: personId,
        before,
        after: { phone, askAbout },
      });
    });
  }

  /** They have been shown around, or do not want to be: it is not offered again. */
  private async rememberTour(personId: Id<'person'>): Promise<void> {
    await this.database.write(async () => {
      const changed = await this.database.run(
        'UPDATE person SET toured_at = ?, version = version + 1 WHERE id = ? AND toured_at IS NULL',
        [this.clock.now(), bin(personId)],
      );
      if (changed === 0) return;
      await this.outbox.record({ topic: 'person.toured', subjectKind: 'person', subjectId: personId });
    });
  }

  private async refuseUnknownTeam(teamId: Id<'team'> | null): Promise<void> {
    if (teamId === null) return;
    const [team] = await this.database.query('SELECT id FROM team WHERE id = ?', [bin(teamId)]);
    if (!team) throw noTeam(teamId);
  }
}
