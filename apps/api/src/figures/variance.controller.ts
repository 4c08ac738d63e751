import { Controller, Get, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  variance,
  varianceQuery,
  varianceRecords,
  varianceRecordsQuery,
  type VarianceQuery,
  type VarianceRecordsQuery,
  type VarianceRecordsWire,
  type VarianceWire,
} from '@tandem/contracts';
import { VarianceReader } from '@tandem/metrics';
import { Answers } from '../access/answers';
import { Policy } from '../access/policy';
import type { KnownRequest } from '../access/request';
import { AnswersRecords } from '../exports/answers-records';
import { localeOf } from '../problems/problem.filter';
import { scopeOf } from './scope.request';
import { presentVariance, presentVarianceRecords } from './variance.presenter';

/** Why a period brought less or more than planned: by driver and by stage, never by person. */
@ApiTags('metrics')
@Controller('metrics/variance')
export class VarianceController {
  constructor(private readonly reader: VarianceReader) {}

  @Get()
  @Policy('signed_in')
  @Answers(variance)
  async read(
    @Query({ schema: varianceQuery }) query: VarianceQuery,
    @Req() request: KnownRequest,
  ): Promise<VarianceWire> {
    const { period, asOf, reading, against, measure } = query;
    return presentVariance(
      await this.reader.variance({ period, asOf, reading, against, measure, filter: scopeOf(query) }),
      localeOf(request),
    );
  }

  @Get('records')
  @Policy('signed_in')
  @AnswersRecords(varianceRecords, 'variance')
  async records(
    @Query({ schema: varianceRecordsQuery }) { node, side, ...query }: VarianceRecordsQuery,
  ): Promise<VarianceRecordsWire> {
    const { period, asOf, reading, against, measure, limit, cursor } = query;
    const question = { period, asOf, reading, against, measure, limit, cursor, filter: scopeOf(query) };
    return presentVarianceRecords(await this.reader.records(node, side, question));
  }
}
