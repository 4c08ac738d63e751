import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  adjustment,
  correction,
  credit,
  id,
  opportunity,
  type Adjustment,
  type Correction,
  type Credit,
  type OpportunityWire,
} from '@tandem/contracts';
import type { Id } from '@tandem/kernel';
import { CorrectionsService, CreditsService, PipelineReader } from '@tandem/opportunities';
import { Answers } from '../access/answers';
import { IfMatch } from '../access/if-match';
import { Policy } from '../access/policy';
import { presentOpportunity } from './opportunity.presenter';
import { adjustmentOf, correctionOf, creditOf } from './opportunity.request';

type OpportunityId = Id<'opportunity'>;

/** What is learned later never overwrites what was written: it is a row or a line of its own. */
@ApiTags('opportunities')
@Controller('opportunities')
export class CorrectionsController {
  constructor(
    private readonly corrections: CorrectionsService,
    private readonly credits: CreditsService,
    private readonly pipeline: PipelineReader,
  ) {}

  @Post(':id/corrections')
  @Policy('work_opportunities')
  @Answers(opportunity, { changes: true, versioned: true })
  async correct(
    @Param('id', { schema: id }) opportunityId: OpportunityId,
    @IfMatch() seen: number,
    @Body({ schema: correction }) body: Correction,
  ): Promise<OpportunityWire> {
    await this.corrections.correct(opportunityId, seen, correctionOf(body));
    return this.present(opportunityId);
  }

  @Post(':id/credits')
  @Policy('work_opportunities')
  @Answers(opportunity, { changes: true, versioned: true })
  async credit(
    @Param('id', { schema: id }) opportunityId: OpportunityId,
    @IfMatch() seen: number,
    @Body({ schema: credit }) body: Credit,
  ): Promise<OpportunityWire> {
    await this.credits.credit(opportunityId, seen, creditOf(body));
    return this.present(opportunityId);
  }

  @Post(':id/adjustments')
  @Policy('keep_books')
  @Answers(opportunity, { changes: true, versioned: true })
  async adjust(
    @Param('id', { schema: id }) opportunityId: OpportunityId,
    @IfMatch() seen: number,
    @Body({ schema: adjustment }) body: Adjustment,
  ): Promise<OpportunityWire> {
    await this.credits.adjust(opportunityId, seen, adjustmentOf(body));
    return this.present(opportunityId);
  }

  private async present(opportunityId: OpportunityId): Promise<OpportunityWire> {
    return presentOpportunity(await this.pipeline.get(opportunityId));
  }
}
