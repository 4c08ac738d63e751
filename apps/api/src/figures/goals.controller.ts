import { Controller, Get, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  goalFigures,
  goals,
  goalsQuery,
  type GoalFigureWire,
  type GoalsQuery,
  type GoalsWire,
} from '@tandem/contracts';
import { goalFigures as declared, GoalsBoardReader } from '@tandem/metrics';
import { Answers } from '../access/answers';
import { Policy } from '../access/policy';
import type { KnownRequest } from '../access/request';
import { localeOf } from '../problems/problem.filter';
import { presentGoalFigure, presentGoals } from './goals.presenter';

/** Where every target stands, on whatever figure and slice. */
@ApiTags('metrics')
@Controller('metrics/goals')
export class GoalsController {
  constructor(private readonly goals: GoalsBoardReader) {}

  @Get()
  @Policy('signed_in')
  @Answers(goals)
  async board(@Query({ schema: goalsQuery }) query: GoalsQuery, @Req() request: KnownRequest): Promise<GoalsWire> {
    return presentGoals(await this.goals.board(query), localeOf(request));
  }

  /** What a target can stand on. */
  @Get('figures')
  @Policy('signed_in')
  @Answers(goalFigures)
  figures(@Req() request: KnownRequest): { figures: GoalFigureWire[] } {
    return { figures: declared.map((figure) => presentGoalFigure(figure, localeOf(request))) };
  }
}
