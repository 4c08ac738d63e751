import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import { actor, type Id } from '@tandem/kernel';
import { OpportunitiesService, type OpportunityEdit } from '@tandem/opportunities';
import type { CallOutcome } from './touch';
import { TouchesService } from './touches.service';

/** How a call went, and what happens next; what is left out stays. */
export interface CallWish extends Pick<OpportunityEdit, 'nextStep' | 'nextStepDate'> {
  readonly outcome: CallOutcome;
}

/** Logs calls on opportunities: the touch and the next step are both there, or neither is. */
@Injectable()
export class CallsService {
  constructor(
    private readonly database: Database,
    private readonly opportunities: OpportunitiesService,
    private readonly touches: TouchesService,
  ) {}

  /** Somebody logs calls where they work, on the version they saw. */
  async log(id: Id<'opportunity'>, seen: number, { outcome, ...step }: CallWish): Promise<Id<'touch'>> {
    return this.database.write(async () => {
      await this.opportunities.edit(id, seen, step);
      const side = actor().side === 'marketing' ? 'marketing' : 'sales';
      return this.touches.record({ opportunityId: id, side, kind: 'call', outcome });
    });
  }
}
