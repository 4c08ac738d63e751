import { Controller, Get, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  coverage,
  coverageQuery,
  coverageRecords,
  coverageRecordsQuery,
  pipelineQuery,
  pipelineRecords,
  pipelineRecordsQuery,
  pipelineTrend,
  slippage,
  slippageQuery,
  slippageRecords,
  slippageRecordsQuery,
  waterfall,
  waterfallQuery,
  waterfallRecords,
  waterfallRecordsQuery,
  type CoverageQuery,
  type CoverageRecordsQuery,
  type CoverageRecordsWire,
  type CoverageWire,
  type PipelineQuery,
  type PipelineRecordsQuery,
  type PipelineRecordsWire,
  type PipelineTrendWire,
  type SlippageQuery,
  type SlippageRecordsQuery,
  type SlippageRecordsWire,
  type SlippageWire,
  type WaterfallQuery,
  type WaterfallRecordsQuery,
  type WaterfallRecordsWire,
  type WaterfallWire,
} from '@tandem/contracts';
import { CoverageReader, PipelineTrendReader, SlippageReader, WaterfallReader } from '@tandem/metrics';
import { Answers } from '../access/answers';
import { Policy } from '../access/policy';
import type { KnownRequest } from '../access/request';
import { AnswersRecords } from '../exports/answers-records';
import { localeOf } from '../problems/problem.filter';
import {
  presentCoverage,
  presentCoverageRecords,
  presentSlippage,
  presentSlippageRecords,
  presentTrend,
  presentTrendRecords,
  presentWaterfall,
  presentWaterfallRecords,
} from './pipeline.presenter';
import { pipelineFilterOf } from './pipeline.request';

/** Questions about open pipeline money; like all figures, for both sides. */
@ApiTags('figures')
@Controller('metrics')
export class PipelineController {
  constructor(
    private readonly waterfalls: WaterfallReader,
    private readonly trends: PipelineTrendReader,
    private readonly slippages: SlippageReader,
    private readonly coverages: CoverageReader,
  ) {}

  @Get('waterfall')
  @Policy('signed_in')
  @Answers(waterfall)
  async waterfall(
    @Query({ schema: waterfallQuery }) query: WaterfallQuery,
    @Req() request: KnownRequest,
  ): Promise<WaterfallWire> {
    return presentWaterfall(await this.waterfalls.waterfall(wishOf(query)), localeOf(request));
  }

  @Get('waterfall/records')
  @Policy('signed_in')
  @AnswersRecords(waterfallRecords, 'waterfall')
  async waterfallRecords(
    @Query({ schema: waterfallRecordsQuery }) query: WaterfallRecordsQuery,
    @Req() request: KnownRequest,
  ): Promise<WaterfallRecordsWire> {
    return presentWaterfallRecords(await this.waterfalls.movements(query.bucket, wishOf(query)), localeOf(request));
  }

  @Get('pipeline')
  @Policy('signed_in')
  @Answers(pipelineTrend)
  async pipeline(
    @Query({ schema: pipelineQuery }) query: PipelineQuery,
    @Req() request: KnownRequest,
  ): Promise<PipelineTrendWire> {
    return presentTrend(await this.trends.trend(wishOf(query)), localeOf(request));
  }

  @Get('pipeline/records')
  @Policy('signed_in')
  @AnswersRecords(pipelineRecords, 'pipeline')
  async pipelineRecords(
    @Query({ schema: pipelineRecordsQuery }) query: PipelineRecordsQuery,
    @Req() request: KnownRequest,
  ): Promise<PipelineRecordsWire> {
    return presentTrendRecords(await this.trends.open(query.day, wishOf(query)), localeOf(request));
  }

  @Get('slippage')
  @Policy('signed_in')
  @Answers(slippage)
  async slippage(
    @Query({ schema: slippageQuery }) query: SlippageQuery,
    @Req() request: KnownRequest,
  ): Promise<SlippageWire> {
    return presentSlippage(await this.slippages.slippage(wishOf(query)), localeOf(request));
  }

  @Get('slippage/records')
  @Policy('signed_in')
  @AnswersRecords(slippageRecords, 'slippage')
  async slippageRecords(
    @Query({ schema: slippageRecordsQuery }) query: SlippageRecordsQuery,
    @Req() request: KnownRequest,
  ): Promise<SlippageRecordsWire> {
    return presentSlippageRecords(await this.slippages.due(query, wishOf(query)), localeOf(request));
  }

  @Get('coverage')
  @Policy('signed_in')
  @Answers(coverage)
  async coverage(
    @Query({ schema: coverageQuery }) query: CoverageQuery,
    @Req() request: KnownRequest,
  ): Promise<CoverageWire> {
    return presentCoverage(await this.coverages.coverage(wishOf(query)), localeOf(request));
  }

  @Get('coverage/records')
  @Policy('signed_in')
  @AnswersRecords(coverageRecords, 'coverage')
  async coverageRecords(
    @Query({ schema: coverageRecordsQuery }) query: CoverageRecordsQuery,
    @Req() request: KnownRequest,
  ): Promise<CoverageRecordsWire> {
    return presentCoverageRecords(await this.coverages.pipeline(query.of, wishOf(query)), localeOf(request));
  }
}

const wishOf = <Query extends Parameters<typeof pipelineFilterOf>[0]>(query: Query) => ({
  ...query,
  filter: pipelineFilterOf(query),
});
