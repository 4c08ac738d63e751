import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, FailPoints, type Config } from '@tandem/config';
import { Deadline } from './deadline';
import { DeliveriesRepository, type Claim } from './deliveries.repository';
import type { WrittenLetter } from './letter-writer';
import { MailTransport } from './mail-transport';
import type { Sighting } from './rules/settle-delivery';

/**
 * Carries a claimed letter to the mail server. At the last moment before it leaves, the database is asked whether it is still
 * ours and told that it leaves now: a sender that was taken over meanwhile sends nothing, and a sender that dies before that
 * moment has certainly sent nothing.
 */
@Injectable()
export class LetterCarrier {
  private readonly conversationMs: number;

  constructor(
    private readonly deliveries: DeliveriesRepository,
    private readonly transport: MailTransport,
    private readonly failPoints: FailPoints,
    @Inject(CONFIG) { MAIL_CONVERSATION_SECONDS }: Config,
  ) {
    this.conversationMs = MAIL_CONVERSATION_SECONDS * 1_000;
  }

  /** Null when the letter was somebody else's at the last moment. */
  async carry(claim: Claim, { from, mime, subject }: WrittenLetter): Promise<Sighting | null> {
    const deadline = new Deadline(this.conversationMs);
    const leave: { asked: Promise<boolean> | null } = { asked: null };
    const handOver = () => (leave.asked ??= this.deliveries.begin(claim, subject, mime));
    const renewing = setInterval(() => {
      if (leave.asked === null) this.deliveries.renew(claim).catch(() => undefined);
    }, this.deliveries.renewMs);
    try {
      const seen = await this.transport.send({ from, to: claim.toAddress.trim(), mime, deadline, handOver });
      if (leave.asked !== null && !(await leave.asked)) return null;
      if (seen.accepted !== null) this.failPoints.reach('mail.accepted');
      return seen;
    } finally {
      clearInterval(renewing);
    }
  }
}
