import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { bin, Database, digestOfAuditLine, isDuplicate, Overtaken } from '@tandem/database';
import { Clock, type Id } from '@tandem/kernel';

interface Line {
  readonly id: Id<'audit_line'>;
  readonly digest: Buffer;
}

/** Sixteen bytes of id and thirty-two of digest for each line. */
const bytesOf = ({ id, digest }: Line): Buffer => Buffer.concat([bin(id), digest]);

/** The hash of a seal: SHA-256 over the hash before it and the lines it seals. */
export const hashOfSeal = (previous: Buffer | null, lines: Buffer): Buffer =>
  createHash('sha256')
    .update(previous ?? '')
    .update(lines)
    .digest();

/**
 * Chains audit lines batch by batch after their commit, because a chain through every single change would make all of them
 * wait for each other. A line that was changed, removed or slipped in afterwards no longer fits its seal.
 */
@Injectable()
export class AuditSeals {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Seals these lines behind the newest seal. Two at once meet at its number; the later one runs again. */
  async seal(ids: readonly Id[]): Promise<void> {
    const lines = await this.database.query<Line>(
      `SELECT id, ${digestOfAuditLine('a')} AS digest FROM audit_line a WHERE id IN (?) ORDER BY id`,
      [ids.map((id) => bin(id))],
    );
    if (lines.length === 0) return;
    const [newest] = await this.database.query<{ seq: string; hash: Buffer }>(
      'SELECT seq, hash FROM audit_seal ORDER BY seq DESC LIMIT 1',
    );
    const sealed = Buffer.concat(lines.map(bytesOf));
    const previous = newest?.hash ?? null;
    await this.database
      .run(
        'INSERT INTO audit_seal (seq, sealed_at, line_count, lines_sealed, prev_hash, hash) VALUES (?, ?, ?, ?, ?, ?)',
        [Number(newest?.seq ?? 0) + 1, this.clock.now(), lines.length, sealed, previous, hashOfSeal(previous, sealed)],
      )
      .catch((error: unknown) => {
        throw isDuplicate(error) ? new Overtaken('another relay has sealed meanwhile') : error;
      });
  }
}
