import { Injectable } from '@nestjs/common';
import { bin, Database } from '@tandem/database';
import { actor, decided, missing, type Id, type Side } from '@tandem/kernel';
import { Outbox } from '@tandem/outbox';
import { InvitationsService } from './invitations.service';
import { changedMeanwhile, noTeam, switchedOff, withoutEmail } from './people.errors';
import { decideAccountChange, endsAdministrators, type Account, type AccountWish } from './rules/decide-account-change';

type PersonId = Id<'person'>;
interface Held extends Account {
  readonly email: string | null;
  readonly version: number;
}

/** What an administrator does about people who are here already. */
@Injectable()
export class AccountsService {
  constructor(
    private readonly database: Database,
    private readonly invitations: InvitationsService,
    private readonly outbox: Outbox,
  ) {}

  /** Changes role, team, side, names or language, and switches off or on; whoever is switched off is signed out everywhere. */
  async change(id: PersonId, seen: number, wish: AccountWish): Promise<void> {
    await this.database.write(async () => {
      // Before anything else, so that two who take each other away wait for one another and meet in no deadlock.
      const isLastAdministrator = endsAdministrators(wish) && !(await this.holdAdministrators(id));
      const account = await this.hold(id);
      refuseStale(account, seen);
      const teamSide = await this.sideOf(wish.teamId === undefined ? account.teamId : wish.teamId);
      const change = decideAccountChange(account, wish, {
        isOwn: actor().personId === id,
        teamSide,
        isLastAdministrator,
      });
      if (change === null) return;
      const { act, before, after } = decided(change);
      const { name, nameZh, side, role, teamId, locale, active } = { ...account, ...after };
      await this.database.run(
        `UPDATE person SET name = ?, name_zh = ?, side = ?, role = ?, team_id = ?, locale = ?, active = ?, version = version + 1
         WHERE id = ?`,
        [name, nameZh, side, role, bin(teamId), locale, active, bin(id)],
      );
      if (act === 'deactivated') await this.endSessions(id);
      await this.outbox.record({ topic: `person.${act}`, subjectKind: 'person', subjectId: id, before, after });
    });
  }

  /** A new link; asked again with the token of the one that is open, it changes nothing. */
  async invite(id: PersonId, seen: number, token: string): Promise<void> {
    await this.database.write(async () => {
      const held = await this.hold(id);
      if (!held.active) throw switchedOff();
      if (await this.invitations.isOpen(id, token)) return;
      refuseStale(held, seen);
      if (held.email === null) throw withoutEmail();
      await this.invitations.renew(id, token);
    });
  }

  private async hold(id: PersonId): Promise<Held> {
    const [held] = await this.database.query<Omit<Held, 'active'> & { readonly active: number }>(
      `SELECT name, name_zh AS nameZh, email, side, role, team_id AS teamId, locale, active, version
       FROM person WHERE id = ? FOR UPDATE`,
      [bin(id)],
    );
    if (!held) throw missing('person.missing', 'There is no such person.', { id });
    return { ...held, active: held.active === 1 };
  }

  /** Is anybody besides this person an administrator who can sign in? They stay so until this is over. */
  private async holdAdministrators(besides: PersonId): Promise<boolean> {
    const rows = await this.database.query<{ id: PersonId }>(
      `SELECT id FROM person WHERE active AND role = 'administrator' AND password_hash IS NOT NULL AND email IS NOT NULL
       ORDER BY id FOR UPDATE`,
    );
    return rows.some(({ id }) => id !== besides);
  }

  private async sideOf(teamId: Id<'team'> | null): Promise<Side | null> {
    if (teamId === null) return null;
    const [team] = await this.database.query<{ side: Side }>('SELECT side FROM team WHERE id = ?', [bin(teamId)]);
    if (!team) throw noTeam(teamId);
    return team.side;
  }

  private async endSessions(id: PersonId): Promise<void> {
    await this.database.run('DELETE FROM session WHERE person_id = ?', [bin(id)]);
  }
}

function refuseStale(held: Held, seen: number): void {
  if (held.version !== seen) throw changedMeanwhile(held);
}
