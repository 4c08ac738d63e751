import { Controller, Get, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  funnelLeaks,
  funnelQuery,
  funnelRecords,
  funnelRecordsQuery,
  funnelSources,
  type FunnelLeaksWire,
  type FunnelQuery,
  type FunnelRecordsQuery,
  type FunnelRecordsWire,
  type FunnelSourcesWire,
} from '@tandem/contracts';
import { FunnelLeaksReader, FunnelSourcesReader } from '@tandem/metrics';
import { Answers } from '../access/answers';
import { Policy } from '../access/policy';
import type { KnownRequest } from '../access/request';
import { AnswersRecords } from '../exports/answers-records';
import { localeOf } from '../problems/problem.filter';
import { presentFunnelRecords } from './funnel-figures.presenter';
import { presentLeaks, presentSources } from './leaks.presenter';
import { scopeOf } from './scope.request';

/** What marketing asks on a Monday: where did it leak, and which source pays? */
@ApiTags('metrics')
@Controller('metrics')
export class LeaksController {
  constructor(
    private readonly leaks: FunnelLeaksReader,
    private readonly sources: FunnelSourcesReader,
  ) {}

  @Get('leaks')
  @Policy('signed_in')
  @Answers(funnelLeaks)
  async readLeaks(
    @Query({ schema: funnelQuery }) query: FunnelQuery,
    @Req() request: KnownRequest,
  ): Promise<FunnelLeaksWire> {
    const { period, side, mode, asOf, reading } = query;
    return presentLeaks(
      await this.leaks.leaks({ period, side, mode, asOf, reading, filter: scopeOf(query) }),
      localeOf(request),
    );
  }

  /** Whoever was decided at the step into a row. */
  @Get('leaks/records')
  @Policy('signed_in')
  @AnswersRecords(funnelRecords, 'leaks')
  async readLeakRecords(@Query({ schema: funnelRecordsQuery }) query: FunnelRecordsQuery): Promise<FunnelRecordsWire> {
    const { row, period, side, mode, asOf, reading, converted, limit, cursor } = query;
    const filter = scopeOf(query);
    return presentFunnelRecords(
      await this.leaks.records(row, { period, side, mode, asOf, reading, converted, limit, cursor, filter }),
    );
  }

  @Get('sources')
  @Policy('signed_in')
  @Answers(funnelSources)
  async readSources(
    @Query({ schema: funnelQuery }) query: FunnelQuery,
    @Req() request: KnownRequest,
  ): Promise<FunnelSourcesWire> {
    const { period, side, mode, asOf, reading } = query;
    return presentSources(
      await this.sources.sources({ period, side, mode, asOf, reading, filter: scopeOf(query) }),
      localeOf(request),
    );
  }
}
