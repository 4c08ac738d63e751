import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import { Clock, tooMany } from '@tandem/kernel';
import { forgetMs, waitAfter } from './rules/slow-down';

/** Slows down whoever guesses the password of an address. What it counts stays although the request is refused. */
@Injectable()
export class SignInBrake {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async refuseWhileWaiting(address: Buffer): Promise<void> {
    const [row] = await this.database.query<{ failures: number; lastAt: Date }>(
      'SELECT failures, last_at AS lastAt FROM sign_in_failure WHERE email_norm = ?',
      [address],
    );
    if (!row) return;
    const since = this.clock.now().getTime() - row.lastAt.getTime();
    const left = Math.ceil(waitAfter(row.failures) - since / 1000);
    if (since < forgetMs && left > 0) {
      throw tooMany('sign_in.slow_down', `Too many failed tries. Wait ${left} seconds and try again.`, {
        retryAfter: left,
      });
    }
  }

  async countFailure(address: Buffer): Promise<void> {
    const now = this.clock.now();
    await this.database.write(() =>
      this.database.run(
        `INSERT INTO sign_in_failure (email_norm, failures, last_at) VALUES (?, 1, ?)
         ON DUPLICATE KEY UPDATE failures = IF(last_at < ?, 1, LEAST(failures + 1, 60000)), last_at = VALUES(last_at)`,
        [address, now, new Date(now.getTime() - forgetMs)],
      ),
    );
  }
}
