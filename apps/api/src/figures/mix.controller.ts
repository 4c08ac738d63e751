import { Controller, Get, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  lineRecords,
  mix,
  mixQuery,
  mixRecordsQuery,
  type LineRecordsWire,
  type MixQuery,
  type MixRecordsQuery,
  type MixWire,
} from '@tandem/contracts';
import { MixReader } from '@tandem/metrics';
import { Answers } from '../access/answers';
import { Policy } from '../access/policy';
import type { KnownRequest } from '../access/request';
import { AnswersRecords } from '../exports/answers-records';
import { localeOf } from '../problems/problem.filter';
import { presentLineRecords } from './line.presenter';
import { presentMix } from './mix.presenter';
import { lineScopeOf } from './scope.request';

/** Of what the revenue is made: products, segments, teams, people and kinds of business. */
@ApiTags('metrics')
@Controller('metrics/mix')
export class MixController {
  constructor(private readonly reader: MixReader) {}

  @Get()
  @Policy('signed_in')
  @Answers(mix)
  async read(@Query({ schema: mixQuery }) query: MixQuery, @Req() request: KnownRequest): Promise<MixWire> {
    const { period, asOf, reading, by } = query;
    return presentMix(
      await this.reader.mix({ period, asOf, reading, by, filter: lineScopeOf(query) }),
      localeOf(request),
    );
  }

  @Get('records')
  @Policy('signed_in')
  @AnswersRecords(lineRecords, 'mix')
  async records(
    @Query({ schema: mixRecordsQuery }) { measure, row, ...query }: MixRecordsQuery,
  ): Promise<LineRecordsWire> {
    const { period, asOf, reading, by, limit, cursor } = query;
    const question = { period, asOf, reading, by, limit, cursor, filter: lineScopeOf(query) };
    return presentLineRecords(await this.reader.records(measure, row, question));
  }
}
