import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import { Clock, type Id } from '@tandem/kernel';
import { OrganisationReader, PeriodLocksReader } from '@tandem/people';
import { BookingsPoster } from './bookings-poster';
import { HandOffLog } from './hand-off-log';
import { settled } from './opportunities.errors';
import { OpportunitiesRepository } from './opportunities.repository';
import { OpportunityLog } from './opportunity-log';
import type { CorrectionWish } from './opportunity-wishes';
import { OpportunityWork } from './opportunity-work';
import { decideRedating, decideWithdrawal } from './rules/decide-correction';
import { enteredAt } from './rules/effective-log';
import { stageOf } from './rules/stage-road';

type Wish<Kind extends CorrectionWish['kind']> = Extract<CorrectionWish, { kind: Kind }>;

/** What was written down wrongly is not overwritten: a further row says what was true. */
@Injectable()
export class CorrectionsService {
  constructor(
    private readonly database: Database,
    private readonly repository: OpportunitiesRepository,
    private readonly work: OpportunityWork,
    private readonly log: OpportunityLog,
    private readonly handOffs: HandOffLog,
    private readonly bookings: BookingsPoster,
    private readonly organisation: OrganisationReader,
    private readonly locks: PeriodLocksReader,
    private readonly clock: Clock,
  ) {}

  async correct(id: Id<'opportunity'>, seen: number, wish: CorrectionWish): Promise<void> {
    await this.database.write(() =>
      wish.kind === 'redate' ? this.redate(id, seen, wish) : this.withdraw(id, seen, wish),
    );
  }

  /** The state stays; only when an earlier change was true is told anew. */
  private async redate(id: Id<'opportunity'>, seen: number, wish: Wish<'redate'>): Promise<void> {
    const { held, facts } = await this.work.on(id, seen);
    const { zone } = await this.organisation.get();
    const calendar = { now: this.clock.now(), zone, lockedBefore: await this.locks.holdLockedBefore() };
    const log = await this.repository.log(id);
    const { at, effective } = settled(decideRedating({ ...facts, log }, wish, calendar));
    const { correctsSeq, note } = wish;
    await this.log.record(
      held,
      { ...held, createdAt: effective[0]?.at ?? held.createdAt },
      {
        topic: 'opportunity.redated',
        at,
        correction: 'redate',
        correctsSeq,
        note,
        stageEnteredAt: enteredAt(effective),
        told: { correctsSeq, at },
      },
    );
  }

  /** The latest change never was: what was true before it is true again, and its bookings are taken back. */
  private async withdraw(id: Id<'opportunity'>, seen: number, { correctsSeq, note }: Wish<'withdraw'>): Promise<void> {
    const { held, facts } = await this.work.on(id, seen);
    const log = await this.repository.log(id);
    const { after, row, effective } = settled(decideWithdrawal({ ...facts, log }, correctsSeq, held));
    await this.log.record(
      held,
      { ...after, stageClass: stageOf(facts.stages, after.stageId).class },
      {
        topic: 'opportunity.withdrawn',
        correction: 'withdraw',
        correctsSeq,
        note,
        stageEnteredAt: enteredAt(effective),
        told: { correctsSeq },
        books: (move) => this.bookings.withdraw(id, row.id, move),
      },
    );
    if (after.outcome !== 'open') await this.handOffs.closeOffer(held);
  }
}
