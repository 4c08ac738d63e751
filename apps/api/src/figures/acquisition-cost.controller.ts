import { Controller, Get, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  acquisitionCosts,
  acquisitionQuery,
  acquisitionRecords,
  acquisitionRecordsQuery,
  type AcquisitionCostsWire,
  type AcquisitionQuery,
  type AcquisitionRecordsQuery,
  type AcquisitionRecordsWire,
} from '@tandem/contracts';
import { AcquisitionCostReader } from '@tandem/metrics';
import { Answers } from '../access/answers';
import { Policy } from '../access/policy';
import type { KnownRequest } from '../access/request';
import { AnswersRecords } from '../exports/answers-records';
import { localeOf } from '../problems/problem.filter';
import { presentAcquisitionCosts, presentAcquisitionRecords } from './acquisition-cost.presenter';
import { scopeOf } from './scope.request';

/** What a new customer cost both sides. */
@ApiTags('metrics')
@Controller('metrics/acquisition-cost')
export class AcquisitionCostController {
  constructor(private readonly reader: AcquisitionCostReader) {}

  @Get()
  @Policy('signed_in')
  @Answers(acquisitionCosts)
  async read(
    @Query({ schema: acquisitionQuery }) query: AcquisitionQuery,
    @Req() request: KnownRequest,
  ): Promise<AcquisitionCostsWire> {
    const { period, asOf, reading } = query;
    return presentAcquisitionCosts(
      await this.reader.costs({ period, asOf, reading, filter: scopeOf(query) }),
      localeOf(request),
    );
  }

  @Get('records')
  @Policy('signed_in')
  @AnswersRecords(acquisitionRecords, 'acquisition-cost')
  async records(
    @Query({ schema: acquisitionRecordsQuery }) query: AcquisitionRecordsQuery,
    @Req() request: KnownRequest,
  ): Promise<AcquisitionRecordsWire> {
    const { period, asOf, reading, limit, cursor, part } = query;
    return presentAcquisitionRecords(
      await this.reader.records({ period, asOf, reading, limit, cursor, part, filter: scopeOf(query) }),
      localeOf(request),
    );
  }
}
