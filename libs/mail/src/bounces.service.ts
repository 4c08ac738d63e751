import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import { Clock, type Id } from '@tandem/kernel';
import { Outbox } from '@tandem/outbox';
import { BouncesRepository } from './bounces.repository';
import { readBounce, type Bounce } from './rules/read-bounce';

/** What became of a mail that a mail server sent back. */
export type BounceOutcome =
  | {
      /** `marked`: the letter is bounced now. `known`: it was already. */
      readonly outcome: 'marked' | 'known';
      readonly deliveryId: Id<'delivery'>;
    }
  | {
      /** `no_letter`: no letter of ours. `not_failed`: a report of a delay or a receipt. `not_a_report`: some other mail. */
      readonly outcome: 'no_letter' | 'not_failed' | 'not_a_report';
      readonly deliveryId: null;
    };

/** Writes down which letters came back. */
@Injectable()
export class BouncesService {
  constructor(
    private readonly database: Database,
    private readonly bounces: BouncesRepository,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Reads one mail; the same one a second time changes nothing. What strangers send is answered, never refused. */
  async take(mail: string): Promise<BounceOutcome> {
    const bounce = readBounce(mail);
    if (typeof bounce === 'string') return { outcome: bounce, deliveryId: null };
    return this.database.write(() => this.mark(bounce));
  }

  private async mark(bounce: Bounce): Promise<BounceOutcome> {
    const now = this.clock.now();
    const id = await this.letterOf(bounce, now);
    if (!id) return { outcome: 'no_letter', deliveryId: null };
    const { status, reason } = bounce;
    if (!(await this.bounces.mark(id, { at: now, status, reason }))) return { outcome: 'known', deliveryId: id };
    await this.outbox.record({
      topic: 'delivery.bounced',
      subjectKind: 'delivery',
      subjectId: id,
      after: { status, reason },
      payload: { id, status },
    });
    return { outcome: 'marked', deliveryId: id };
  }

  /** By the letter that was returned; without it by whom it was for, if only one letter can be meant. */
  private async letterOf({ messageIds, recipients }: Bounce, now: Date) {
    if (messageIds.length > 0) return this.bounces.byMessageId(messageIds);
    return recipients.length > 0 ? this.bounces.onlyRecentTo(recipients, now) : null;
  }
}
