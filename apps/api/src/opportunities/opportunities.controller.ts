import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  cancellation,
  history,
  id,
  loss,
  newMove,
  newOpportunity,
  opportunity,
  opportunityList,
  opportunityPatch,
  opportunityQuery,
  reopening,
  type Cancellation,
  type Card,
  type HistoryWire,
  type Loss,
  type NewMove,
  type NewOpportunity,
  type OpportunityPatch,
  type OpportunityQuery as OpportunityQueryWire,
  type OpportunityWire,
  type Page,
  type Reopening,
} from '@tandem/contracts';
import type { Id } from '@tandem/kernel';
import { HistoryReader, OpportunitiesService, PipelineReader, type OpportunityQuery } from '@tandem/opportunities';
import { Answers } from '../access/answers';
import { IfMatch } from '../access/if-match';
import { Policy } from '../access/policy';
import { presentCard, presentList } from './card.presenter';
import { presentHistory, presentOpportunity } from './opportunity.presenter';
import { cancellationOf, editOf, lossOf, moveOf, openingOf, reopeningOf } from './opportunity.request';

type OpportunityId = Id<'opportunity'>;

/** One record that travels the whole funnel. Every change needs the version it is made on and answers the new state. */
@ApiTags('opportunities')
@Controller('opportunities')
export class OpportunitiesController {
  constructor(
    private readonly changes: OpportunitiesService,
    private readonly pipeline: PipelineReader,
    private readonly histories: HistoryReader,
  ) {}

  @Get()
  @Policy('signed_in')
  @Answers(opportunityList)
  async list(@Query({ schema: opportunityQuery }) query: OpportunityQueryWire): Promise<{ items: Card[]; page: Page }> {
    return presentList(await this.pipeline.list(query as OpportunityQuery), presentCard);
  }

  @Post()
  @Policy('work_opportunities')
  @Answers(opportunity, { status: 201, changes: true })
  async open(@Body({ schema: newOpportunity }) body: NewOpportunity): Promise<OpportunityWire> {
    return this.present(await this.changes.open(openingOf(body)));
  }

  @Get(':id')
  @Policy('signed_in')
  @Answers(opportunity)
  read(@Param('id', { schema: id }) opportunityId: OpportunityId): Promise<OpportunityWire> {
    return this.present(opportunityId);
  }

  @Patch(':id')
  @Policy('work_opportunities')
  @Answers(opportunity, { changes: true, versioned: true })
  async edit(
    @Param('id', { schema: id }) opportunityId: OpportunityId,
    @IfMatch() seen: number,
    @Body({ schema: opportunityPatch }) body: OpportunityPatch,
  ): Promise<OpportunityWire> {
    await this.changes.edit(opportunityId, seen, editOf(body));
    return this.present(opportunityId);
  }

  @Get(':id/history')
  @Policy('signed_in')
  @Answers(history)
  async history(@Param('id', { schema: id }) opportunityId: OpportunityId): Promise<HistoryWire> {
    return presentHistory(await this.histories.of(opportunityId));
  }

  @Post(':id/moves')
  @Policy('work_opportunities')
  @Answers(opportunity, { changes: true, versioned: true })
  async move(
    @Param('id', { schema: id }) opportunityId: OpportunityId,
    @IfMatch() seen: number,
    @Body({ schema: newMove }) body: NewMove,
  ): Promise<OpportunityWire> {
    return presentOpportunity(await this.pipeline.show(await this.changes.move(opportunityId, seen, moveOf(body))));
  }

  @Post(':id/loss')
  @Policy('work_opportunities')
  @Answers(opportunity, { changes: true, versioned: true })
  async lose(
    @Param('id', { schema: id }) opportunityId: OpportunityId,
    @IfMatch() seen: number,
    @Body({ schema: loss }) body: Loss,
  ): Promise<OpportunityWire> {
    await this.changes.lose(opportunityId, seen, lossOf(body));
    return this.present(opportunityId);
  }

  @Post(':id/cancellation')
  @Policy('work_opportunities')
  @Answers(opportunity, { changes: true, versioned: true })
  async cancel(
    @Param('id', { schema: id }) opportunityId: OpportunityId,
    @IfMatch() seen: number,
    @Body({ schema: cancellation }) body: Cancellation,
  ): Promise<OpportunityWire> {
    await this.changes.cancel(opportunityId, seen, cancellationOf(body));
    return this.present(opportunityId);
  }

  @Post(':id/reopening')
  @Policy('work_opportunities')
  @Answers(opportunity, { changes: true, versioned: true })
  async reopen(
    @Param('id', { schema: id }) opportunityId: OpportunityId,
    @IfMatch() seen: number,
    @Body({ schema: reopening }) body: Reopening,
  ): Promise<OpportunityWire> {
    await this.changes.reopen(opportunityId, seen, reopeningOf(body));
    return this.present(opportunityId);
  }

  private async present(opportunityId: OpportunityId): Promise<OpportunityWire> {
    return presentOpportunity(await this.pipeline.get(opportunityId));
  }
}
