import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import { FactLedgerRepository } from './fact-ledger.repository';

/** How it stands with the sums that figures are read from. */
export interface LedgerHealth {
  /** `none` before the first were made. */
  readonly state: 'none' | 'building' | 'ready';
  /** Opportunities that are in the sums of a rebuild, and how many there are. */
  readonly built: number;
  readonly total: number;
  /** Changes that wait to be folded. */
  readonly waiting: number;
  /** For how many seconds the oldest has; 0 when none does. */
  readonly waitsSeconds: number;
  /** Since when, by the clock of the database; null when none does. */
  readonly waitsSince: Date | null;
}

/** With more the pages are slow, because whoever asks computes anew what waits. */
const mostWaiting = 10_000;
const longestSeconds = 60;

/** Whether changes wait that somebody should have folded; only while a worker lives, because without one everything waits. */
export const isBehind = ({ waiting, waitsSeconds }: Pick<LedgerHealth, 'waiting' | 'waitsSeconds'>): boolean =>
  waiting > mostWaiting || waitsSeconds > longestSeconds;

const oldest = (table: string) => `(SELECT at FROM ${table} ORDER BY id LIMIT 1)`;

/** Looks how far the worker is with folding. */
@Injectable()
export class LedgerHealthReader {
  constructor(
    private readonly database: Database,
    private readonly ledger: FactLedgerRepository,
  ) {}

  async look(): Promise<LedgerHealth> {
    const state = await this.ledger.state();
    const [row] = await this.database.query<{ waiting: string; since: Date | null; now: Date }>(
      `SELECT (SELECT COUNT(*) FROM fact_tail) + (SELECT COUNT(*) FROM customer_tail) AS waiting,
         COALESCE(LEAST(${oldest('fact_tail')}, ${oldest('customer_tail')}), ${oldest('fact_tail')}, ${oldest('customer_tail')}) AS since, NOW(3) AS now`,
    );
    return {
      state: state?.state ?? 'none',
      built: state?.built ?? 0,
      total: state?.state === 'building' ? await this.ledger.count() : (state?.built ?? 0),
      waiting: Number(row?.waiting ?? 0),
      waitsSeconds: row?.since ? Math.max(0, Math.floor((row.now.getTime() - row.since.getTime()) / 1_000)) : 0,
      waitsSince: row?.since ?? null,
    };
  }
}
