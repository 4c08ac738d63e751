// ClickHouse, in this process (chDB), with its data in a folder.
import path from 'node:path';
import { tables } from './export.mjs';
import { importPeer } from './install.mjs';

const kinds = { number: 'UInt32', small: 'UInt8', large: 'Int64', date: 'Date', text: 'LowCardinality(String)' };
/** As the standard has it, and as the others do it: nothing is null, and division is exact where it can be. */
const asOthers =
  'aggregate_functions_null_for_empty = 1, join_use_nulls = 1, output_format_json_quote_64bit_integers = 0';
/** What the server says to a statement that ran for too long. */
const tooLong = 159;

export async function openClickhouse({ files, folder, threads, memory, longest, say }) {
  const { Session } = await importPeer('chdb', say);
  const session = new Session(path.join(folder.root, 'peer-clickhouse'));
  const run = async (sql) => (await session.queryAsync(sql, { format: 'JSONEachRow' })).text();
  // Half of what it may take is for what it groups and sorts, beyond which that goes to the disk.
  const bounds = `max_threads = ${threads}, max_memory_usage = ${memory}, max_bytes_before_external_group_by = ${memory / 2}, max_bytes_before_external_sort = ${memory / 2}`;
  for (const [name, { columns, order }] of Object.entries(tables)) {
    const typed = columns
      .map(([column, kind]) => {
        const type = kinds[kind.replace('?', '')];
        return `${column} ${kind.endsWith('?') ? `Nullable(${type})` : type}`;
      })
      .join(', ');
    await run(`CREATE TABLE ${name} (${typed}) ENGINE = MergeTree ORDER BY (${order})`);
    const text = `file('${files[name]}', 'CSV', '${typed.replaceAll("'", "\\'")}')`;
    await run(`INSERT INTO ${name} SELECT * FROM ${text} SETTINGS ${bounds}`);
  }
  const [{ version }] = rowsIn(await run('SELECT version() AS version'));
  return {
    name: 'ClickHouse',
    version,
    last: (column, condition) => `argMaxIf(${column}, seq, ${condition})`,
    async ask(sql) {
      try {
        return rowsIn(await run(`${sql} SETTINGS ${asOthers}, ${bounds}, max_execution_time = ${longest}`));
      } catch (error) {
        if (error.clickhouseCode === tooLong) return null;
        throw error;
      }
    },
    close: () => session.close(),
  };
}

const rowsIn = (text) =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
