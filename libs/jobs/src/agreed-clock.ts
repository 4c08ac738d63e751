import { Clock } from '@tandem/kernel';

/**
 * The database's time, as near as it can be asked. Workers on different computers then agree on what is due, and one whose own
 * clock jumps a week ahead neither mails next week's agenda nor forgets the keys of today's requests.
 */
export class AgreedClock extends Clock {
  private aheadMs = 0;

  now(): Date {
    return new Date(Date.now() - this.aheadMs);
  }

  /** Takes over what the database's clock showed at a moment of this computer's; says by how many milliseconds that moves it. */
  agree(databaseNow: Date, localMs: number): number {
    const aheadMs = localMs - databaseNow.getTime();
    const movedBy = this.aheadMs - aheadMs;
    this.aheadMs = aheadMs;
    return movedBy;
  }
}
