import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { bin, Database } from '@tandem/database';
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

  /**
   * Claims the key together with the statement that comes next, and tells `isFirst` once the server has taken it. Until then an error
   * of any kind may mean that the key was known: `find` says so. A twin that is still running is waited for.
   */
  claim({ scope, key, operation, body }: Attempt, isFirst: () => void): void {
    this.database.later(
      'INSERT INTO idempotency_key (scope, key_hash, operation, body_hash, created_at) VALUES (?, ?, ?, ?, ?)',
      [bin(scope), sha256(key), operation.slice(0, 160), hashOfBody(operation, body), this.clock.now()],
      isFirst,
    );
  }

  /** The remembered answer of an earlier time, also of a twin that is still running; null when there was none. */
  async find({ scope, key, operation, body }: Attempt): Promise<{ answer: unknown } | null> {
    const [known] = await this.database.write(() =>
      this.database.query<{ bodyHash: Buffer; body: Buffer | null }>(
        'SELECT body_hash AS bodyHash, body FROM idempotency_key WHERE scope = ? AND key_hash = ? LOCK IN SHARE MODE',
        [bin(scope), sha256(key)],
      ),
    );
    if (!known) return null;
    if (!known.bodyHash.equals(hashOfBody(operation, body))) {
      throw unprocessable(
        'idempotency.other_request',
        'This Idempotency-Key was already used for a different request. Use a new key for a new request.',
      );
    }
    return { answer: known.body === null ? undefined : (JSON.parse(known.body.toString('utf8')) as unknown) };
  }

  remember({ scope, key }: Attempt, answer: unknown): void {
    this.database.later('UPDATE idempotency_key SET body = ? WHERE scope = ? AND key_hash = ?', [
      answer === undefined ? null : JSON.stringify(answer),
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

const hashOfBody = (operation: string, body: unknown): Buffer =>
  sha256(`${operation}\n${JSON.stringify(body ?? null)}`);

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();
