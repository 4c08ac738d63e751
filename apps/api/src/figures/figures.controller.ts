import { Controller, Get, Param, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  definitions,
  figureKey,
  figureRecords,
  recordsQuery,
  scoreboard,
  scoreboardQuery,
  type DefinitionWire,
  type FigureKey,
  type FigureRecordsWire,
  type RecordsQuery,
  type ScoreboardQuery,
  type ScoreboardWire,
} from '@tandem/contracts';
import { catalogue, FiguresReader } from '@tandem/metrics';
import { Answers } from '../access/answers';
import { Policy } from '../access/policy';
import type { KnownRequest } from '../access/request';
import { AnswersRecords } from '../exports/answers-records';
import { localeOf } from '../problems/problem.filter';
import { presentDefinition, presentRecords, presentScoreboard } from './figure.presenter';
import { scopeOf } from './scope.request';

/** Figures belong to both sides: whoever is signed in sees all of them, and the records behind them. */
@ApiTags('figures')
@Controller('figures')
export class FiguresController {
  constructor(private readonly figures: FiguresReader) {}

  @Get('definitions')
  @Policy('signed_in')
  @Answers(definitions)
  define(@Req() request: KnownRequest): { definitions: DefinitionWire[] } {
    return { definitions: catalogue.map((kpi) => presentDefinition(kpi, localeOf(request))) };
  }

  @Get('scoreboard')
  @Policy('signed_in')
  @Answers(scoreboard)
  async scoreboard(
    @Query({ schema: scoreboardQuery }) query: ScoreboardQuery,
    @Req() request: KnownRequest,
  ): Promise<ScoreboardWire> {
    const { period, by, asOf, reading } = query;
    return presentScoreboard(
      await this.figures.scoreboard({ period, by, asOf, reading, filter: scopeOf(query) }),
      localeOf(request),
    );
  }

  @Get(':key/records')
  @Policy('signed_in')
  @AnswersRecords(figureRecords, 'figure')
  async records(
    @Param('key', { schema: figureKey }) key: FigureKey,
    @Query({ schema: recordsQuery }) query: RecordsQuery,
    @Req() request: KnownRequest,
  ): Promise<FigureRecordsWire> {
    const { period, asOf, reading, limit, cursor } = query;
    return presentRecords(
      await this.figures.records(key, { period, asOf, reading, limit, cursor, filter: scopeOf(query) }),
      localeOf(request),
    );
  }
}
