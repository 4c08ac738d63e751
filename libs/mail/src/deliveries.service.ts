import { Inject, Injectable, Logger } from '@nestjs/common';
import { CONFIG, type Config } from '@tandem/config';
import { Clock, newId, type Id, type Locale } from '@tandem/kernel';
import { DeliveriesRepository, type Claim, type DueDelivery } from './deliveries.repository';
import type { DeliveryState } from './delivery.entity';
import { LetterCarrier } from './letter-carrier';
import { LetterWriter, type WrittenLetter } from './letter-writer';
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
  handedOver: true,
  detail: 'The sender stopped in the middle; the letter may have arrived.',
};

/** Letters read from the database in one go by a sweep. */
const pageSize = 1_000;

/** Takes letters from being asked for to being sent: at most once, except where a mail server leaves it open. */
@Injectable()
export class DeliveriesService {
  private readonly logger = new Logger('Mail');
  private readonly patience: Patience;

  constructor(
    private readonly deliveries: DeliveriesRepository,
    private readonly writer: LetterWriter,
    private readonly carrier: LetterCarrier,
    private readonly clock: Clock,
    @Inject(CONFIG) config: Config,
  ) {
    this.patience = { retrySeconds: config.MAIL_RETRY_SECONDS, restSeconds: config.MAIL_UNCERTAIN_REST_SECONDS };
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
    const letter = await this.write(claim);
    if (typeof letter === 'string') return letter;
    const seen = await this.carrier.carry(claim, letter);
    return seen && this.settle({ ...claim, attempts: claim.attempts + 1 }, seen, letter);
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
    await this.deliveries.settle(claim, { state, providerResponse: reason, tryAgainAt: null }, this.clock.now());
    return state;
  }

  private async tryLater(claim: Claim, reason: string): Promise<DeliveryState> {
    const now = this.clock.now();
    const settlement = {
      ...tryLater(claim.attempts + 1, this.patience, now),
      providerResponse: reason.slice(0, 1_000),
    };
    await this.deliveries.settle(claim, settlement, now);
    return settlement.state;
  }

  private async settle(claim: Claim, seen: Sighting, letter?: WrittenLetter): Promise<DeliveryState | null> {
    const { attempts, maybeDuplicate } = claim;
    const mayResend = isOpen(seen) && !maybeDuplicate && (await this.mayResend(claim));
    const now = this.clock.now();
    const settlement = settleDelivery(seen, { attempts, maybeDuplicate, mayResend }, this.patience, now);
    return (await this.deliveries.settle(claim, settlement, now, letter)) ? settlement.state : null;
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
