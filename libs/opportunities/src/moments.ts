import { Injectable } from '@nestjs/common';
import { Clock, localDate, type PlainDate } from '@tandem/kernel';
import { OrganisationReader, PeriodLocksReader } from '@tandem/people';
import { settled } from './opportunities.errors';
import { OpportunitiesRepository, type HeldOpportunity } from './opportunities.repository';
import { decideMoment } from './rules/decide-moment';
import { effectiveLog } from './rules/effective-log';

/** When a change was true, and the days it may close something on. */
export interface Moment {
  /** Left out when it is now. */
  readonly at?: Date;
  readonly today: PlainDate;
  /** The day of that instant in the reporting zone. */
  readonly happenedOn: PlainDate;
  /** Null where nothing is dated back, because today is never locked. */
  readonly lockedBefore: PlainDate | null;
}

/** Settles when a change of a held opportunity was true. */
@Injectable()
export class Moments {
  constructor(
    private readonly repository: OpportunitiesRepository,
    private readonly organisation: OrganisationReader,
    private readonly locks: PeriodLocksReader,
    private readonly clock: Clock,
  ) {}

  async settle(
    held: HeldOpportunity,
    { at, closeDate }: { readonly at?: Date | undefined; readonly closeDate?: PlainDate | undefined },
  ): Promise<Moment> {
    const { zone } = await this.organisation.get();
    const now = this.clock.now();
    const today = localDate(now, zone);
    const lockedBefore = at || closeDate ? await this.locks.holdLockedBefore() : null;
    if (!at) return { today, happenedOn: today, lockedBefore };
    const latest = effectiveLog(await this.repository.log(held.id)).at(-1);
    if (!latest) throw new Error('every opportunity has a log');
    settled(decideMoment(at, { now, zone, beganAt: held.createdAt, latestAt: latest.at, lockedBefore }));
    return { at, today, happenedOn: localDate(at, zone), lockedBefore };
  }
}
