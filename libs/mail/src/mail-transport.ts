import type { Deadline } from './deadline';
import type { Sighting } from './rules/settle-delivery';

/** A composed message and where it goes: one recipient a message. */
export interface Letter {
  readonly from: string;
  readonly to: string;
  readonly mime: Buffer;
  /** After it nothing of the letter may leave any more, because somebody else may hold it then. */
  readonly deadline: Deadline;
  /** Asked once, at the last moment before the letter leaves. False: it is not ours any more, and nothing of it may leave. */
  readonly handOver: () => Promise<boolean>;
}

/** How a letter leaves the house. It tells what it saw and never throws. */
export abstract class MailTransport {
  abstract send(letter: Letter): Promise<Sighting>;
}

/** Keeps letters in the house: the row holds the message, and the outbox page shows it. */
export class OutboxTransport extends MailTransport {
  async send({ handOver }: Letter): Promise<Sighting> {
    const isOurs = await handOver();
    return { accepted: isOurs ? 'outbox' : null, status: null, refused: null, handedOver: isOurs, detail: '' };
  }
}
