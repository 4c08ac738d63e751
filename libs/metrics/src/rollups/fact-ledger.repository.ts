import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { bin, Database, fromJson, type Parameter } from '@tandem/database';
import { Clock, newId } from '@tandem/kernel';
import type { IdSpan } from './asked-opportunities';
import type { FoldedState } from './rules/folded-part';

/** Where the sums stand: of which definition they are, and how far they have been built. */
export interface LedgerState {
  readonly definition: string;
  readonly state: 'building' | 'ready';
  /** Of which rebuild they are; what was read for another one is never added to them. */
  readonly rebuildId: string;
  /** Up to which opportunity it has been given out in parts; null before the sums of before are gone. */
  readonly builtTo: string | null;
  /** Up to which account; null while opportunities are being built. */
  readonly customersTo: string | null;
  /** Opportunities that are in the sums. */
  readonly built: number;
  readonly startedAt: Date;
  readonly readyAt: Date | null;
}

export interface TailRow {
  readonly id: string;
  readonly opportunityId: string;
}

interface FoldedRow extends Omit<FoldedState, 'beside'> {
  readonly opportunityId: string;
  readonly beside: unknown;
}

const lookMs = 20;
const patienceMs = 120_000;

/** Before every opportunity. */
export const beforeAll = '00000000-0000-0000-0000-000000000000';
/** Behind every opportunity, those of the future as well. */
export const behindAll = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

const stateColumns = `definition, state, rebuild_id AS rebuildId, built_to AS builtTo, customers_to AS customersTo, built, started_at AS startedAt, ready_at AS readyAt`;

/** The tail, how far each opportunity is folded, and the state of it all. */
@Injectable()
export class FactLedgerRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async state(): Promise<LedgerState | null> {
    const [row] = await this.database.query<LedgerState>(`SELECT ${stateColumns} FROM fact_ledger WHERE id = 1`);
    return row ?? null;
  }

  /**
   * Holds the state until the transaction ends: one folds at a time, whoever else believes it is its turn. Looks again and again, because whoever
   * makes all sums anew holds it for longer than a lock is waited for.
   */
  async hold(): Promise<LedgerState | null> {
    for (const until = performance.now() + patienceMs; performance.now() < until; await pause(lookMs)) {
      const held = await this.holdIfFree();
      if (held) return held;
      if (!(await this.state())) return null;
    }
    return this.held('FOR UPDATE');
  }

  /** The same, but null at once where somebody else holds it. */
  async holdIfFree(): Promise<LedgerState | null> {
    return this.held('FOR UPDATE SKIP LOCKED');
  }

  private async held(lock: string): Promise<LedgerState | null> {
    const [row] = await this.database.query<LedgerState>(
      `SELECT ${stateColumns} FROM fact_ledger WHERE id = 1 ${lock}`,
    );
    return row ?? null;
  }

  async begin(definition: string): Promise<void> {
    await this.database.run(
      `INSERT INTO fact_ledger (id, definition, state, rebuild_id, built_to, customers_to, built, started_at, ready_at)
       VALUES (1, ?, 'building', ?, NULL, NULL, 0, ?, NULL)
       ON DUPLICATE KEY UPDATE definition = VALUES(definition), state = 'building', rebuild_id = VALUES(rebuild_id), built_to = NULL,
         customers_to = NULL, built = 0, started_at = VALUES(started_at), ready_at = NULL`,
      [definition, bin(newId()), this.clock.now()],
    );
  }

  builtTo(opportunityId: string): void {
    this.database.later('UPDATE fact_ledger SET built_to = ? WHERE id = 1', [bin(opportunityId)]);
  }

  built(more: number): void {
    this.database.later('UPDATE fact_ledger SET built = built + ? WHERE id = 1', [more]);
  }

  customersTo(accountId: string): void {
    this.database.later('UPDATE fact_ledger SET customers_to = ? WHERE id = 1', [bin(accountId)]);
  }

  ready(): void {
    this.database.later(`UPDATE fact_ledger SET state = 'ready', ready_at = ? WHERE id = 1`, [this.clock.now()]);
  }

  async count(): Promise<number> {
    const [row] = await this.database.query<{ readonly all: string }>('SELECT COUNT(*) AS `all` FROM opportunity');
    return Number(row?.all);
  }

  /** The next opportunities in the order of their ids, up to one. */
  async after(opportunityId: string, most: number, to = behindAll): Promise<string[]> {
    const rows = await this.database.query<{ readonly id: string }>(
      'SELECT id FROM opportunity WHERE id > ? AND id <= ? ORDER BY id LIMIT ?',
      [bin(opportunityId), bin(to), most],
    );
    return rows.map(({ id }) => id);
  }

  /** The last of the next so many opportunities; null when there are fewer. */
  async farther(opportunityId: string, count: number): Promise<string | null> {
    const [row] = await this.database.query<{ readonly id: string }>(
      'SELECT id FROM opportunity WHERE id > ? ORDER BY id LIMIT 1 OFFSET ?',
      [bin(opportunityId), count - 1],
    );
    return row?.id ?? null;
  }

  /** The oldest rows of the tail; those of some spans of opportunities stay where they are. */
  tail(most: number, except: readonly IdSpan[] = []): Promise<TailRow[]> {
    const outside = except.map(() => ' AND NOT (opportunity_id > ? AND opportunity_id <= ?)');
    return this.database.query<TailRow>(
      `SELECT id, opportunity_id AS opportunityId FROM fact_tail WHERE TRUE${outside.join('')} ORDER BY id LIMIT ?`,
      [...except.flatMap(({ after, to }) => [bin(after), bin(to)]), most],
    );
  }

  /**
   * Takes rows from the tail. They are found one by one: asked for a list of ids, the server reads the whole of a short table and then
   * waits for whoever is writing to its end.
   */
  forget(rows: readonly TailRow[]): void {
    if (rows.length === 0) return;
    const list = rows.map((_, place) => (place === 0 ? 'SELECT ? AS id' : 'SELECT ?')).join(' UNION ALL ');
    this.database.later(
      `DELETE t FROM (${list}) gone STRAIGHT_JOIN fact_tail t ON t.id = gone.id`,
      rows.map(({ id }) => id),
    );
  }

  async folded(ids: readonly string[]): Promise<Map<string, FoldedState>> {
    if (ids.length === 0) return new Map();
    const rows = await this.database.query<FoldedRow>(
      `SELECT opportunity_id AS opportunityId, seq, source_id AS sourceId, campaign_id AS campaignId, product_id AS productId, segment, beside
       FROM folded_opportunity WHERE opportunity_id IN (?)`,
      [ids.map((id) => bin(id))],
    );
    return new Map(
      rows.map(({ opportunityId, beside, ...state }) => [
        opportunityId,
        { ...state, beside: fromJson(beside) as FoldedState['beside'] },
      ]),
    );
  }

  saveFolded(states: readonly (readonly [opportunityId: string, state: FoldedState])[]): void {
    if (states.length === 0) return;
    this.database.later(
      `INSERT INTO folded_opportunity (opportunity_id, seq, source_id, campaign_id, product_id, segment, beside) VALUES ?
       ON DUPLICATE KEY UPDATE seq = VALUES(seq), source_id = VALUES(source_id), campaign_id = VALUES(campaign_id),
         product_id = VALUES(product_id), segment = VALUES(segment), beside = VALUES(beside)`,
      [
        states.map(([id, { seq, sourceId, campaignId, productId, segment, beside }]): Parameter[] => [
          bin(id),
          seq,
          bin(sourceId),
          bin(campaignId),
          bin(productId),
          segment,
          beside === null ? null : JSON.stringify(beside),
        ]),
      ],
    );
  }

  /** Forgets of some opportunities how far they are folded; says of how many. */
  forgetSome(most: number): Promise<number> {
    return this.database.run('DELETE FROM folded_opportunity LIMIT ?', [most]);
  }
}
