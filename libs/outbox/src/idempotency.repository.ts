import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { bin, Database, isDuplicate } from '@tandem/database';
import { Clock, unprocessable } from '@tandem/kernel';

/** One request that must have one effect however often it arrives. */
export interface Attempt {
  /** The person, so that two people's keys never meet. */
  readonly scope: string;
  readonly key: string;
  /** Method and path. */
  readonly operation: string;
  readonly body: unknown;
}

/** Remembers answers by key, in the transaction of the effect itself: both are there or neither. */
@Injectable()
export class IdempotencyRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Null when this is the first time; the remembered answer when it is not. A twin that is still running is waited for. */
  async claim({ scope, key, operation, body }: Attempt): Promise<{ answer: unknown } | null> {
    const keyHash = sha256(key);
    const bodyHash = sha256(`${operation}\n${JSON.stringify(body ?? null)}`);
    try {
      await this.database.run(
        'INSERT INTO idempotency_key (scope, key_hash, operation, body_hash, created_at) VALUES (?, ?, ?, ?, ?)',
        [bin(scope), keyHash, operation.slice(0, 160), bodyHash, this.clock.now()],
      );
      return null;
    } catch (error) {
      if (!isDuplicate(error)) throw error;
    }
    const [known] = await this.database.query<{ bodyHash: Buffer; body: Buffer | null }>(
      'SELECT body_hash AS bodyHash, body FROM idempotency_key WHERE scope = ? AND key_hash = ?',
      [bin(scope), keyHash],
    );
    if (!known?.bodyHash.equals(bodyHash)) {
      throw unprocessable(
        'idempotency.other_request',
        'This Idempotency-Key was already used for a different request. Use a new key for a new request.',
      );
    }
    return { answer: known.body === null ? undefined : (JSON.parse(known.body.toString('utf8')) as unknown) };
  }

  async remember({ scope, key }: Attempt, answer: unknown): Promise<void> {
    this.database.later('UPDATE idempotency_key SET body = ? WHERE scope = ? AND key_hash = ?', [
      answer === undefined ? null : Buffer.from(JSON.stringify(answer)),
      bin(scope),
      sha256(key),
    ]);
  }

  /** Forgets keys older than `days`; the same key then makes a new request. */
  prune(days: number): Promise<number> {
    const before = new Date(this.clock.now().getTime() - days * 86_400_000);
    return this.database.prune('DELETE FROM idempotency_key WHERE created_at < ? LIMIT ?', [before]);
  }
}

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();
