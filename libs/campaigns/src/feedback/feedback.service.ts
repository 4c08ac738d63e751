import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import { actingAs, actor, Clock, newId, systemActor, type Id, type PlainDate } from '@tandem/kernel';
import { HandOffsReader } from '@tandem/opportunities';
import { Outbox } from '@tandem/outbox';
import { OrganisationReader } from '@tandem/people';
import type { FeedbackAbout, FeedbackWish } from './feedback';
import { feedbackChanged, noFeedback, settled, weekOver } from './feedback.errors';
import { FeedbackRepository } from './feedback.repository';
import { weekStartOf } from './rules/begin-week';
import { decideFeedback, decideUnnamed } from './rules/decide-feedback';

/** What the sides say of each other, with a name or without one. */
@Injectable()
export class FeedbackService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly organisation: OrganisationReader,
    private readonly handOffs: HandOffsReader,
    private readonly repository: FeedbackRepository,
    private readonly outbox: Outbox,
  ) {}

  /** Somebody speaks with their name: of each hand-off once, of each week once. */
  async give({ handOffId = null, score, comment = null }: FeedbackWish): Promise<Id<'feedback'>> {
    return this.database.write(async () => {
      const giver = actor();
      const handOff = handOffId === null ? null : await this.handOffs.get(handOffId);
      const about = settled(decideFeedback(giver, handOff));
      const weekStart = await this.weekStart();
      const id = newId<'feedback'>();
      await this.repository.add({
        id,
        about,
        weekStart,
        handOffId,
        weekMark: handOffId === null ? 1 : null,
        score,
        comment,
        authorId: giver.personId,
        givenAt: this.clock.now(),
        version: 1,
      });
      await this.outbox.record({
        topic: 'feedback.given',
        subjectKind: 'feedback',
        subjectId: id,
        after: { about, weekStart, handOffId, score, comment },
      });
      return id;
    });
  }

  /**
   * Somebody speaks of the week without a name. Neither the row nor the audit line nor the event says who, and the two that have
   * a time do not say which row it was: whoever reads all of them learns that somebody of this side spoke, and no more.
   */
  async giveUnnamed({ score, comment = null }: Omit<FeedbackWish, 'handOffId'>): Promise<FeedbackAbout> {
    return this.database.write(async () => {
      const giver = actor();
      const about = settled(decideFeedback(giver, null));
      const weekStart = await this.weekStart();
      const people = await this.repository.countPeople(giver.side);
      settled(decideUnnamed({ people, given: await this.repository.countUnnamed(about, weekStart) }));
      // Ids of ours begin with the time.
      const id = randomUUID() as Id<'feedback'>;
      await this.repository.add({
        id,
        about,
        weekStart,
        handOffId: null,
        weekMark: 1,
        score,
        comment,
        authorId: null,
        givenAt: null,
        version: 1,
      });
      await actingAs({ ...systemActor(giver.via), name: 'without a name', side: giver.side }, () =>
        this.outbox.record({
          topic: 'feedback.given_unnamed',
          subjectKind: 'feedback',
          subjectId: null,
          after: { about, weekStart },
        }),
      );
      return about;
    });
  }

  /** Only what somebody said with their name, and only within its week: later its average has been told. */
  async takeBack(id: Id<'feedback'>, seen: number): Promise<void> {
    await this.database.write(async () => {
      const found = await this.repository.findForUpdate(id);
      if (!found || found.authorId === null || found.authorId !== actor().personId) throw noFeedback();
      if (found.version !== seen) throw feedbackChanged(seen, found.version);
      if (found.weekStart !== (await this.weekStart())) throw weekOver();
      await this.repository.remove(id);
      const { about, weekStart, handOffId, score, comment } = found;
      await this.outbox.record({
        topic: 'feedback.taken_back',
        subjectKind: 'feedback',
        subjectId: id,
        before: { about, weekStart, handOffId, score, comment },
      });
    });
  }

  private async weekStart(): Promise<PlainDate> {
    return weekStartOf(await this.organisation.today());
  }
}
