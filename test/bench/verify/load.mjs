// Loads the data set into an empty database, span by span, on two connections.
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { root } from '../../../tools/launcher/settings.mjs';
import { foundCompany } from './company.mjs';
import { bookingSql, levelSql, longest, opportunitySql, plan, reversalSql } from './histories.mjs';
import { editSqls, eventSql, lineSql, sealAll } from './trail.mjs';

const span = 20_000;
const lanes = 2;
const settings = [
  `SET SESSION foreign_key_checks = 0, unique_checks = 0, time_zone = '+00:00', sql_mode = 'STRICT_ALL_TABLES,NO_ENGINE_SUBSTITUTION'`,
  'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED',
];

/** `connect` opens a connection of the owner; the product itself gives the SQL of its hashes. */
export async function load(connect, { size, say }) {
  const since = performance.now();
  const door = pathToFileURL(path.join(root, 'dist/libs/database/src/index.js')).href;
  const { hashOfMoveSql, digestOfAuditLine, digestOfBookingSql } = await import(door);
  const until = new Date().toISOString().slice(0, 23).replace('T', ' ');
  const connections = await Promise.all(Array.from({ length: lanes }, connect));
  const queries = connections.map((connection) => async (sql, values) => (await connection.query(sql, values))[0]);
  const [query] = queries;
  for (const each of queries) for (const setting of settings) await each(setting);
  await foundCompany(query);
  await plan(query, { size, until });
  const levels = Array.from({ length: longest }, (_, place) => levelSql(place + 1, hashOfMoveSql));
  const steps = [...levels, opportunitySql, bookingSql, reversalSql, lineSql(digestOfBookingSql), ...editSqls];
  let next = 1;
  const work = async (own) => {
    for (let from = next; from <= size; from = next) {
      next = from + span;
      for (const step of steps) await own(step, [from, from + span - 1]);
      const seconds = Math.round((performance.now() - since) / 1000);
      say(`  ${Math.min(size, from + span - 1)} of ${size} opportunities after ${seconds} s`);
    }
  };
  await Promise.all(queries.map(work));
  await query(eventSql(until));
  await sealAll(query, digestOfAuditLine);
  await query('DROP TABLE bench_plan');
  const counted = {};
  for (const table of ['opportunity', 'opportunity_move', 'booking', 'audit_line', 'audit_seal', 'outbox_event']) {
    const [{ rows }] = await query(`SELECT COUNT(*) AS \`rows\` FROM ${table}`);
    counted[table] = Number(rows);
  }
  await Promise.all(connections.map((connection) => connection.end()));
  return { seconds: (performance.now() - since) / 1000, rows: counted };
}
