import { Readable } from 'node:stream';
import type { Letter } from './mail-transport';

/**
 * One letter's way through a conversation with a mail server. The letter waits until the server asks for it with 354, and then
 * for the last word of whoever holds it: whatever ends the conversation before that, nothing has left the house.
 */
export class Conversation {
  /** What is read from here goes over the wire. */
  readonly message: Readable;
  /** The letter has begun to leave: from here on the server may have it although it never says so. */
  handedOver = false;
  private readonly cut = new AbortController();
  private readonly timer: NodeJS.Timeout;
  private invite: () => void = () => undefined;

  constructor(private readonly letter: Letter) {
    const { signal } = this.cut;
    this.timer = setTimeout(() => this.giveUp(), letter.deadline.remainingMs);
    const invited = new Promise<void>((resolve) => (this.invite = resolve));
    const read = async (): Promise<void> => {
      await invited;
      if (!(await this.mayLeave()) || signal.aborted || this.message.destroyed) return this.giveUp();
      this.handedOver = true;
      this.message.push(letter.mime);
      this.message.push(null);
    };
    let begun = false;
    this.message = new Readable({
      read() {
        if (begun) return;
        begun = true;
        void read();
      },
    });
    this.message.on('error', () => undefined);
    if (letter.deadline.hasPassed) this.giveUp();
  }

  get signal(): AbortSignal {
    return this.cut.signal;
  }

  hear(line: string): void {
    // Awake again after a long stop, the server's line may be read before the timer rings: it is not answered any more.
    if (this.letter.deadline.hasPassed) this.giveUp();
    else if (/^354[ -]/.test(line)) this.invite();
  }

  /** Ends it if nothing of the letter has left yet. */
  dismiss(): void {
    if (!this.handedOver) this.giveUp();
  }

  over(): void {
    clearTimeout(this.timer);
    this.message.destroy();
  }

  private giveUp(): void {
    this.cut.abort();
  }

  private async mayLeave(): Promise<boolean> {
    try {
      return (await this.letter.handOver()) && !this.letter.deadline.hasPassed;
    } catch {
      return false;
    }
  }
}
