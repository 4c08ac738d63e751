import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  goalKey,
  id,
  periodKey,
  target,
  targetChange,
  targets,
  targetsQuery,
  type GoalKey,
  type TargetChange,
  type TargetsWire,
  type TargetWire,
} from '@tandem/contracts';
import type { Id } from '@tandem/kernel';
import { TargetsReader, TargetsService } from '@tandem/targets';
import { Answers } from '../access/answers';
import { IfMatch, IfMatchOrNew } from '../access/if-match';
import { Policy } from '../access/policy';
import { presentTarget, presentTargets } from './targets.presenter';

/** The number both heads commit to. */
@ApiTags('targets')
@Controller('targets')
export class TargetsController {
  constructor(
    private readonly reader: TargetsReader,
    private readonly changes: TargetsService,
  ) {}

  @Get()
  @Policy('signed_in')
  @Answers(targets)
  async list(@Query({ schema: targetsQuery }) query: { readonly period?: string | undefined }): Promise<TargetsWire> {
    return presentTargets(await this.reader.list(query.period));
  }

  /** Creates a target without If-Match, changes an existing one with it; of everybody, or of one slice. */
  @Put(':figureKey/:period')
  @Policy('set_targets')
  @Answers(target, { changes: true, versioned: 'when_there' })
  async set(
    @Param('figureKey', { schema: goalKey }) key: GoalKey,
    @Param('period', { schema: periodKey }) period: string,
    @Body({ schema: targetChange }) { value, slice }: TargetChange,
    @IfMatchOrNew() version: number | null,
  ): Promise<TargetWire> {
    return presentTarget(
      await this.reader.getTarget(
        await this.changes.setTarget({ figureKey: key, periodKey: period, slice, value }, version),
      ),
    );
  }

  /** Signs the number that was seen, for the signer's own side. */
  @Post(':id/signature')
  @Policy('signed_in')
  @Answers(target, { status: 201, changes: true, versioned: true })
  async sign(@Param('id', { schema: id }) targetId: Id<'target'>, @IfMatch() version: number): Promise<TargetWire> {
    await this.changes.sign(targetId, version);
    return presentTarget(await this.reader.getTarget(targetId));
  }
}
