import { Controller, Get, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  attribution,
  attributionQuery,
  attributionRecordsQuery,
  lineRecords,
  type AttributionQuery,
  type AttributionRecordsQuery,
  type AttributionWire,
  type LineRecordsWire,
} from '@tandem/contracts';
import { AttributionReader } from '@tandem/metrics';
import { Answers } from '../access/answers';
import { Policy } from '../access/policy';
import type { KnownRequest } from '../access/request';
import { AnswersRecords } from '../exports/answers-records';
import { localeOf } from '../problems/problem.filter';
import { presentAttribution } from './attribution.presenter';
import { presentLineRecords } from './line.presenter';
import { lineScopeOf } from './scope.request';

/** What brought the revenue: sourced, influenced, and shared out by two models side by side. */
@ApiTags('metrics')
@Controller('metrics/attribution')
export class AttributionController {
  constructor(private readonly reader: AttributionReader) {}

  @Get()
  @Policy('signed_in')
  @Answers(attribution)
  async read(
    @Query({ schema: attributionQuery }) { model, beside, ...query }: AttributionQuery,
    @Req() request: KnownRequest,
  ): Promise<AttributionWire> {
    const { period, asOf, reading, halfLifeDays } = query;
    const question = { period, asOf, reading, halfLifeDays, model, beside, filter: lineScopeOf(query) };
    return presentAttribution(await this.reader.attribution(question), localeOf(request));
  }

  @Get('records')
  @Policy('signed_in')
  @AnswersRecords(lineRecords, 'attribution')
  async records(
    @Query({ schema: attributionRecordsQuery }) { view, row, ...query }: AttributionRecordsQuery,
  ): Promise<LineRecordsWire> {
    const { period, asOf, reading, halfLifeDays, limit, cursor } = query;
    const question = { period, asOf, reading, halfLifeDays, limit, cursor, filter: lineScopeOf(query) };
    return presentLineRecords(await this.reader.records(view, row, question));
  }
}
