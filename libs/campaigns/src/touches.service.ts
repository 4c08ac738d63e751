import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import { actor, Clock, newId, Problem, type Id } from '@tandem/kernel';
import { PipelineReader } from '@tandem/opportunities';
import { Outbox } from '@tandem/outbox';
import { OrganisationReader, PeriodLocksReader } from '@tandem/people';
import { decideTouch } from './rules/decide-touch';
import type { NewTouch } from './touch';
import type { Touch } from './touch.entity';
import { settled } from './touches.errors';
import { TouchesRepository } from './touches.repository';

/** Records contacts with buyers; what was recorded stays. */
@Injectable()
export class TouchesService {
  constructor(
    private readonly database: Database,
    private readonly repository: TouchesRepository,
    private readonly organisation: OrganisationReader,
    private readonly locks: PeriodLocksReader,
    private readonly pipeline: PipelineReader,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Somebody touches only opportunities they see; accounts are everybody's. */
  async record({
    opportunityId = null,
    accountId = null,
    sourceId = null,
    campaignId = null,
    side,
    kind,
    outcome = null,
    at,
  }: NewTouch): Promise<Id<'touch'>> {
    return this.database.write(async () => {
      const lockedBefore = await this.locks.holdLockedBefore();
      const { zone } = await this.organisation.get();
      const now = this.clock.now();
      const hasOpportunity = opportunityId !== null && (await this.sees(opportunityId));
      const named = await this.repository.named({ accountId, sourceId, campaignId });
      const wish = { opportunityId, accountId, sourceId, campaignId, outcome, at: at ?? now };
      const decision = settled(decideTouch(wish, { now, zone, lockedBefore, hasOpportunity, ...named }));
      const id = newId<'touch'>();
      const touch: Touch = {
        id,
        opportunityId,
        accountId,
        campaignId,
        side,
        kind,
        outcome,
        ...decision,
        recordedAt: now,
        actorId: actor().personId,
      };
      await this.repository.add(touch);
      const { recordedAt: _, id: __, ...said } = touch;
      await this.outbox.record({ topic: 'touch.recorded', subjectKind: 'touch', subjectId: id, after: said });
      return id;
    });
  }

  private async sees(id: Id<'opportunity'>): Promise<boolean> {
    try {
      await this.pipeline.get(id);
      return true;
    } catch (error) {
      if (error instanceof Problem && error.kind === 'missing') return false;
      throw error;
    }
  }
}
