import { Injectable, Logger } from '@nestjs/common';
import { Database } from '@tandem/database';
import { Clock } from '@tandem/kernel';
import { AgreedClock } from './agreed-clock';

/** More than asking takes and clocks drift between two looks. */
const worthTellingMs = 60_000;

/** Asks the database what time it is, where the worker goes by that. */
@Injectable()
export class ClockReader {
  private readonly logger = new Logger('Clock');

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async agree(): Promise<void> {
    if (!(this.clock instanceof AgreedClock)) return;
    const asked = Date.now();
    const [row] = await this.database.query<{ now: Date }>('SELECT UTC_TIMESTAMP(3) AS now');
    if (!row) return;
    const movedBy = this.clock.agree(row.now, (asked + Date.now()) / 2);
    if (Math.abs(movedBy) > worthTellingMs) {
      const seconds = Math.round(movedBy / 1_000);
      this.logger.warn(`This computer's clock and the database's have parted by ${seconds} s; the database's counts.`);
    }
  }
}
