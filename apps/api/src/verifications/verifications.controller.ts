import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  health,
  id,
  verificationRun,
  verificationRunList,
  type HealthWire,
  type VerificationRunWire,
} from '@tandem/contracts';
import type { Id } from '@tandem/kernel';
import { VerificationRunsReader, VerificationService } from '@tandem/verification';
import type { FastifyReply } from 'fastify';
import { Answers } from '../access/answers';
import { Policy } from '../access/policy';
import type { KnownRequest } from '../access/request';
import { localeOf } from '../problems/problem.filter';
import { presentBriefly, presentHealth, presentRun } from './verifications.presenter';

type RunId = Id<'verification_run'>;

@ApiTags('verifications')
@Controller('verifications')
@Policy('administer')
export class VerificationsController {
  constructor(
    private readonly verification: VerificationService,
    private readonly reader: VerificationRunsReader,
  ) {}

  /** Asks for a verification now; a worker does it. The one that waits or is at work already is as good. */
  @Post()
  @Answers(verificationRun, { status: 202, changes: true })
  async ask(@Res({ passthrough: true }) reply: FastifyReply): Promise<VerificationRunWire> {
    const runId = await this.verification.ask();
    void reply.header('Location', `/api/v1/verifications/${runId}`);
    return presentBriefly(await this.reader.get(runId));
  }

  /** The latest thirty, newest first, without their verdicts. */
  @Get()
  @Answers(verificationRunList)
  async list(): Promise<{ items: VerificationRunWire[] }> {
    return { items: (await this.reader.list()).map(presentBriefly) };
  }

  /** How it stands: the last verification with its verdicts, the one at work, and whether a worker lives. */
  @Get('latest')
  @Answers(health)
  async latest(@Req() request: KnownRequest): Promise<HealthWire> {
    return presentHealth(await this.reader.health(), localeOf(request));
  }

  @Get(':id')
  @Answers(verificationRun)
  async get(@Param('id', { schema: id }) runId: RunId, @Req() request: KnownRequest): Promise<VerificationRunWire> {
    return presentRun(await this.reader.get(runId), localeOf(request));
  }

  /** Ends a verification that waits or is at work; it leaves no report. */
  @Post(':id/stop')
  @Answers(verificationRun, { changes: true })
  async stop(@Param('id', { schema: id }) runId: RunId): Promise<VerificationRunWire> {
    await this.verification.stop(runId);
    return presentBriefly(await this.reader.get(runId));
  }
}
