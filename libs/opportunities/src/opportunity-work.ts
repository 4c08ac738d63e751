import { Injectable } from '@nestjs/common';
import { FunnelReader } from '@tandem/funnel';
import { actor, type Id } from '@tandem/kernel';
import { otherSide } from './opportunities.errors';
import { OpportunityLog } from './opportunity-log';
import type { MoveFacts } from './rules/decide-move';
import { mayWork, sidesOf } from './rules/may-work';
import { readIn, stageOf } from './rules/stage-road';

/** Takes an opportunity in hand: held, at the version that was seen, by somebody who works where it stands. */
@Injectable()
export class OpportunityWork {
  constructor(
    private readonly log: OpportunityLog,
    private readonly funnel: FunnelReader,
  ) {}

  async on(id: Id<'opportunity'>, seen: number) {
    const held = await this.log.hold(id, seen);
    const stages = readIn(actor().locale, await this.funnel.stages());
    const side = stageOf(stages, held.stageId).ownerSide;
    if (!mayWork(actor(), side)) throw otherSide(side);
    const facts: Omit<MoveFacts, 'opportunity'> = { stages, sides: sidesOf(actor()), returnable: held.accepted };
    return { held, side, facts };
  }
}
