import { Controller, Get, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { upkeep, type UpkeepWire } from '@tandem/contracts';
import { StandingReader } from '@tandem/upkeep';
import { Answers } from '../access/answers';
import { Policy } from '../access/policy';
import type { KnownRequest } from '../access/request';
import { AlwaysAnswered } from '../load/always-answered';
import { localeOf } from '../problems/problem.filter';
import { presentStanding } from './upkeep.presenter';

/** Looking after the installation. */
@ApiTags('upkeep')
@Controller('upkeep')
export class UpkeepController {
  constructor(private readonly standing: StandingReader) {}

  /** How it stands with database, Redis, workers and everything they do; each with what to do about it. */
  @Get()
  @AlwaysAnswered()
  @Policy('look_after')
  @Answers(upkeep)
  async look(@Req() request: KnownRequest): Promise<UpkeepWire> {
    return presentStanding(await this.standing.look(), localeOf(request));
  }
}
