import { applyDecorators, Controller, Get, Req, Res } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Answers } from '../access/answers';
import { Policy } from '../access/policy';
import type { KnownRequest } from '../access/request';
import { ChangeStreams } from './change-streams';

const AnswersEvents = (): MethodDecorator =>
  applyDecorators(
    Answers(null, { status: 200 }),
    ApiResponse({
      status: 200,
      description: 'Goes on until you leave: `event: changed` with `data: {"kinds":["agenda"],"ids":["…"]}`',
      content: { 'text/event-stream': { schema: { type: 'string' } } },
    }),
  );

/** What changed, for whoever shows it. */
@ApiTags('changes')
@Controller('changes')
export class ChangesController {
  constructor(private readonly streams: ChangeStreams) {}

  /**
   * A stream of server-sent events that says which kinds of records changed, and which of them (`ids` is null when they are many); never what they are
   * now. Whoever comes again asks for all it shows: what happened meanwhile is not told.
   */
  @Get()
  @Policy('signed_in')
  @AnswersEvents()
  follow(@Req() request: KnownRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.streams.open(request, reply);
  }
}
