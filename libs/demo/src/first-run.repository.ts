import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import { Clock } from '@tandem/kernel';
import type { FirstRun, FirstWish } from './first-run.entity';

/** How long a demo that shows no progress belongs to whoever loads it. */
const leaseMs = 60_000;

/** The one row of the beginning. Whoever loads the demo names the fence with each write, so that one who lost the lease writes nothing. */
@Injectable()
export class FirstRunRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async find(): Promise<Pick<FirstRun, 'wish' | 'state' | 'stepsDone' | 'problem' | 'askedAt'> | null> {
    const [row] = await this.database.query<FirstRun>(
      'SELECT wish, state, steps_done AS stepsDone, problem, asked_at AS askedAt FROM first_run WHERE id = 1',
    );
    return row ?? null;
  }

  /** Whether nobody is here who could have set anything up: no organisation, no beginning, no administrator. */
  async isOpen(): Promise<boolean> {
    const [row] = await this.database.query<{ taken: number }>(
      `SELECT EXISTS (SELECT 1 FROM first_run) OR EXISTS (SELECT 1 FROM organisation)
         OR EXISTS (SELECT 1 FROM person WHERE role = 'administrator' AND active AND password_hash IS NOT NULL) AS taken`,
    );
    return Number(row?.taken) === 0;
  }

  /** True for exactly one of all who ask; the others wait here until that one is through. */
  async claim(wish: FirstWish): Promise<boolean> {
    const made = await this.database.run(
      'INSERT IGNORE INTO first_run (id, wish, state, steps_done, asked_at, fence) VALUES (1, ?, ?, 0, ?, 0)',
      [wish, wish === 'demo' ? 'waiting' : 'done', this.clock.now()],
    );
    return made === 1;
  }

  /** Lets a demo that failed be tried once more; false when it did not. */
  async wishAgain(): Promise<boolean> {
    const changed = await this.database.run(
      `UPDATE first_run SET state = 'waiting', steps_done = 0, problem = NULL, asked_at = ? WHERE id = 1 AND state = 'failed'`,
      [this.clock.now()],
    );
    return changed === 1;
  }

  /** Takes the demo that waits, or that whoever had it has left lying; the fence to name from then on, or null when there is none. */
  async take(): Promise<number | null> {
    const now = this.clock.now();
    const [row] = await this.database.query<{ fence: number }>(
      `SELECT fence FROM first_run WHERE id = 1 AND (state = 'waiting' OR (state = 'running' AND lease_until < ?))`,
      [now],
    );
    if (!row) return null;
    const taken = await this.database.run(
      `UPDATE first_run SET state = 'running', steps_done = 0, lease_until = ?, fence = fence + 1 WHERE id = 1 AND fence = ?`,
      [new Date(now.getTime() + leaseMs), row.fence],
    );
    return taken === 1 ? row.fence + 1 : null;
  }

  async reach(fence: number): Promise<void> {
    await this.holding(fence, 'steps_done = steps_done + 1, lease_until = ?', [
      new Date(this.clock.now().getTime() + leaseMs),
    ]);
  }

  async finish(fence: number): Promise<void> {
    await this.holding(fence, `state = 'done', steps_done = steps_done + 1, lease_until = NULL`);
  }

  async fail(fence: number, problem: string): Promise<void> {
    await this.holding(fence, `state = 'failed', problem = ?, lease_until = NULL`, [problem]);
  }

  private async holding(fence: number, settings: string, parameters: readonly (string | Date)[] = []): Promise<void> {
    const changed = await this.database.run(
      `UPDATE first_run SET ${settings} WHERE id = 1 AND fence = ? AND state = 'running'`,
      [...parameters, fence],
    );
    if (changed === 0) throw new LeaseLost('the demo was taken over by another worker');
  }
}

/** Another worker goes on with it; whoever sees this writes nothing more. */
export class LeaseLost extends Error {}
