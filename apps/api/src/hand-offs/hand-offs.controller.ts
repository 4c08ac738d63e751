import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  acceptance,
  handOff,
  handOffDesk,
  handOffDeskQuery,
  handOffList,
  handOffQuery,
  handOffReturn,
  id,
  newHandOff,
  rejection,
  waitingCount,
  type Acceptance,
  type HandOffDeskQuery,
  type HandOffDeskWire,
  type HandOffQuery as HandOffQueryWire,
  type HandOffWire,
  type NewHandOff,
  type Page,
  type Rejection,
  type WaitingCount,
} from '@tandem/contracts';
import type { Id } from '@tandem/kernel';
import {
  HandOffDeskReader,
  HandOffsReader,
  HandOffsService,
  WaitingHandOffsReader,
  type HandOffQuery,
} from '@tandem/opportunities';
import { Answers } from '../access/answers';
import { IfMatch } from '../access/if-match';
import { Policy } from '../access/policy';
import { presentHandOff, presentList } from '../opportunities/card.presenter';
import { presentDesk } from './hand-off-desk.presenter';

type HandOffId = Id<'hand_off'>;

/** Marketing offers an opportunity, sales answers. */
@ApiTags('hand-offs')
@Controller()
export class HandOffsController {
  constructor(
    private readonly changes: HandOffsService,
    private readonly reader: HandOffsReader,
    private readonly desk: HandOffDeskReader,
    private readonly waiting: WaitingHandOffsReader,
  ) {}

  /** `If-Match` is the version of the opportunity. */
  @Post('opportunities/:id/hand-offs')
  @Policy('work_opportunities')
  @Answers(handOff, { status: 201, changes: true, versioned: true })
  async offer(
    @Param('id', { schema: id }) opportunityId: Id<'opportunity'>,
    @IfMatch() seen: number,
    @Body({ schema: newHandOff }) body: NewHandOff,
  ): Promise<HandOffWire> {
    return this.present(await this.changes.offer(opportunityId, seen, offerOf(body)));
  }

  @Get('hand-offs')
  @Policy('signed_in')
  @Answers(handOffList)
  async list(@Query({ schema: handOffQuery }) query: HandOffQueryWire): Promise<{ items: HandOffWire[]; page: Page }> {
    return presentList(await this.reader.list(askedOf(query)), presentHandOff);
  }

  /** What waits with its clocks, how offers were answered in the last thirty days, and what waits for marketing. */
  @Get('hand-offs/desk')
  @Policy('signed_in')
  @Answers(handOffDesk)
  async readDesk(@Query({ schema: handOffDeskQuery }) { limit }: HandOffDeskQuery): Promise<HandOffDeskWire> {
    return presentDesk(await this.desk.read(limit));
  }

  /** How many wait for the answer of the one who asks. */
  @Get('hand-offs/waiting-count')
  @Policy('signed_in')
  @Answers(waitingCount)
  async countWaiting(): Promise<WaitingCount> {
    return { count: await this.waiting.count() };
  }

  @Post('hand-offs/:id/acceptance')
  @Policy('work_opportunities')
  @Answers(handOff, { changes: true, versioned: true })
  async accept(
    @Param('id', { schema: id }) handOffId: HandOffId,
    @IfMatch() seen: number,
    @Body({ schema: acceptance }) body: Acceptance,
  ): Promise<HandOffWire> {
    await this.changes.accept(handOffId, seen, body.ownerId as Id<'person'> | undefined);
    return this.present(handOffId);
  }

  @Post('hand-offs/:id/rejection')
  @Policy('work_opportunities')
  @Answers(handOff, { changes: true, versioned: true })
  async reject(
    @Param('id', { schema: id }) handOffId: HandOffId,
    @IfMatch() seen: number,
    @Body({ schema: rejection }) body: Rejection,
  ): Promise<HandOffWire> {
    await this.changes.reject(handOffId, seen, refusingOf(body));
    return this.present(handOffId);
  }

  @Post('hand-offs/:id/return')
  @Policy('work_opportunities')
  @Answers(handOff, { changes: true, versioned: true })
  async giveBack(
    @Param('id', { schema: id }) handOffId: HandOffId,
    @IfMatch() seen: number,
    @Body({ schema: handOffReturn }) body: Rejection,
  ): Promise<HandOffWire> {
    await this.changes.giveBack(handOffId, seen, refusingOf(body));
    return this.present(handOffId);
  }

  private async present(handOffId: HandOffId): Promise<HandOffWire> {
    return presentHandOff(await this.reader.get(handOffId));
  }
}

const askedOf = ({ answeredSince, ...query }: HandOffQueryWire): HandOffQuery => ({
  ...(query as Omit<HandOffQuery, 'answeredSince'>),
  answeredSince: answeredSince === undefined ? undefined : new Date(answeredSince),
});

const offerOf = ({ toTeamId, toPersonId, note }: NewHandOff) => ({
  toTeamId: toTeamId as Id<'team'>,
  ...(toPersonId === undefined ? {} : { toPersonId: toPersonId as Id<'person'> }),
  ...(note === undefined ? {} : { note }),
});

const refusingOf = ({ reason, note }: Rejection) => ({ reason, ...(note === undefined ? {} : { note }) });
