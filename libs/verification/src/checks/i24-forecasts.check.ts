import { rowCheck } from '../check';
import { sealedLineRows } from '../rows/seal.rows';
import { forecastSnapshotRows } from '../rows/table.rows';
import { follows } from '../sql-words';
import { asTold, type ToldColumn } from '../told-words';

const says: readonly ToldColumn[] = [
  ['week_from', 'date', 'weekFrom'],
  ['period_key', 'word', 'periodKey'],
  ['period_from', 'date', 'periodFrom'],
  ['period_until', 'date', 'periodUntil'],
  ['scope_id', 'id', 'scopeId'],
  ['currency', 'word', 'currency'],
  ['won_minor', 'total', 'wonMinor'],
  ['commit_minor', 'total', 'commitMinor'],
  ['best_case_minor', 'total', 'bestCaseMinor'],
  ['pipeline_minor', 'total', 'pipelineMinor'],
  ['weighted_minor', 'total', 'weightedMinor'],
  ['p10_minor', 'total', 'p10Minor'],
  ['p50_minor', 'total', 'p50Minor'],
  ['p90_minor', 'total', 'p90Minor'],
  ['open_count', 'number', 'openCount'],
  ['unvalued_count', 'number', 'unvaluedCount'],
  ['overdue_count', 'number', 'overdueCount'],
];

const taken = `a.action = 'forecast_snapshot.taken'`;

/** A forecast is held against what became of it, so it says for ever what it said, and each that is told of is here. */
export const forecasts = rowCheck(
  'I24',
  {
    of: forecastSnapshotRows,
    holds: `EXISTS (SELECT 1 FROM audit_line a WHERE a.object_kind = 'forecast_snapshot' AND a.object_id = f.id AND ${taken}
      AND ABS(TIMESTAMPDIFF(SECOND, a.at, f.recorded_at)) <= 60 AND ${asTold('f', says)})`,
  },
  {
    of: sealedLineRows,
    holds: follows(taken, 'EXISTS (SELECT 1 FROM forecast_snapshot f WHERE f.id = a.object_id)'),
  },
);
