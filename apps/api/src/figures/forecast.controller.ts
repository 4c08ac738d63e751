import { Controller, Get, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  forecast,
  forecastAccuracy,
  forecastAccuracyQuery,
  forecastQuery,
  forecastRecords,
  forecastRecordsQuery,
  type ForecastAccuracyQuery,
  type ForecastAccuracyWire,
  type ForecastQuery,
  type ForecastRecordsQuery,
  type ForecastRecordsWire,
  type ForecastWire,
} from '@tandem/contracts';
import { ForecastAccuracyReader, ForecastReader } from '@tandem/metrics';
import { Answers } from '../access/answers';
import { Policy } from '../access/policy';
import type { KnownRequest } from '../access/request';
import { AnswersRecords } from '../exports/answers-records';
import { localeOf } from '../problems/problem.filter';
import { presentAccuracy } from './forecast-accuracy.presenter';
import { presentForecast, presentForecastRecords } from './forecast.presenter';
import { scopeOf } from './scope.request';

@ApiTags('figures')
@Controller('metrics/forecast')
export class ForecastController {
  constructor(
    private readonly forecasts: ForecastReader,
    private readonly past: ForecastAccuracyReader,
  ) {}

  @Get()
  @Policy('signed_in')
  @Answers(forecast)
  async read(
    @Query({ schema: forecastQuery }) query: ForecastQuery,
    @Req() request: KnownRequest,
  ): Promise<ForecastWire> {
    const { period, asOf, reading } = query;
    const filter = scopeOf(query);
    return presentForecast(await this.forecasts.forecast({ period, asOf, reading, filter }), localeOf(request));
  }

  @Get('records')
  @Policy('signed_in')
  @AnswersRecords(forecastRecords, 'forecast')
  async records(@Query({ schema: forecastRecordsQuery }) query: ForecastRecordsQuery): Promise<ForecastRecordsWire> {
    const { of, stageId, category, period, asOf, reading, limit, cursor } = query;
    const filter = scopeOf(query);
    return presentForecastRecords(
      await this.forecasts.records({ of, stageId, category, period, asOf, reading, limit, cursor, filter }),
    );
  }

  @Get('accuracy')
  @Policy('signed_in')
  @Answers(forecastAccuracy)
  async accuracy(
    @Query({ schema: forecastAccuracyQuery }) query: ForecastAccuracyQuery,
    @Req() request: KnownRequest,
  ): Promise<ForecastAccuracyWire> {
    return presentAccuracy(await this.past.accuracy(query), localeOf(request));
  }
}
