// ClickHouse, in this process (chDB), with its data in a folder.
import path from 'node:path';
import { tables } from './export.mjs';
import { importPeer } from './install.mjs';

const kinds = { number: 'UInt32', small: 'UInt8', large: 'Int64', date: 'Date', text: 'LowCardinality(String)' };
/** As the standard has it, and as the others do it: nothing is null, and division is exact where it can be. */
const asOthers =
  'SETTINGS aggregate_functions_null_for_empty = 1, join_use_nulls = 1, output_format_json_quote_64bit_integers = 0';

export async function openClickhouse({ files, folder, threads, say }) {
  const { Session } = await importPeer('chdb', say);
  const session = new Session(path.join(folder.root, 'peer-clickhouse'));
  const run = (sql, format = 'JSONEachRow') => session.query(sql, format);
  for (const [name, { columns, order }] of Object.entries(tables)) {
    const typed = columns
      .map(([column, kind]) => {
        const type = kinds[kind.replace('?', '')];
        return `${column} ${kind.endsWith('?') ? `Nullable(${type})` : type}`;
      })
      .join(', ');
    run(`CREATE TABLE ${name} (${typed}) ENGINE = MergeTree ORDER BY (${order})`);
    run(`INSERT INTO ${name} SELECT * FROM file('${files[name]}', 'CSV', '${typed.replaceAll("'", "\\'")}')`);
  }
  const version = run('SELECT version() AS version').trim();
  return {
    name: 'ClickHouse',
    version: JSON.parse(version).version,
    last: (column, condition) => `argMaxIf(${column}, seq, ${condition})`,
    ask: async (sql) => rowsIn(run(`${sql} ${asOthers}, max_threads = ${threads}`)),
    close: () => session.close(),
  };
}

const rowsIn = (text) =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
