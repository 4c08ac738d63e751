import { fromJson } from '@tandem/database';
import type { ImportRun, RunProblem } from './import-run.entity';
import type { KeptMapping } from './opportunity-list/list-mapping';
import type { Report } from './rules/tally';

/** A run as the driver hands it over. */
export type RunRow = Omit<ImportRun, 'dryRun' | 'replaceDemo'> & {
  readonly dryRun: number;
  readonly replaceDemo: number;
};

export const runColumns = `id, profile, state, phase, dry_run AS dryRun, replace_demo AS replaceDemo, currency,
  rows_total AS rowsTotal, rows_done AS rowsDone, report, problem, started_by_id AS startedById, started_at AS startedAt,
  finished_at AS finishedAt, lease_until AS leaseUntil, fence, undo_total AS undoTotal, undo_done AS undoDone, undo_kept AS undoKept,
  mapping, header_key AS headerKey`;

export const runOf = (row: RunRow): ImportRun => ({
  ...row,
  dryRun: row.dryRun === 1,
  replaceDemo: row.replaceDemo === 1,
  report: fromJson(row.report) as Report | null,
  problem: fromJson(row.problem) as RunProblem | null,
  mapping: fromJson(row.mapping) as KeptMapping | null,
});
