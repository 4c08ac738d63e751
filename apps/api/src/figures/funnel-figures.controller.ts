import { Controller, Get, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  funnelFigures,
  funnelQuery,
  funnelRecords,
  funnelRecordsQuery,
  type FunnelFiguresWire,
  type FunnelQuery,
  type FunnelRecordsQuery,
  type FunnelRecordsWire,
} from '@tandem/contracts';
import { FunnelFiguresReader } from '@tandem/metrics';
import { Answers } from '../access/answers';
import { Policy } from '../access/policy';
import type { KnownRequest } from '../access/request';
import { AnswersRecords } from '../exports/answers-records';
import { localeOf } from '../problems/problem.filter';
import { presentFunnelFigures, presentFunnelRecords } from './funnel-figures.presenter';
import { scopeOf } from './scope.request';

@ApiTags('figures')
@Controller('figures/funnel')
export class FunnelFiguresController {
  constructor(private readonly figures: FunnelFiguresReader) {}

  @Get()
  @Policy('signed_in')
  @Answers(funnelFigures)
  async read(
    @Query({ schema: funnelQuery }) query: FunnelQuery,
    @Req() request: KnownRequest,
  ): Promise<FunnelFiguresWire> {
    const { period, side, mode, asOf, reading } = query;
    return presentFunnelFigures(
      await this.figures.figures({ period, side, mode, asOf, reading, filter: scopeOf(query) }),
      localeOf(request),
    );
  }

  @Get('records')
  @Policy('signed_in')
  @AnswersRecords(funnelRecords, 'funnel')
  async records(@Query({ schema: funnelRecordsQuery }) query: FunnelRecordsQuery): Promise<FunnelRecordsWire> {
    const { row, period, side, mode, asOf, reading, converted, limit, cursor } = query;
    const filter = scopeOf(query);
    return presentFunnelRecords(
      await this.figures.records(row, { period, side, mode, asOf, reading, converted, limit, cursor, filter }),
    );
  }
}
