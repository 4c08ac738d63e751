import { rowCheck } from '../check';
import { externalRows, importRows } from '../rows/table.rows';
import { follows } from '../sql-words';

const counted = (...names: string[]): string =>
  names.map((name) => `CAST(JSON_VALUE(i.report, '$.total.${name}') AS SIGNED)`).join(' + ');

const tables = ['opportunity', 'account', 'contact', 'product', 'person', 'team', 'office'];

/** Every row an import has read became something or was refused, and what it became is here; of one taken back, nothing still stands that is not said to be kept. */
export const imports = rowCheck(
  'I12',
  {
    of: importRows,
    holds: `i.rows_done <= i.rows_total AND i.undo_done + i.undo_kept <= i.undo_total AND ${follows(
      `i.phase = 'undo' AND i.state = 'done'`,
      `i.undo_done + i.undo_kept = i.undo_total
       AND NOT EXISTS (SELECT 1 FROM import_effect e WHERE e.run_id = i.id AND e.fate = 'stands')`,
    )} AND ${follows(
      `i.phase = 'import' AND i.state = 'done'`,
      `i.finished_at IS NOT NULL AND i.rows_done = i.rows_total AND ${counted('read')} = i.rows_total
       AND ${counted('created', 'updated', 'unchanged', 'refused')} = ${counted('read')}`,
    )}`,
  },
  {
    of: externalRows,
    holds: `CASE x.kind ${tables
      .map((table) => `WHEN '${table}' THEN EXISTS (SELECT 1 FROM ${table} t WHERE t.id = x.record_id)`)
      .join(' ')} ELSE TRUE END`,
  },
);
