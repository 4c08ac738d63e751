import { hostname } from 'node:os';
import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import { Clock } from '@tandem/kernel';

/** A row that a living worker keeps fresh; whoever asks whether one lives reads it there. */
@Injectable()
export class Heartbeat {
  private readonly worker = `${hostname()
    .replace(/[^\x21-\x7e]/g, '-')
    .slice(0, 100)}:${process.pid}`;
  private readonly bornMs = performance.now();
  private lastMs = this.bornMs;
  /** Reckoned at the first beat: a worker that begins has not agreed with the database on the time yet. */
  private startedAt: Date | null = null;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async beat(): Promise<void> {
    const now = this.clock.now();
    const startedAt = (this.startedAt ??= new Date(now.getTime() - (performance.now() - this.bornMs)));
    await this.database.write(() =>
      this.database.run(
        `INSERT INTO worker_heartbeat (worker, beat_at, started_at) VALUES (?, ?, ?)
         ON DUPLICATE KEY UPDATE beat_at = ?, started_at = ?`,
        [this.worker, now, startedAt, now, startedAt],
      ),
    );
    this.lastMs = performance.now();
  }

  /** Milliseconds since this worker last wrote that it lives, or since it began; on a clock that nobody sets. */
  get silentMs(): number {
    return performance.now() - this.lastMs;
  }

  /** When this worker last wrote that it lives; null when it has not yet. */
  async ownBeat(): Promise<Date | null> {
    const [row] = await this.database.query<{ at: Date }>(
      'SELECT beat_at AS at FROM worker_heartbeat WHERE worker = ?',
      [this.worker],
    );
    return row?.at ?? null;
  }

  /** When a worker last showed that it lives; null when none ever did. */
  async lastBeat(): Promise<Date | null> {
    const [row] = await this.database.query<{ at: Date | null }>('SELECT MAX(beat_at) AS at FROM worker_heartbeat');
    return row?.at ?? null;
  }

  /** Forgets workers that have been silent for a day. */
  async forgetSilent(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - 86_400_000);
    await this.database.write(() => this.database.run('DELETE FROM worker_heartbeat WHERE beat_at < ?', [before]));
  }
}
