import { Injectable } from '@nestjs/common';
import { actor, Clock, newId, type Id } from '@tandem/kernel';
import { Outbox } from '@tandem/outbox';
import { changedMeanwhile, noOpportunity } from './opportunities.errors';
import { OpportunitiesRepository, type HeldOpportunity } from './opportunities.repository';
import type { Opportunity } from './opportunity.entity';
import { nextMoveRow, type MoveCorrection, type MoveRow } from './rules/next-move-row';
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
}

/** The one way an opportunity changes: held, its version checked, saved as the next version, logged and told. */
@Injectable()
export class OpportunityLog {
  constructor(
    private readonly repository: OpportunitiesRepository,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Holds an opportunity of the scope of whoever acts, at the version they have seen. */
  async hold(id: Id<'opportunity'>, seen: number): Promise<HeldOpportunity> {
    const held = await this.repository.hold(id, visibleTo(actor()));
    if (!held) throw noOpportunity(id);
    if (held.version !== seen) throw changedMeanwhile(held, seen);
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

  /** The row of the log it wrote, or null when nothing the log follows has changed. */
  async record(before: Opportunity, after: Opportunity, story: Story): Promise<MoveRow | null> {
    const { topic, stageEnteredAt, told: beside, ...row } = story;
    const next: Opportunity = { ...after, version: before.version + 1 };
    const happened = { ...this.circumstances(next), ...row };
    const move = nextMoveRow(before, next, happened);
    const saved: Opportunity = {
      ...next,
      lastSeq: move?.seq ?? before.lastSeq,
      logHash: move?.hash ?? before.logHash,
      stageEnteredAt: stageEnteredAt ?? (next.stageId === before.stageId ? before.stageEnteredAt : happened.at),
    };
    this.repository.save(saved, before.version, () => {
      throw changedMeanwhile(before, before.version);
    });
    if (move) this.repository.addMove(move);
    await this.tell(before, saved, move, { topic, ...(beside ? { told: beside } : {}) });
    return move;
  }

  private circumstances({ id, version }: Pick<Opportunity, 'id' | 'version'>) {
    const now = this.clock.now();
    return { id: newId<'move'>(), opportunityId: id, version, at: now, recordedAt: now, actorId: actor().personId };
  }

  private tell(
    before: Opportunity | null,
    after: Opportunity,
    move: MoveRow | null,
    story: Pick<Story, 'topic' | 'told'>,
  ): Promise<void> {
    return this.outbox.record({
      topic: story.topic,
      subjectKind: 'opportunity',
      subjectId: after.id,
      ...(before ? { before: told(before) } : {}),
      after: { ...told(after), ...story.told },
      ...(move ? { id: move.id } : {}),
      payload: {
        id: after.id,
        version: after.version,
        ...(move ? { moveId: move.id, seq: move.seq } : {}),
        ...story.told,
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
  sourceId: opportunity.sourceId,
  campaignId: opportunity.campaignId,
  nextStep: opportunity.nextStep,
  nextStepDate: opportunity.nextStepDate,
  version: opportunity.version,
});
