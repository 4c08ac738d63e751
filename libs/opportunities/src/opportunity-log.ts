import { Injectable } from '@nestjs/common';
import { actor, Clock, digestOfBooking, newId, type Id } from '@tandem/kernel';
import { Outbox } from '@tandem/outbox';
import { FasterChangeReader } from './faster-change.reader';
import { changedMeanwhile, noOpportunity, undone } from './opportunities.errors';
import { OpportunitiesRepository, type HeldOpportunity } from './opportunities.repository';
import type { Opportunity } from './opportunity.entity';
import { nextMoveRow, type MoveCorrection, type MoveRow } from './rules/next-move-row';
import type { BookingRow } from './rules/post-booking';
import { trackedOf } from './rules/tracked-state';
import { visibleTo } from './rules/visible-to';

interface Story {
  /** `opportunity.<past verb>`. */
  readonly topic: string;
  readonly reasonKey?: string;
  readonly note?: string;
  /** When it was true; default now. */
  readonly at?: Date;
  readonly correction?: MoveCorrection;
  readonly correctsSeq?: number;
  /** Since when it stands in its stage, where the log as it reads by now says otherwise than `at`. */
  readonly stageEnteredAt?: Date;
  /** What happened beside the opportunity itself, for the audit line and whoever listens. */
  readonly told?: Readonly<Record<string, unknown>>;
  /** Posts what the row of the log books, once the row is written. */
  readonly books?: (move: MoveRow) => Promise<readonly BookingRow[]>;
  /** Lines that were posted by hand, beside the log. */
  readonly booked?: readonly BookingRow[];
}

/** What is told of a change; the digests of its booking lines are sealed with the audit line. */
type Told = Pick<Story, 'topic' | 'told' | 'booked'>;

/** The one way an opportunity changes: held, its version checked, saved as the next version, logged and told. */
@Injectable()
export class OpportunityLog {
  constructor(
    private readonly repository: OpportunitiesRepository,
    private readonly outbox: Outbox,
    private readonly faster: FasterChangeReader,
    private readonly clock: Clock,
  ) {}

  /** Holds an opportunity of the scope of whoever acts, at the version they have seen. */
  async hold(id: Id<'opportunity'>, seen: number): Promise<HeldOpportunity> {
    const held = await this.repository.hold(id, visibleTo(actor()));
    if (!held) throw noOpportunity(id);
    if (held.undoneAt) throw undone(held.undoneAt);
    if (held.version !== seen) throw changedMeanwhile(held, seen, await this.faster.find(id));
    return held;
  }

  async begin(opening: Omit<Opportunity, 'lastSeq' | 'logHash'>): Promise<MoveRow> {
    const move = nextMoveRow(null, opening, this.circumstances(opening));
    if (!move) throw new Error('a beginning is always logged');
    const opportunity = { ...opening, lastSeq: move.seq, logHash: move.hash };
    await this.repository.add(opportunity);
    this.repository.addMove(move);
    await this.tell(null, opportunity, move, { topic: 'opportunity.opened' });
    return move;
  }

  /** Writes what it is now, a row of the log when something has changed that the log follows, and gives it as it is saved. */
  async record<Row extends Opportunity>(before: Opportunity, after: Row, story: Story): Promise<Row> {
    const { topic, stageEnteredAt, told: beside, books, booked = [], ...row } = story;
    const next = { ...after, version: before.version + 1 };
    const happened = { ...this.circumstances(next), ...row };
    const move = nextMoveRow(before, next, happened);
    const saved = {
      ...next,
      lastSeq: move?.seq ?? before.lastSeq,
      logHash: move?.hash ?? before.logHash,
      stageEnteredAt: stageEnteredAt ?? (next.stageId === before.stageId ? before.stageEnteredAt : happened.at),
    };
    this.repository.save(before, saved, () => {
      throw changedMeanwhile(before, before.version);
    });
    if (move) this.repository.addMove(move);
    const lines = move && books ? await books(move) : booked;
    await this.tell(before, saved, move, { topic, ...(beside ? { told: beside } : {}), booked: lines });
    return saved;
  }

  private circumstances({ id, version }: Pick<Opportunity, 'id' | 'version'>) {
    const now = this.clock.now();
    return { id: newId<'move'>(), opportunityId: id, version, at: now, recordedAt: now, actorId: actor().personId };
  }

  private tell(
    before: Opportunity | null,
    after: Opportunity,
    move: MoveRow | null,
    { topic, told: beside, booked = [] }: Told,
  ): Promise<void> {
    return this.outbox.record({
      topic,
      subjectKind: 'opportunity',
      subjectId: after.id,
      ...(before ? { before: told(before) } : {}),
      after: { ...told(after), ...beside, ...(booked.length > 0 ? { booked: booked.map(digestOfBooking) } : {}) },
      ...(move ? { id: move.id } : {}),
      payload: {
        id: after.id,
        version: after.version,
        ...(move ? { moveId: move.id, seq: move.seq } : {}),
        ...beside,
      },
    });
  }
}

const told = (opportunity: Opportunity) => ({
  ...trackedOf(opportunity),
  name: opportunity.name,
  accountId: opportunity.accountId,
  productId: opportunity.productId,
  costMinor: opportunity.costMinor,
  bookingType: opportunity.bookingType,
  forecastCategory: opportunity.forecastCategory,
  sourceId: opportunity.sourceId,
  campaignId: opportunity.campaignId,
  marketingOwnerId: opportunity.marketingOwnerId,
  marketingTeamId: opportunity.marketingTeamId,
  lossReason: opportunity.lossReason,
  nextStep: opportunity.nextStep,
  nextStepDate: opportunity.nextStepDate,
  version: opportunity.version,
});
