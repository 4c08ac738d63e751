import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CallsService } from '@tandem/campaigns';
import { id, newCall, opportunity, type NewCall, type OpportunityWire } from '@tandem/contracts';
import type { Id } from '@tandem/kernel';
import { PipelineReader } from '@tandem/opportunities';
import { Answers } from '../access/answers';
import { IfMatch } from '../access/if-match';
import { Policy } from '../access/policy';
import { presentOpportunity } from '../opportunities/opportunity.presenter';
import { callOf } from './touch.presenter';

/** A call that was just made, and what happens next. */
@ApiTags('touches')
@Controller('opportunities')
export class CallsController {
  constructor(
    private readonly calls: CallsService,
    private readonly pipeline: PipelineReader,
  ) {}

  @Post(':id/calls')
  @Policy('work_opportunities')
  @Answers(opportunity, { changes: true, versioned: true })
  async log(
    @Param('id', { schema: id }) opportunityId: Id<'opportunity'>,
    @IfMatch() seen: number,
    @Body({ schema: newCall }) body: NewCall,
  ): Promise<OpportunityWire> {
    await this.calls.log(opportunityId, seen, callOf(body));
    return presentOpportunity(await this.pipeline.get(opportunityId));
  }
}
