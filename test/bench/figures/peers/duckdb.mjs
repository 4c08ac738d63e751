// DuckDB, in this process, with its data in a file.
import path from 'node:path';
import { tables } from './export.mjs';
import { importPeer } from './install.mjs';

const kinds = { number: 'UINTEGER', small: 'UTINYINT', large: 'BIGINT', date: 'DATE', text: 'VARCHAR' };

export async function openDuckdb({ files, folder, threads, memory, longest, say }) {
  const { DuckDBInstance } = await importPeer('@duckdb/node-api', say);
  const instance = await DuckDBInstance.create(path.join(folder.root, 'peer.duckdb'), {
    threads: String(threads),
    memory_limit: `${memory}B`,
    temp_directory: path.join(folder.root, 'peer.duckdb.tmp'),
  });
  const connection = await instance.connect();
  const ask = async (sql) => {
    const timer = setTimeout(() => connection.interrupt(), longest * 1_000);
    try {
      return (await connection.runAndReadAll(sql)).getRowObjects();
    } catch (error) {
      if (/^INTERRUPT/i.test(error.message)) return null;
      throw error;
    } finally {
      clearTimeout(timer);
    }
  };
  for (const [name, { columns }] of Object.entries(tables)) {
    const typed = columns.map(([column, kind]) => `'${column}': '${kinds[kind.replace('?', '')]}'`).join(', ');
    const read = `read_csv('${files[name]}', header = false, nullstr = '\\N', columns = {${typed}})`;
    await connection.run(`CREATE TABLE ${name} AS SELECT * FROM ${read}`);
  }
  const [{ version }] = await ask('SELECT version() AS version');
  return {
    name: 'DuckDB',
    version,
    last: (column, condition) => `arg_max(${column}, seq) FILTER (WHERE ${condition})`,
    ask,
    close: () => connection.closeSync(),
  };
}
