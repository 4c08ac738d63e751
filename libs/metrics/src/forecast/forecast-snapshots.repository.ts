import { Injectable } from '@nestjs/common';
import { bin, Database } from '@tandem/database';
import type { PlainDate } from '@tandem/kernel';
import { knownSql } from '../knowledge';
import type { ForecastSnapshot } from './forecast-snapshot.entity';

/** The scope of the whole organisation, which has no id of its own. */
export const wholeOrganisation = '00000000-0000-0000-0000-000000000000';

const fields = {
  id: 'id',
  weekFrom: 'week_from',
  periodKey: 'period_key',
  periodFrom: 'period_from',
  periodUntil: 'period_until',
  scopeId: 'scope_id',
  currency: 'currency',
  wonMinor: 'won_minor',
  commitMinor: 'commit_minor',
  bestCaseMinor: 'best_case_minor',
  pipelineMinor: 'pipeline_minor',
  weightedMinor: 'weighted_minor',
  p10Minor: 'p10_minor',
  p50Minor: 'p50_minor',
  p90Minor: 'p90_minor',
  openCount: 'open_count',
  unvaluedCount: 'unvalued_count',
  overdueCount: 'overdue_count',
  recordedAt: 'recorded_at',
} as const satisfies Record<keyof ForecastSnapshot, string>;

const names = Object.keys(fields) as (keyof ForecastSnapshot)[];

/** Rows of forecasts as they were at the end of past weeks. */
@Injectable()
export class ForecastSnapshotsRepository {
  constructor(private readonly database: Database) {}

  /** The first days of the weeks since one that have their snapshots. */
  async weeksSince(first: PlainDate): Promise<ReadonlySet<PlainDate>> {
    const rows = await this.database.query<{ readonly weekFrom: PlainDate }>(
      'SELECT DISTINCT week_from AS weekFrom FROM forecast_snapshot WHERE week_from >= ?',
      [first],
    );
    return new Set(rows.map(({ weekFrom }) => weekFrom));
  }

  /** Throws a duplicate when the week has snapshots already. */
  async insert(snapshots: readonly ForecastSnapshot[]): Promise<void> {
    const columns = Object.values(fields).join(', ');
    await this.database.run(`INSERT INTO forecast_snapshot (${columns}) VALUES ?`, [
      snapshots.map((row) => names.map((name) => (name === 'id' || name === 'scopeId' ? bin(row[name]) : row[name]))),
    ]);
  }

  /** Those of one scope about periods that lie within some days, as they were known; the newest period and the earliest week first. */
  of(
    scopeId: string,
    { from, until }: { readonly from: PlainDate; readonly until: PlainDate },
    by: Date | null,
  ): Promise<ForecastSnapshot[]> {
    const known = knownSql('s', by);
    return this.database.query<ForecastSnapshot>(
      `SELECT ${names.map((name) => `s.${fields[name]} AS ${name}`).join(', ')} FROM forecast_snapshot s
       WHERE s.scope_id = ? AND s.period_from >= ? AND s.period_until <= ? ${known.and}
       ORDER BY s.period_from DESC, s.period_until, s.week_from`,
      [bin(scopeId), from, until, ...known.parameters],
    );
  }
}
