import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import { Heartbeat } from '@tandem/jobs';
import { Clock } from '@tandem/kernel';
import { LedgerHealthReader, type LedgerHealth } from '@tandem/metrics';
import { OrganisationReader } from '@tandem/people';

export interface FoundWork {
  readonly now: Date;
  /** What kind of records the organisation holds; null before it is set up. */
  readonly holds: string | null;
  readonly lastBeat: Date | null;
  /** Since when the oldest event waits to be handed on. */
  readonly oldestEvent: Date | null;
  /** Since when the oldest letter that could go is waiting. */
  readonly oldestLetter: Date | null;
  readonly uncertainLetters: number;
  /** Letters given up within the last week. */
  readonly failedLetters: number;
  /** Since when the oldest import that nobody works on is running. */
  readonly stuckImport: Date | null;
  /** Addresses of webhook endpoints whose every try has failed for a while, or that were ended by it. */
  readonly failingWebhooks: readonly string[];
  /** Since when the oldest event that could go to an endpoint is waiting. */
  readonly oldestWebhook: Date | null;
  readonly verified: { readonly at: Date; readonly violations: number } | null;
  /** How far changes are folded into the sums of figures. */
  readonly figures: LedgerHealth;
}

const hourMs = 3_600_000;
const weekMs = 7 * 86_400_000;

/** Looks whether work that is asked for gets done. */
@Injectable()
export class WorkReader {
  constructor(
    private readonly database: Database,
    private readonly heartbeat: Heartbeat,
    private readonly organisation: OrganisationReader,
    private readonly clock: Clock,
    private readonly ledger: LedgerHealthReader,
  ) {}

  async look(): Promise<FoundWork> {
    const now = this.clock.now();
    return {
      now,
      holds: (await this.organisation.find())?.holds ?? null,
      lastBeat: await this.heartbeat.lastBeat(),
      oldestEvent: await this.moment(`SELECT MIN(available_at) AS at FROM outbox_event WHERE state = 'pending'`),
      oldestLetter: await this.moment(
        `SELECT MIN(available_at) AS at FROM delivery WHERE state IN ('pending', 'retry') AND available_at <= ?`,
        now,
      ),
      uncertainLetters: await this.count(`SELECT COUNT(*) AS n FROM delivery WHERE state = 'uncertain'`),
      failedLetters: await this.count(
        `SELECT COUNT(*) AS n FROM delivery WHERE state = 'failed' AND created_at >= ?`,
        new Date(now.getTime() - weekMs),
      ),
      stuckImport: await this.moment(
        `SELECT MIN(started_at) AS at FROM import_run WHERE state IN ('waiting', 'running') AND (lease_until IS NULL OR lease_until < NOW(3))`,
      ),
      failingWebhooks: await this.failingWebhooks(new Date(now.getTime() - hourMs)),
      oldestWebhook: await this.moment(
        `SELECT MIN(d.available_at) AS at FROM webhook_delivery d JOIN webhook_endpoint e ON e.id = d.endpoint_id
         WHERE e.state = 'enabled' AND d.state = 'pending' AND d.available_at <= ?`,
        now,
      ),
      verified: await this.verified(),
      figures: await this.ledger.look(),
    };
  }

  private async failingWebhooks(since: Date): Promise<string[]> {
    const rows = await this.database.query<{ url: string }>(
      `SELECT url FROM webhook_endpoint WHERE disabled_for IN ('gone', 'failing') OR (state = 'enabled' AND failing_since < ?)`,
      [since],
    );
    return rows.map(({ url }) => url);
  }

  private async verified(): Promise<FoundWork['verified']> {
    const [row] = await this.database.query<{ at: Date; violations: number | null }>(
      `SELECT finished_at AS at, violations FROM verification_run WHERE state = 'done' ORDER BY finished_at DESC LIMIT 1`,
    );
    return row ? { at: row.at, violations: Number(row.violations ?? 0) } : null;
  }

  private async moment(sql: string, ...parameters: Date[]): Promise<Date | null> {
    const [row] = await this.database.query<{ at: Date | null }>(sql, parameters);
    return row?.at ?? null;
  }

  private async count(sql: string, ...parameters: Date[]): Promise<number> {
    const [row] = await this.database.query<{ n: string }>(sql, parameters);
    return Number(row?.n ?? 0);
  }
}
