// Loads histories into an empty database, span by span, on two connections.
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { root } from '../../../tools/launcher/settings.mjs';
import { foundCompany } from './company.mjs';
import { takeKeysOff } from './keys.mjs';
import { bookingSql, moveSql, opportunitySql, reversalSql } from './histories.mjs';
import { drawPlan, forgetPlan, planSql, span } from './plan.mjs';

const lanes = 2;
const settings = [
  `SET SESSION foreign_key_checks = 0, unique_checks = 0, time_zone = '+00:00', sql_mode = 'STRICT_ALL_TABLES,NO_ENGINE_SUBSTITUTION'`,
  'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED',
  // Each expression once, and the rows of a span in memory before they are hashed.
  `SET SESSION optimizer_switch = 'derived_merge=off', tmp_table_size = 268435456, max_heap_table_size = 268435456`,
  // The variable that carries a hash from row to row has to know beforehand that it holds bytes.
  "SET @hash = UNHEX('00')",
];
/** What MariaDB alone knows: rows that are right need no check, and a buffer would give those of a join back in another order. */
const ofMariadb = ['SET SESSION check_constraint_checks = 0', 'SET SESSION join_cache_level = 0'];

/**
 * `connect` opens a connection of the owner; the product itself gives the SQL of its hashes. `recording` says how the histories came
 * into the house (see `planSql`); `bare` are tables filled without their keys, `steps` more statements for each span, and `finish` is
 * what comes last. The plan is still there for all of them.
 */
export async function load(connect, { size, recording, say, bare, steps = () => [], finish }) {
  const since = performance.now();
  const door = pathToFileURL(path.join(root, 'dist/libs/database/src/index.js')).href;
  const canonical = await import(door);
  const untilMs = Math.floor(Date.now() / 86_400_000) * 86_400_000;
  const until = new Date(untilMs).toISOString().slice(0, 23).replace('T', ' ');
  const connections = await Promise.all(Array.from({ length: lanes }, connect));
  const queries = connections.map((connection) => async (sql, values) => (await connection.query(sql, values))[0]);
  const [query] = queries;
  for (const each of queries) {
    for (const setting of settings) await each(setting);
    for (const setting of ofMariadb) await each(setting).catch(() => undefined);
  }
  await foundCompany(query, recording);
  await drawPlan(query);
  const taken = [];
  for (const table of bare) taken.push(await takeKeysOff(query, table));
  const filling = [
    planSql(size, untilMs, recording),
    moveSql(canonical.hashOfMoveSql),
    opportunitySql,
    bookingSql,
    reversalSql,
    ...steps(canonical),
  ];
  let next = 1;
  const work = async (own) => {
    for (let from = next; from <= size; from = next) {
      next = from + span;
      const last = Math.min(size, from + span - 1);
      for (const step of filling) await own(step, [from, last]);
      say(`  ${last} of ${size} opportunities after ${secondsSince(since)} s`);
    }
  };
  await Promise.all(queries.map(work));
  // The first table is the largest: one connection is busy with it while the other does the rest.
  const sorting = taken.map(({ keys }) => keys);
  const sort = async (own) => {
    for (let putBack = sorting.shift(); putBack; putBack = sorting.shift()) await putBack(own);
  };
  await Promise.all(queries.map(sort));
  // A foreign key needs the key of the other table.
  for (const { foreignKeys } of taken) await foreignKeys(query);
  say(`  with their keys after ${secondsSince(since)} s`);
  await finish?.({ queries, until, ...canonical });
  await forgetPlan(query);
  const counted = {};
  for (const table of ['opportunity', 'opportunity_move', 'booking', 'audit_line', 'audit_seal', 'outbox_event']) {
    const [{ rows }] = await query(`SELECT COUNT(*) AS \`rows\` FROM ${table}`);
    counted[table] = Number(rows);
  }
  await Promise.all(connections.map((connection) => connection.end()));
  return { seconds: (performance.now() - since) / 1000, until: until.slice(0, 10), rows: counted };
}

const secondsSince = (since) => Math.round((performance.now() - since) / 1000);
