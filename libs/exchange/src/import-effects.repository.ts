import { Injectable } from '@nestjs/common';
import { bin, Database, fromJson } from '@tandem/database';
import type { Id } from '@tandem/kernel';
import { workedBeside, type LoadedPart } from '@tandem/opportunities';
import type { Overwritten } from './import-effect.entity';

/** What a run did to one opportunity; `before` is null of one that it brought. */
export interface Effect extends LoadedPart {
  readonly externalId: string;
  readonly versionBefore: number;
  readonly before: Overwritten | null;
}

/** An opportunity that the run which brought or changed it did not take back. */
export interface KeptOpportunity {
  readonly id: Id<'opportunity'>;
  readonly name: string;
}

type Row = Omit<Effect, 'before' | 'externalId'> & { readonly before: unknown; readonly externalId: Buffer };

/** What imports did to opportunities, kept for as long as it may be taken back. */
@Injectable()
export class ImportEffectsRepository {
  constructor(private readonly database: Database) {}

  /** Of those that were just brought, by the ids they had elsewhere. */
  async addBrought(runId: Id<'import_run'>, system: string, externalIds: readonly string[]): Promise<void> {
    if (externalIds.length === 0) return;
    await this.database.run(
      `INSERT INTO import_effect (run_id, opportunity_id, external_id, seq_before, version_before, version_after, fate)
       SELECT ?, o.id, x.external_id, 0, 0, o.version, 'stands' FROM external_record x JOIN opportunity o ON o.id = x.record_id
       WHERE x.system = ? AND x.kind = 'opportunity' AND x.external_id IN (?)`,
      [bin(runId), system, externalIds.map((id) => Buffer.from(id))],
    );
  }

  async addChanged(runId: Id<'import_run'>, { id, externalId, before, ...at }: Effect): Promise<void> {
    await this.database.run(
      `INSERT INTO import_effect (run_id, opportunity_id, external_id, seq_before, version_before, version_after, kept_before, fate)
       VALUES (?, ?, ?, ?, ?, ?, ?, 'stands')`,
      [
        bin(runId),
        bin(id),
        Buffer.from(externalId),
        at.seqBefore,
        at.versionBefore,
        at.versionAfter,
        JSON.stringify(before),
      ],
    );
  }

  /** How many opportunities the run brought or changed. */
  async count(runId: Id<'import_run'>): Promise<number> {
    const [found] = await this.database.query<{ effects: number }>(
      'SELECT COUNT(*) AS effects FROM import_effect WHERE run_id = ?',
      [bin(runId)],
    );
    return Number(found?.effects ?? 0);
  }

  /** The next that still stand, held until they are settled. */
  async next(runId: Id<'import_run'>, most: number): Promise<Effect[]> {
    const rows = await this.database.query<Row>(
      `SELECT opportunity_id AS id, external_id AS externalId, seq_before AS seqBefore, version_before AS versionBefore,
         version_after AS versionAfter, kept_before AS \`before\`
       FROM import_effect WHERE run_id = ? AND fate = 'stands' ORDER BY opportunity_id LIMIT ? FOR UPDATE`,
      [bin(runId), most],
    );
    return rows.map(({ externalId, before, ...row }) => ({
      ...row,
      externalId: externalId.toString(),
      before: fromJson(before) as Overwritten | null,
    }));
  }

  /** Taken back; what an earlier run left it at is what it is at now, so that this one can be taken back too. */
  settleUndone(runId: Id<'import_run'>, { id, versionBefore }: Effect, version: number): void {
    this.database.later(
      `UPDATE import_effect SET version_after = ? WHERE opportunity_id = ? AND fate = 'stands' AND version_after = ? AND run_id <> ?`,
      [version, bin(id), versionBefore, bin(runId)],
    );
    this.database.later(`UPDATE import_effect SET fate = 'undone' WHERE run_id = ? AND opportunity_id = ?`, [
      bin(runId),
      bin(id),
    ]);
  }

  settleKept(runId: Id<'import_run'>, { id }: Effect, because: string): void {
    this.database.later(
      `UPDATE import_effect SET fate = 'kept', kept_because = ? WHERE run_id = ? AND opportunity_id = ?`,
      [because, bin(runId), bin(id)],
    );
  }

  /** Those that are left as they are, or would be because somebody has worked on them; the first of them by name, and how many. */
  async kept(runId: Id<'import_run'>, most: number): Promise<{ total: number; first: KeptOpportunity[] }> {
    const those = `FROM import_effect e JOIN opportunity o ON o.id = e.opportunity_id
      WHERE e.run_id = ? AND (e.fate = 'kept' OR (e.fate = 'stands' AND (o.version <> e.version_after OR ${workedBeside('o.id')})))`;
    const [found] = await this.database.query<{ kept: number }>(`SELECT COUNT(*) AS kept ${those}`, [bin(runId)]);
    const first = await this.database.query<KeptOpportunity>(
      `SELECT o.id, o.name ${those} ORDER BY o.name, o.id LIMIT ?`,
      [bin(runId), most],
    );
    return { total: Number(found?.kept ?? 0), first };
  }

  /** Forgets what runs did that ended before an instant and were not taken back: it is too late for that. */
  async prune(before: Date): Promise<void> {
    const runs = await this.database.query<{ id: Id<'import_run'> }>(
      `SELECT r.id FROM import_run r WHERE r.phase = 'import' AND r.finished_at < ?
         AND EXISTS (SELECT 1 FROM import_effect e WHERE e.run_id = r.id)`,
      [before],
    );
    for (const { id } of runs)
      await this.database.prune('DELETE FROM import_effect WHERE run_id = ? LIMIT ?', [bin(id)]);
  }
}
