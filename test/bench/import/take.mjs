// One import as a person asks for it, on the page or by the command, and what it took until nothing of it is left to do.
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { openAsBlob, readdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { root } from '../../../tools/launcher/settings.mjs';
import { commandLine } from '../../../tools/product/apps.mjs';
import { memoryOf, processorSecondsOf } from '../figures/process-use.mjs';

const lookEveryMs = 20;

/**
 * Takes in the files of a folder and watches the run in the database. Seconds and processor time of each step: `staged` until everything
 * is read, checked and kept, which for a command is since it was started; `lists` until customers, products and people are there; `applied`
 * until the run is done; `folded` until no sum has anything left to take up. `opportunities` says how many of the rows are those of the
 * pipeline. With `holdsFolding` nothing is folded before all is applied.
 */
export async function takeImport({ files, rows, opportunities }, { way, holdsFolding, product, connection, ...where }) {
  const asking = ways[way](files, { product, connection, ...where });
  const use = () => ({
    ...product.processor(),
    command: asking.processor(),
    server: processorSecondsOf(where.serverPid),
  });
  const steps = {};
  let [since, before] = [performance.now(), use()];
  const step = (name) => {
    const [now, after] = [performance.now(), use()];
    const processor = Object.fromEntries(Object.keys(after).map((who) => [who, spent(before[who], after[who])]));
    steps[name] = { seconds: (now - since) / 1_000, processor };
    [since, before] = [now, after];
  };
  const until = async (isSo) => {
    for (asking.look(); !(await isSo()); asking.look()) await pause(lookEveryMs);
  };
  const folding = holdsFolding ? await holdFolding(where.connect) : null;
  const id = await asking.id;
  step('staged');
  await until(async () => (await runNow(connection, id)).done >= rows - opportunities);
  step('lists');
  await until(async () => (await runNow(connection, id)).state === 'done');
  await asking.ended;
  step('applied');
  await folding?.end();
  await until(async () => (await tailNow(connection)) === 0);
  step('folded');
  const { total } = (await runNow(connection, id)).report;
  return { rows, opportunities, steps, total, commandMemory: asking.memory() };
}

/** Who asks, and what they take of the machine themselves. */
const ways = {
  page: (files, { product }) => ({
    id: upload(files, product),
    ended: null,
    look: () => undefined,
    processor: () => null,
    memory: () => null,
  }),
  command: (files, { environment, commandFlags, connection }) => {
    const args = ['import', 'crm-sales', files, '--json'];
    const child = spawn(process.execPath, [...commandFlags, ...commandLine(args)], {
      env: environment,
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const ended = new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code) => (code === 0 ? resolve() : reject(new Error(`tandem import ended with ${code}`))));
    });
    const own = { processor: 0, memory: null };
    const look = () => {
      own.processor = processorSecondsOf(child.pid) ?? own.processor;
      own.memory = memoryOf(child.pid) ?? own.memory;
    };
    const processor = () => {
      look();
      return own.processor;
    };
    return { id: Promise.race([nextRun(connection), ended]), ended, look, processor, memory: () => own.memory };
  },
};

/** Whoever folds passes by while somebody else holds the state of the ledger. */
async function holdFolding(connect) {
  const connection = await connect();
  await connection.query('BEGIN');
  await connection.query('SELECT id FROM fact_ledger FOR UPDATE');
  return connection;
}

async function upload(files, product) {
  const form = new FormData();
  for (const name of readdirSync(files)) form.append('files', await openAsBlob(path.join(files, name)), name);
  const answer = await product.upload('/imports/crm-sales', { headers: { 'idempotency-key': randomUUID() }, form });
  const body = await answer.json();
  if (answer.status !== 202) throw new Error(`The upload was refused: ${answer.status} ${JSON.stringify(body)}`);
  return body.id;
}

/** The id of the run that is asked for next. */
async function nextRun(connection) {
  const newest = async () => {
    const [[run]] = await connection.query('SELECT HEX(MAX(id)) AS id FROM import_run');
    return run.id;
  };
  const before = await newest();
  for (;;) {
    const now = await newest();
    if (now !== before) return now;
    await pause(lookEveryMs);
  }
}

async function runNow(connection, id) {
  const [[run]] = await connection.query(
    'SELECT state, rows_done AS done, report, problem FROM import_run WHERE id = UNHEX(?)',
    [id.replaceAll('-', '')],
  );
  if (run.state === 'failed') throw new Error(`The import failed: ${JSON.stringify(run.problem)}`);
  return { ...run, report: typeof run.report === 'string' ? JSON.parse(run.report) : run.report };
}

async function tailNow(connection) {
  const [[{ many }]] = await connection.query(
    'SELECT EXISTS (SELECT 1 FROM fact_tail) + EXISTS (SELECT 1 FROM customer_tail) AS many',
  );
  return Number(many);
}

const spent = (before, after) => (before === null || after === null ? null : after - before);
