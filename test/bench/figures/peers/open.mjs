// Who is asked the same questions about the same records.
import { rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { memoryOf } from '../process-use.mjs';
import { openClickhouse } from './clickhouse.mjs';
import { openDuckdb } from './duckdb.mjs';
import { exportTables } from './export.mjs';
import { openMariadb } from './mariadb.mjs';

const embedded = { duckdb: openDuckdb, clickhouse: openClickhouse };

/** Bytes that each of those in this process may take; beside them the server has its pool, and the product what it needs. */
const memoryOfPeer = Math.min(4 * 2 ** 30, Math.floor(os.totalmem() / 6));
const leftovers = ['peer.duckdb', 'peer.duckdb.wal', 'peer.duckdb.tmp', 'peer-clickhouse'];

/** `{ peers, handedOver }`: those wanted, and how long filling each of them took. */
export async function openPeers(wanted, { database, folder, longest, say, undo }) {
  const peers = wanted.includes('sql') ? [await openMariadb(database.connect, longest)] : [];
  const others = Object.entries(embedded).filter(([name]) => wanted.includes(name));
  const handedOver = [];
  if (others.length === 0) return { peers, handedOver };
  say('Handing the records over …');
  const forget = () =>
    leftovers.forEach((name) => rmSync(path.join(folder.root, name), { recursive: true, force: true }));
  forget();
  undo.push(forget);
  const since = performance.now();
  const owner = await database.connect();
  await owner.query("SET time_zone = '+00:00'");
  const { files, remove } = await exportTables((sql) => owner.query(sql), folder);
  undo.push(remove);
  await owner.end();
  say(`  written down in ${((performance.now() - since) / 1_000).toFixed(0)} s`);
  const threads = os.availableParallelism();
  for (const [name, open] of others) {
    say(`Filling ${name} …`);
    const began = performance.now();
    const peer = await open({ files, folder, threads, memory: memoryOfPeer, longest, say });
    const seconds = (performance.now() - began) / 1_000;
    handedOver.push({ name: peer.name, version: peer.version, seconds, memory: memoryOf(process.pid) });
    peers.push(peer);
  }
  remove();
  return { peers, handedOver };
}
