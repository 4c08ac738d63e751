import { Injectable } from '@nestjs/common';
import { Clock, type Id } from '@tandem/kernel';
import { composeMime, markAsCopy } from './compose-mime';
import { DeliveriesRepository, type Claim } from './deliveries.repository';
import { MailContents } from './mail-content';
import { Sender } from './sender';

/** A letter ready to go. */
export interface WrittenLetter {
  readonly subject: string;
  readonly mime: Buffer;
  readonly from: string;
}

/** Turns a claimed delivery into a message, with what the room it is about has to say. */
@Injectable()
export class LetterWriter {
  constructor(
    private readonly contents: MailContents,
    private readonly deliveries: DeliveriesRepository,
    private readonly sender: Sender,
    private readonly clock: Clock,
  ) {}

  /** Null when what the letter is about is gone. */
  async write(claim: Claim): Promise<WrittenLetter | null> {
    if (claim.maybeDuplicate) {
      const { subject, mime } = await this.deliveries.kept(claim.id);
      return { subject, mime: markAsCopy(mime, claim.attempts + 1), from: this.sender.address };
    }
    const { id: deliveryId, subjectId, personId, locale, toName: name } = claim;
    const address = claim.toAddress.trim();
    const content = await this.contents
      .of(claim.kind)
      .compose({ deliveryId, subjectId, personId, locale, name, address });
    if (!content) return null;
    const mime = await composeMime(content, {
      from: { name: this.sender.name, address: this.sender.address },
      to: { name, address },
      messageId: claim.messageId,
      listHost: this.sender.host,
      date: this.clock.now(),
    });
    return { subject: content.subject, mime, from: this.sender.address };
  }

  /** Set once when a letter is asked for, the same at every try, so that a receiver knows copies by it. */
  messageId(kind: string, id: Id<'delivery'>): string {
    return `<${kind}.${id}@${this.sender.host}>`;
  }

  mayResend(kind: string, subjectId: Id): Promise<boolean> {
    return this.contents.of(kind).mayResend(subjectId);
  }
}
