import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Database } from '@tandem/database';
import { AlwaysAnswered } from '../load/always-answered';
import { Policy } from '../access/policy';

/** For supervisors and load balancers; says nothing about versions. */
@ApiExcludeController()
@Controller()
@AlwaysAnswered()
@Policy('public')
export class HealthController {
  constructor(private readonly database: Database) {}

  /** The process lives. */
  @Get('healthz')
  alive() {
    return { status: 'ok' };
  }

  /** The process can serve: the database answers. Redis may be away, nothing a person does needs it. */
  @Get('readyz')
  async ready() {
    await this.database.query('SELECT 1');
    return { status: 'ok' };
  }
}
