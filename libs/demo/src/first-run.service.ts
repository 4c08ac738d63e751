import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import { FunnelService } from '@tandem/funnel';
import { addDays, Clock, decided, isZone, localDate, weekdayOf, type Id, type Locale } from '@tandem/kernel';
import { SeriesService } from '@tandem/meetings';
import { Outbox } from '@tandem/outbox';
import {
  InvitationsService,
  judgePassword,
  PeopleService,
  SetupService,
  type Invited,
  type OrganisationSettings,
} from '@tandem/people';
import { demoNotFailed, hoursUpsideDown, setUpAlready, zoneUnknown } from './demo.errors';
import { FirstGround, type FirstTeams, type WorkingHours } from './first-ground.repository';
import type { FirstWish } from './first-run.entity';
import { FirstRunRepository } from './first-run.repository';
import { firstMembers, teamFor } from './rules/first-people';

export interface Beginning {
  readonly wish: FirstWish;
  readonly administrator: {
    readonly name: string;
    readonly email: string;
    readonly password: string;
    readonly locale: Locale;
  };
  /** Null for the demo company, which brings its own. */
  readonly organisation: (Omit<OrganisationSettings, 'holds'> & { readonly hours: WorkingHours }) | null;
  readonly colleagues: readonly Pick<Invited, 'name' | 'email' | 'side' | 'role' | 'token'>[];
}

const dayMinutes = 24 * 60;

/** Setting an installation up: once, by exactly one person, all of it or nothing. */
@Injectable()
export class FirstRunService {
  constructor(
    private readonly database: Database,
    private readonly runs: FirstRunRepository,
    private readonly ground: FirstGround,
    private readonly setup: SetupService,
    private readonly people: PeopleService,
    private readonly invitations: InvitationsService,
    private readonly funnel: FunnelService,
    private readonly series: SeriesService,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  isOpen(): Promise<boolean> {
    return this.runs.isOpen();
  }

  /** Refuses whoever comes second, however short after the first. */
  async begin(beginning: Beginning): Promise<void> {
    const { wish, administrator, organisation } = beginning;
    const weak = judgePassword(administrator.password, administrator);
    if (weak) decided(weak);
    return this.database.write(async () => {
      const isFree = await this.runs.isOpen();
      if (!(await this.runs.claim(wish)) || !isFree) throw setUpAlready();
      const teams = organisation && (await this.found(organisation));
      // Whoever is alone here owns the first opportunity, and owners belong to a team.
      const post = { side: 'other', role: 'administrator' } as const;
      const teamId = teams?.sales ?? null;
      const id = await this.people.createPerson({ ...administrator, ...post, teamId });
      if (!teams) return;
      const invited = await this.inviteAll(beginning, teams);
      await this.callMeeting(organisation.zone, firstMembers([{ id, ...post }, ...invited]));
    });
  }

  /** The demo company is loaded once more after it failed. */
  async wishDemoAgain(): Promise<void> {
    await this.database.write(async () => {
      if (!(await this.runs.wishAgain())) throw demoNotFailed();
      await this.outbox.record({ topic: 'demo.wished_again', subjectKind: 'first_run', subjectId: null });
    });
  }

  private async found({ hours, ...settings }: NonNullable<Beginning['organisation']>): Promise<FirstTeams> {
    if (!isZone(settings.zone)) throw zoneUnknown(settings.zone);
    if (hours.opens >= hours.closes) throw hoursUpsideDown();
    if (!(await this.setup.ensureOrganisation({ ...settings, holds: 'real' }))) throw setUpAlready();
    await this.ground.setHours(settings.zone, hours);
    await this.funnel.ensureDefaultFunnel();
    return this.ground.addTeams();
  }

  private async inviteAll({ administrator: { locale }, colleagues }: Beginning, teams: FirstTeams) {
    const invited = [];
    for (const one of colleagues) {
      const { side, role } = one;
      const id = await this.invitations.invite({ ...one, teamId: teamFor(one, teams), locale });
      invited.push({ id, side, role });
    }
    return invited;
  }

  /** The weekly joint meeting stands from the beginning: without one nobody would ever be invited to it. */
  private async callMeeting(zone: string, members: readonly { readonly id: Id<'person'> }[]): Promise<void> {
    const [chair] = members;
    if (!chair) return;
    const today = localDate(this.clock.now(), zone);
    await this.series.ensureSeries({
      key: 'weekly-joint',
      name: 'Weekly joint meeting',
      nameZh: '每週業務行銷聯席會議',
      zone,
      weekday: 1,
      startsAt: '10:00',
      minutes: 30,
      firstDate: addDays(today, 8 - weekdayOf(today)),
      agendaLeadMinutes: dayMinutes,
      chairId: chair.id,
      memberIds: members.map(({ id }) => id),
    });
  }
}
