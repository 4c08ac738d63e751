import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import type { AskedPeriod } from './asked-period.reader';
import { note, type Note } from './rules/figure-value';

/** Since when anything figures are made from has been recorded here. */
@Injectable()
export class RecordedSinceReader {
  constructor(private readonly database: Database) {}

  /** Why no figure can be known as of a day in the past: nothing had been recorded by then. Null when something had. */
  async whyUnknown({ knownBy, today }: Pick<AskedPeriod, 'knownBy' | 'today'>): Promise<Note | null> {
    if (knownBy === null || (await this.anythingBy(knownBy))) return null;
    return note('nothing_recorded_yet', { day: today });
  }

  /** Whether anything had been recorded by a moment; a move is never true after it was recorded, which spares most of the log. */
  async anythingBy(moment: Date): Promise<boolean> {
    const found = await this.database.query(
      `(SELECT 1 FROM funnel_stage s JOIN opportunity_move m ON m.stage_to_id = s.id AND m.at <= ? WHERE m.recorded_at <= ? LIMIT 1)
       UNION ALL (SELECT 1 FROM booking WHERE recorded_at <= ? LIMIT 1)
       UNION ALL (SELECT 1 FROM expense_line WHERE recorded_at <= ? LIMIT 1)
       UNION ALL (SELECT 1 FROM quota WHERE recorded_at <= ? LIMIT 1)`,
      [moment, moment, moment, moment, moment],
    );
    return found.length > 0;
  }
}
