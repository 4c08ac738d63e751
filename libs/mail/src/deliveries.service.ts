import { Inject, Injectable, Logger } from '@nestjs/common';
import { CONFIG, FailPoints, type Config } from '@tandem/config';
import { Clock, newId, type Id, type Locale } from '@tandem/kernel';
import { Deadline } from './deadline';
import { DeliveriesRepository, type Claim, type DueDelivery } from './deliveries.repository';
import type { DeliveryState } from './delivery.entity';
import { LetterWriter, type WrittenLetter } from './letter-writer';
import { MailTransport } from './mail-transport';
import { readAddress } from './rules/read-address';
import { isOpen, settleDelivery, tryLater, type Patience, type Sighting } from './rules/settle-delivery';

/** A letter somebody is to get. */
export interface Request {
  readonly kind: string;
  readonly subjectId: Id;
  readonly personId: Id<'person'>;
  readonly name: string;
  readonly address: string;
  readonly locale: Locale;
}

const diedSending: Sighting = {
  accepted: null,
  status: null,
  refused: null,
  dataInvited: true,
  detail: 'The sender stopped in the middle; the letter may have arrived.',
};

/** Letters read from the database in one go by a sweep. */
const pageSize = 1_000;

/** Takes letters from being asked for to being sent: at most once, except where a mail server leaves it open. */
@Injectable()
export class DeliveriesService {
  private readonly logger = new Logger('Mail');
  private readonly patience: Patience;
  private readonly conversationMs: number;

  constructor(
    private readonly deliveries: DeliveriesRepository,
    private readonly writer: LetterWriter,
    private readonly transport: MailTransport,
    private readonly clock: Clock,
    private readonly failPoints: FailPoints,
    @Inject(CONFIG) config: Config,
  ) {
    this.patience = { retrySeconds: config.MAIL_RETRY_SECONDS, restSeconds: config.MAIL_UNCERTAIN_REST_SECONDS };
    this.conversationMs = config.MAIL_CONVERSATION_SECONDS * 1_000;
  }

  /** Asks for one letter, in the present transaction if there is one; false when the person already has it. */
  request({ kind, subjectId, personId, name, address, locale }: Request): Promise<boolean> {
    const id = newId<'delivery'>();
    const messageId = this.writer.messageId(kind, id);
    const now = this.clock.now();
    return this.deliveries.insert({
      id,
      kind,
      subjectId,
      personId,
      toName: name,
      toAddress: address,
      locale,
      messageId,
      now,
    });
  }

  /** Sends one letter; null when it is not due, done, or another worker's. */
  async deliver(id: Id<'delivery'>): Promise<DeliveryState | null> {
    const claim = await this.deliveries.claim(id, this.clock.now());
    if (!claim) return null;
    if (claim.maybeDuplicate && !(await this.mayResend(claim))) {
      await this.deliveries.leaveOpen(claim);
      return 'uncertain';
    }
    const written = await this.write(claim);
    if (typeof written === 'string') return written;
    const { subject, mime, from } = written;
    // Counted from before the lease begins, so that it ends before the lease does.
    const deadline = new Deadline(this.conversationMs);
    if (!(await this.deliveries.begin(claim, subject, mime))) return null;
    const seen = await this.transport.send({ from, to: claim.toAddress.trim(), mime, deadline });
    if (seen.accepted !== null) this.failPoints.reach('mail.accepted');
    return this.settle({ ...claim, attempts: claim.attempts + 1 }, seen);
  }

  /** Takes over letters whose worker died. One that cannot be settled holds up no other. */
  async takeOverDead(): Promise<void> {
    await this.deliveries.freeDeadClaims();
    for (const dead of await this.deliveries.takeDeadSendings()) {
      await this.settle(dead, diedSending).catch((error: unknown) => this.tell(dead, error));
    }
  }

  /** Letters that are due now, the longest waiting first, page by page. */
  async *due(): AsyncGenerator<readonly DueDelivery[]> {
    const now = this.clock.now();
    for (let after: DueDelivery | null = null; ;) {
      const page: readonly DueDelivery[] = await this.deliveries.due(now, after, pageSize);
      if (page.length > 0) yield page;
      after = page.at(-1) ?? null;
      if (page.length < pageSize) return;
    }
  }

  countDue(): Promise<number> {
    return this.deliveries.countDue(this.clock.now());
  }

  /** Letters about one subject that are due now. */
  dueOf(kind: string, subjectId: Id): Promise<DueDelivery[]> {
    return this.deliveries.dueOf(kind, subjectId, this.clock.now());
  }

  private async write(claim: Claim): Promise<WrittenLetter | DeliveryState> {
    if (readAddress(claim.toAddress) === null) return this.giveUp(claim, 'failed', 'This is not a mail address.');
    try {
      const written = await this.writer.write(claim);
      return written ?? (await this.giveUp(claim, 'cancelled', 'What the letter was about is gone.'));
    } catch (error) {
      this.tell(claim, error);
      return this.tryLater(claim, `The letter could not be written: ${(error as Error).message}`);
    }
  }

  private async giveUp(claim: Claim, state: 'failed' | 'cancelled', reason: string): Promise<DeliveryState> {
    await this.deliveries.release(claim, { state, reason, tryAgainAt: null });
    return state;
  }

  private async tryLater(claim: Claim, reason: string): Promise<DeliveryState> {
    const { state, tryAgainAt } = tryLater(claim.attempts + 1, this.patience, this.clock.now());
    await this.deliveries.release(claim, { state, reason, tryAgainAt });
    return state;
  }

  private async settle(claim: Claim, seen: Sighting): Promise<DeliveryState | null> {
    const { attempts, maybeDuplicate } = claim;
    const mayResend = isOpen(seen) && !maybeDuplicate && (await this.mayResend(claim));
    const now = this.clock.now();
    const settlement = settleDelivery(seen, { attempts, maybeDuplicate, mayResend }, this.patience, now);
    return (await this.deliveries.settle(claim, settlement, now)) ? settlement.state : null;
  }

  /** When nobody can say whether a second copy is welcome, none is sent. */
  private async mayResend(claim: Claim): Promise<boolean> {
    try {
      return await this.writer.mayResend(claim.kind, claim.subjectId);
    } catch (error) {
      this.tell(claim, error);
      return false;
    }
  }

  private tell({ kind, id }: Claim, error: unknown): void {
    this.logger.error(`The letter ${id} of the kind ${kind}: ${(error as Error).stack ?? String(error)}`);
  }
}
