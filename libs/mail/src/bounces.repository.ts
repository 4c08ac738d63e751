import { Injectable } from '@nestjs/common';
import { bin, Database } from '@tandem/database';
import type { Id } from '@tandem/kernel';

/** Mail servers try for up to five days before they give up (RFC 5321 §4.5.4.1). */
const longestTryMs = 5 * 86_400_000;

/** Which letter came back, and the marks on it. */
@Injectable()
export class BouncesRepository {
  constructor(private readonly database: Database) {}

  /** The letter of one of these ids; a letter that was never tried cannot have come back. */
  async byMessageId(messageIds: readonly string[]): Promise<Id<'delivery'> | null> {
    const [letter] = await this.database.query<{ id: Id<'delivery'> }>(
      'SELECT id FROM delivery WHERE message_id IN (?) AND attempts > 0 LIMIT 1',
      [[...messageIds]],
    );
    return letter?.id ?? null;
  }

  /** The only letter that went to one of these addresses lately; null when there are several. */
  async onlyRecentTo(addresses: readonly string[], now: Date): Promise<Id<'delivery'> | null> {
    const letters = await this.database.query<{ id: Id<'delivery'> }>(
      `SELECT id FROM delivery
       WHERE to_address IN (?) AND attempts > 0 AND created_at >= ? LIMIT 2`,
      [[...addresses], new Date(now.getTime() - longestTryMs)],
    );
    return letters.length === 1 ? (letters[0]?.id ?? null) : null;
  }

  /** False when it was marked already. */
  async mark(id: Id<'delivery'>, bounce: { at: Date; status: string; reason: string }): Promise<boolean> {
    const changed = await this.database.run(
      'UPDATE delivery SET bounced_at = ?, bounce_status = ?, bounce_reason = ? WHERE id = ? AND bounced_at IS NULL',
      [bounce.at, bounce.status, bounce.reason, bin(id)],
    );
    return changed === 1;
  }
}
