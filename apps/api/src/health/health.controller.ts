import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Database } from '@tandem/database';
import { unavailable } from '@tandem/kernel';
import { AlwaysAnswered } from '../load/always-answered';
import { Departure } from '../load/departure';
import { Policy } from '../access/policy';

/** For supervisors and load balancers; says nothing about versions. */
@ApiExcludeController()
@Controller()
@AlwaysAnswered()
@Policy('public')
export class HealthController {
  constructor(
    private readonly database: Database,
    private readonly departure: Departure,
  ) {}

  /** The process lives. */
  @Get('healthz')
  alive() {
    return { status: 'ok' };
  }

  /** The process can serve: the database answers. Redis may be away, nothing a person does needs it. */
  @Get('readyz')
  async ready() {
    if (this.departure.isLeaving)
      throw unavailable('api.leaving', 'This process is about to end. Ask again in a moment.', { retryAfter: 2 });
    await this.database.query('SELECT 1');
    return { status: 'ok' };
  }
}
