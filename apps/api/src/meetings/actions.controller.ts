import { Body, Controller, Get, Param, Patch, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  action,
  actionChange,
  actionList,
  actionQuery,
  id,
  type ActionChange,
  type ActionQuery,
  type ActionWire,
} from '@tandem/contracts';
import { actor, type Id } from '@tandem/kernel';
import { ActionsReader, ActionsService } from '@tandem/meetings';
import { Answers } from '../access/answers';
import { IfMatch } from '../access/if-match';
import { Policy } from '../access/policy';
import type { KnownRequest } from '../access/request';
import { presentAction } from './agenda.presenter';
import { MeetingPages } from './meeting-pages';
import { Readings } from './readings';

/** What people promised at meetings. */
@ApiTags('meetings')
@Controller('actions')
export class ActionsController {
  constructor(
    private readonly actions: ActionsReader,
    private readonly changes: ActionsService,
    private readonly pages: MeetingPages,
    private readonly readings: Readings,
  ) {}

  @Get()
  @Policy('signed_in')
  @Answers(actionList)
  async list(@Query({ schema: actionQuery }) { mine, ...query }: ActionQuery, @Req() request: KnownRequest) {
    const ownerId = mine ? (actor().personId ?? undefined) : undefined;
    const { items, page } = await this.actions.list({ ...query, ownerId });
    const reading = await this.readings.of(request);
    return { items: items.map((found) => presentAction(found, reading)), page };
  }

  @Patch(':id')
  @Policy('run_meetings')
  @Answers(action, { changes: true, versioned: true })
  async settle(
    @Param('id', { schema: id }) actionId: Id<'meeting_action'>,
    @IfMatch() seen: number,
    @Body({ schema: actionChange }) body: ActionChange,
    @Req() request: KnownRequest,
  ): Promise<ActionWire> {
    await this.changes.settleAction(actionId, seen, body.state);
    return this.pages.action(actionId, request);
  }
}
