import { Body, Controller, Delete, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { FeedbackReader, FeedbackService, FeedbackWordsReader, type FeedbackWish } from '@tandem/campaigns';
import {
  feedbackOverview,
  feedbackQuery,
  feedbackWordsList,
  feedbackWordsQuery,
  id,
  newFeedback,
  newUnnamedFeedback,
  ownFeedback,
  unnamedFeedback,
  type FeedbackOverviewWire,
  type FeedbackQuery,
  type FeedbackWordsListWire,
  type FeedbackWordsQuery,
  type NewFeedback,
  type NewUnnamedFeedback,
  type OwnFeedbackWire,
  type UnnamedFeedbackWire,
} from '@tandem/contracts';
import type { Id } from '@tandem/kernel';
import { Answers } from '../access/answers';
import { IfMatch } from '../access/if-match';
import { Policy } from '../access/policy';
import { Unnamed } from '../writes/unnamed';
import { presentOverview, presentOwn, presentWords } from './feedback.presenter';

/** What sales says of the leads it is handed, and marketing of what becomes of them. */
@ApiTags('feedback')
@Controller('feedback')
export class FeedbackController {
  constructor(
    private readonly changes: FeedbackService,
    private readonly reader: FeedbackReader,
    private readonly words: FeedbackWordsReader,
  ) {}

  /** Averages week by week, and what the one who asks may say. */
  @Get()
  @Policy('signed_in')
  @Answers(feedbackOverview)
  async overview(@Query({ schema: feedbackQuery }) { handOffId }: FeedbackQuery): Promise<FeedbackOverviewWire> {
    return presentOverview(await this.reader.overview(handOffId as Id<'hand_off'> | undefined));
  }

  @Get('words')
  @Policy('signed_in')
  @Answers(feedbackWordsList)
  async list(@Query({ schema: feedbackWordsQuery }) query: FeedbackWordsQuery): Promise<FeedbackWordsListWire> {
    const { items, page } = await this.words.list(query);
    return { items: items.map(presentWords), page };
  }

  @Post()
  @Policy('work_opportunities')
  @Answers(ownFeedback, { status: 201, changes: true })
  async give(@Body({ schema: newFeedback }) body: NewFeedback): Promise<OwnFeedbackWire> {
    return presentOwn(await this.reader.get(await this.changes.give(wishOf(body))));
  }

  /** Nothing that is kept says who it was, so it cannot be taken back. */
  @Post('unnamed')
  @Policy('work_opportunities')
  @Unnamed()
  @Answers(unnamedFeedback, { status: 201, changes: true })
  async giveUnnamed(@Body({ schema: newUnnamedFeedback }) body: NewUnnamedFeedback): Promise<UnnamedFeedbackWire> {
    return { about: await this.changes.giveUnnamed(wishOf(body)) };
  }

  @Delete(':id')
  @Policy('work_opportunities')
  @Answers(null, { changes: true, versioned: true })
  async takeBack(@Param('id', { schema: id }) feedbackId: Id<'feedback'>, @IfMatch() seen: number): Promise<void> {
    await this.changes.takeBack(feedbackId, seen);
  }
}

/** Nothing but blanks is nothing said. */
const wishOf = ({ handOffId, score, comment }: NewFeedback): FeedbackWish => ({
  handOffId: (handOffId as Id<'hand_off'> | undefined) ?? null,
  score,
  comment: comment || null,
});
