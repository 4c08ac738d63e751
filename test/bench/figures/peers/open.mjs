// Who is asked the same questions about the same records.
import os from 'node:os';
import { performance } from 'node:perf_hooks';
import { openClickhouse } from './clickhouse.mjs';
import { openDuckdb } from './duckdb.mjs';
import { exportTables } from './export.mjs';
import { openMariadb } from './mariadb.mjs';

const embedded = { duckdb: openDuckdb, clickhouse: openClickhouse };

/** `{ peers, handedOver }`: those wanted, and how long filling each of them took. */
export async function openPeers(wanted, { database, folder, say }) {
  const peers = wanted.includes('sql') ? [await openMariadb(database.connect)] : [];
  const others = Object.entries(embedded).filter(([name]) => wanted.includes(name));
  const handedOver = [];
  if (others.length === 0) return { peers, handedOver };
  say('Handing the records over …');
  const owner = await database.connect();
  await owner.query("SET time_zone = '+00:00'");
  const { files, remove } = await exportTables((sql) => owner.query(sql), folder);
  await owner.end();
  for (const [name, open] of others) {
    say(`Filling ${name} …`);
    const since = performance.now();
    const peer = await open({ files, folder, threads: os.availableParallelism(), say });
    handedOver.push({ name: peer.name, version: peer.version, seconds: (performance.now() - since) / 1_000 });
    peers.push(peer);
  }
  remove();
  return { peers, handedOver };
}
