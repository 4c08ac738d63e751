import { Injectable, Logger } from '@nestjs/common';
import { Clock, newId, type Id, type Locale } from '@tandem/kernel';
import { DeliveriesRepository, type Claim } from './deliveries.repository';
import type { DeliveryState } from './delivery.entity';
import { LetterWriter, type WrittenLetter } from './letter-writer';
import { MailTransport } from './mail-transport';
import { readAddress } from './rules/read-address';
import { backoffMinutes, settleDelivery, type Sighting } from './rules/settle-delivery';

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

/** Takes letters from being asked for to being sent: at most once, except where a mail server leaves it open. */
@Injectable()
export class DeliveriesService {
  private readonly logger = new Logger('Mail');

  constructor(
    private readonly deliveries: DeliveriesRepository,
    private readonly writer: LetterWriter,
    private readonly transport: MailTransport,
    private readonly clock: Clock,
  ) {}

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
    const written = await this.write(claim);
    if (typeof written === 'string') return written;
    const { subject, mime, from } = written;
    if (!(await this.deliveries.begin(claim, subject, mime))) return null;
    const seen = await this.transport.send({ from, to: claim.toAddress.trim(), mime });
    return this.settle({ ...claim, attempts: claim.attempts + 1 }, seen);
  }

  /** Letters that are due now, after taking over those whose worker died. */
  async sweep(most: number): Promise<Id<'delivery'>[]> {
    await this.deliveries.freeDeadClaims();
    for (const dead of await this.deliveries.takeDeadSendings()) await this.settle(dead, diedSending);
    return this.deliveries.due(this.clock.now(), most);
  }

  /** Letters about one subject that are due now. */
  dueOf(kind: string, subjectId: Id): Promise<Id<'delivery'>[]> {
    return this.deliveries.dueOf(kind, subjectId, this.clock.now());
  }

  private async write(claim: Claim): Promise<WrittenLetter | DeliveryState> {
    if (readAddress(claim.toAddress) === null) return this.giveUp(claim, 'failed', 'This is not a mail address.');
    try {
      const written = await this.writer.write(claim);
      return written ?? (await this.giveUp(claim, 'cancelled', 'What the letter was about is gone.'));
    } catch (error) {
      this.logger.error(`A letter of the kind ${claim.kind} could not be written: ${(error as Error).stack ?? ''}`);
      return this.giveUp(claim, 'retry', `The letter could not be written: ${(error as Error).message}`);
    }
  }

  private async giveUp(claim: Claim, wanted: 'retry' | 'failed' | 'cancelled', reason: string): Promise<DeliveryState> {
    const minutes = wanted === 'retry' ? backoffMinutes[claim.attempts] : undefined;
    const given = wanted === 'retry' && minutes === undefined ? 'failed' : wanted;
    const tryAgainAt = minutes === undefined ? null : new Date(this.clock.now().getTime() + minutes * 60_000);
    await this.deliveries.release(claim, { state: given, reason, tryAgainAt });
    return given;
  }

  private async settle(claim: Claim, seen: Sighting): Promise<DeliveryState | null> {
    const { attempts, maybeDuplicate } = claim;
    const mayResend = await this.writer.mayResend(claim.kind, claim.subjectId);
    const now = this.clock.now();
    const settlement = settleDelivery(seen, { attempts, maybeDuplicate, mayResend }, now);
    return (await this.deliveries.settle(claim, settlement, now)) ? settlement.state : null;
  }
}
