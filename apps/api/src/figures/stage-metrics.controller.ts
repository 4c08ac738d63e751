import { Controller, Get, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  cycleAnswer,
  cycleQuery,
  cycleRecordsQuery,
  flowRecords,
  funnelRecords,
  matrixAnswer,
  matrixQuery,
  matrixRecordsQuery,
  staleAnswer,
  staleQuery,
  staleRecordsQuery,
  staysAnswer,
  staysQuery,
  staysRecordsQuery,
  throughputAnswer,
  throughputQuery,
  throughputRecordsQuery,
  type CycleAnswerWire,
  type CycleQuery,
  type CycleRecordsQuery,
  type FlowRecordsWire,
  type FunnelRecordsWire,
  type MatrixAnswerWire,
  type MatrixQuery,
  type MatrixRecordsQuery,
  type StaleAnswerWire,
  type StaleQuery,
  type StaleRecordsQuery,
  type StaysAnswerWire,
  type StaysQuery,
  type StaysRecordsQuery,
  type ThroughputAnswerWire,
  type ThroughputQuery,
  type ThroughputRecordsQuery,
} from '@tandem/contracts';
import {
  CyclesReader,
  FunnelFiguresReader,
  MatrixReader,
  StaleReader,
  StaysReader,
  ThroughputReader,
} from '@tandem/metrics';
import { Answers } from '../access/answers';
import { Policy } from '../access/policy';
import type { KnownRequest } from '../access/request';
import { AnswersRecords } from '../exports/answers-records';
import { localeOf } from '../problems/problem.filter';
import { presentFlowRecords } from './flow.presenter';
import { flowQuestionOf } from './flow.request';
import { presentFunnelRecords } from './funnel-figures.presenter';
import { scopeOf } from './scope.request';
import { presentCycle, presentMatrix, presentStale, presentStays, presentThroughput } from './stage-metrics.presenter';

/** What moves between stages, how long it stays there, and what stands still. */
@ApiTags('metrics')
@Controller('metrics')
export class StageMetricsController {
  constructor(
    private readonly matrices: MatrixReader,
    private readonly throughputs: ThroughputReader,
    private readonly funnel: FunnelFiguresReader,
    private readonly stays: StaysReader,
    private readonly cycles: CyclesReader,
    private readonly stale: StaleReader,
  ) {}

  @Get('matrix')
  @Policy('signed_in')
  @Answers(matrixAnswer)
  async readMatrix(
    @Query({ schema: matrixQuery }) query: MatrixQuery,
    @Req() request: KnownRequest,
  ): Promise<MatrixAnswerWire> {
    return presentMatrix(await this.matrices.matrix(flowQuestionOf(query)), localeOf(request));
  }

  @Get('matrix/records')
  @Policy('signed_in')
  @AnswersRecords(flowRecords, 'matrix')
  async readMatrixRecords(@Query({ schema: matrixRecordsQuery }) query: MatrixRecordsQuery): Promise<FlowRecordsWire> {
    const { from, to, kind, skipped, limit, cursor } = query;
    const part = { from, to, kind, skipped: skipped === undefined ? undefined : skipped === 'true' };
    return presentFlowRecords(await this.matrices.records({ ...flowQuestionOf(query), ...part, limit, cursor }));
  }

  @Get('throughput')
  @Policy('signed_in')
  @Answers(throughputAnswer)
  async readThroughput(
    @Query({ schema: throughputQuery }) query: ThroughputQuery,
    @Req() request: KnownRequest,
  ): Promise<ThroughputAnswerWire> {
    const { period, side, mode, asOf, reading } = query;
    const question = { period, side, mode, asOf, reading, filter: scopeOf(query) };
    return presentThroughput(await this.throughputs.throughput(question), localeOf(request));
  }

  @Get('throughput/records')
  @Policy('signed_in')
  @AnswersRecords(funnelRecords, 'throughput')
  async readThroughputRecords(
    @Query({ schema: throughputRecordsQuery }) query: ThroughputRecordsQuery,
  ): Promise<FunnelRecordsWire> {
    const { row, period, side, mode, asOf, reading, limit, cursor } = query;
    const question = { period, side, mode, asOf, reading, limit, cursor, filter: scopeOf(query) };
    return presentFunnelRecords(await this.funnel.records(row, question));
  }

  @Get('stays')
  @Policy('signed_in')
  @Answers(staysAnswer)
  async readStays(
    @Query({ schema: staysQuery }) query: StaysQuery,
    @Req() request: KnownRequest,
  ): Promise<StaysAnswerWire> {
    return presentStays(await this.stays.stays({ ...flowQuestionOf(query), side: query.side }), localeOf(request));
  }

  @Get('stays/records')
  @Policy('signed_in')
  @AnswersRecords(flowRecords, 'stays')
  async readStaysRecords(@Query({ schema: staysRecordsQuery }) query: StaysRecordsQuery): Promise<FlowRecordsWire> {
    const { side, row, of, limit, cursor } = query;
    return presentFlowRecords(await this.stays.records({ ...flowQuestionOf(query), side, row, of, limit, cursor }));
  }

  @Get('cycle')
  @Policy('signed_in')
  @Answers(cycleAnswer)
  async readCycle(
    @Query({ schema: cycleQuery }) query: CycleQuery,
    @Req() request: KnownRequest,
  ): Promise<CycleAnswerWire> {
    return presentCycle(await this.cycles.cycle(flowQuestionOf(query)), localeOf(request));
  }

  @Get('cycle/records')
  @Policy('signed_in')
  @AnswersRecords(flowRecords, 'cycle')
  async readCycleRecords(@Query({ schema: cycleRecordsQuery }) query: CycleRecordsQuery): Promise<FlowRecordsWire> {
    const { limit, cursor } = query;
    return presentFlowRecords(await this.cycles.records({ ...flowQuestionOf(query), limit, cursor }));
  }

  @Get('stale')
  @Policy('signed_in')
  @Answers(staleAnswer)
  async readStale(
    @Query({ schema: staleQuery }) query: StaleQuery,
    @Req() request: KnownRequest,
  ): Promise<StaleAnswerWire> {
    return presentStale(await this.stale.stale(flowQuestionOf(query)), localeOf(request));
  }

  @Get('stale/records')
  @Policy('signed_in')
  @AnswersRecords(flowRecords, 'stale')
  async readStaleRecords(@Query({ schema: staleRecordsQuery }) query: StaleRecordsQuery): Promise<FlowRecordsWire> {
    const { stage, of, limit, cursor } = query;
    return presentFlowRecords(await this.stale.records({ ...flowQuestionOf(query), stage, of, limit, cursor }));
  }
}
