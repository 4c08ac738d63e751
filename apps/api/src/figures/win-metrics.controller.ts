import { Controller, Get, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  dealSizeAnswer,
  dealSizeQuery,
  dealSizeRecordsQuery,
  flowRecords,
  handOffFiguresAnswer,
  handOffFiguresQuery,
  handOffFiguresRecordsQuery,
  winRatesAnswer,
  winRatesQuery,
  winRatesRecordsQuery,
  type DealSizeAnswerWire,
  type DealSizeQuery,
  type DealSizeRecordsQuery,
  type FlowRecordsWire,
  type HandOffFiguresAnswerWire,
  type HandOffFiguresQuery,
  type HandOffFiguresRecordsQuery,
  type WinRatesAnswerWire,
  type WinRatesQuery,
  type WinRatesRecordsQuery,
} from '@tandem/contracts';
import { DealSizesReader, HandOffAnswersReader, WinRatesReader } from '@tandem/metrics';
import { Answers } from '../access/answers';
import { Policy } from '../access/policy';
import type { KnownRequest } from '../access/request';
import { AnswersRecords } from '../exports/answers-records';
import { localeOf } from '../problems/problem.filter';
import { presentFlowRecords } from './flow.presenter';
import { flowQuestionOf } from './flow.request';
import { presentDealSize, presentHandOffFigures, presentWinRates } from './win-metrics.presenter';

/** How often it is won, at what size, and how quickly what is offered is answered. */
@ApiTags('metrics')
@Controller('metrics')
export class WinMetricsController {
  constructor(
    private readonly winRates: WinRatesReader,
    private readonly dealSizes: DealSizesReader,
    private readonly handOffs: HandOffAnswersReader,
  ) {}

  @Get('win-rates')
  @Policy('signed_in')
  @Answers(winRatesAnswer)
  async readWinRates(
    @Query({ schema: winRatesQuery }) query: WinRatesQuery,
    @Req() request: KnownRequest,
  ): Promise<WinRatesAnswerWire> {
    return presentWinRates(await this.winRates.rates(flowQuestionOf(query)), localeOf(request));
  }

  @Get('win-rates/records')
  @Policy('signed_in')
  @AnswersRecords(flowRecords, 'win-rates')
  async readWinRatesRecords(
    @Query({ schema: winRatesRecordsQuery }) query: WinRatesRecordsQuery,
  ): Promise<FlowRecordsWire> {
    const { variant, limit, cursor } = query;
    return presentFlowRecords(await this.winRates.records({ ...flowQuestionOf(query), variant, limit, cursor }));
  }

  @Get('deal-size')
  @Policy('signed_in')
  @Answers(dealSizeAnswer)
  async readDealSize(
    @Query({ schema: dealSizeQuery }) query: DealSizeQuery,
    @Req() request: KnownRequest,
  ): Promise<DealSizeAnswerWire> {
    return presentDealSize(await this.dealSizes.size(flowQuestionOf(query)), localeOf(request));
  }

  @Get('deal-size/records')
  @Policy('signed_in')
  @AnswersRecords(flowRecords, 'deal-size')
  async readDealSizeRecords(
    @Query({ schema: dealSizeRecordsQuery }) query: DealSizeRecordsQuery,
  ): Promise<FlowRecordsWire> {
    const { of, limit, cursor } = query;
    return presentFlowRecords(await this.dealSizes.records({ ...flowQuestionOf(query), of, limit, cursor }));
  }

  @Get('hand-offs')
  @Policy('signed_in')
  @Answers(handOffFiguresAnswer)
  async readHandOffs(
    @Query({ schema: handOffFiguresQuery }) query: HandOffFiguresQuery,
    @Req() request: KnownRequest,
  ): Promise<HandOffFiguresAnswerWire> {
    return presentHandOffFigures(await this.handOffs.answers(flowQuestionOf(query)), localeOf(request));
  }

  @Get('hand-offs/records')
  @Policy('signed_in')
  @AnswersRecords(flowRecords, 'hand-offs')
  async readHandOffsRecords(
    @Query({ schema: handOffFiguresRecordsQuery }) query: HandOffFiguresRecordsQuery,
  ): Promise<FlowRecordsWire> {
    const { clock, fate, limit, cursor } = query;
    return presentFlowRecords(await this.handOffs.records({ ...flowQuestionOf(query), clock, fate, limit, cursor }));
  }
}
