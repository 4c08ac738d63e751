// One import as a person asks for it, through the upload of the page, and what it took until nothing of it is left to do.
import { randomUUID } from 'node:crypto';
import { openAsBlob, readdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { processorSecondsOf } from '../figures/process-use.mjs';

const lookEveryMs = 20;

/**
 * Uploads the files of a folder and watches the run in the database. Seconds and processor time of each step: `staged` until the upload
 * is answered, so that everything is read, checked and kept; `lists` until customers, products and people are there; `applied` until the run
 * is done; `folded` until no sum has anything left to take up. `opportunities` says how many of the rows are those of the pipeline.
 */
export async function takeImport({ files, rows, opportunities }, { product, connection, serverPid }) {
  const use = () => ({ ...product.processor(), server: processorSecondsOf(serverPid) });
  const steps = {};
  let [since, before] = [performance.now(), use()];
  const step = (name) => {
    const [now, after] = [performance.now(), use()];
    const processor = Object.fromEntries(Object.keys(after).map((who) => [who, spent(before[who], after[who])]));
    steps[name] = { seconds: (now - since) / 1_000, processor };
    [since, before] = [now, after];
  };
  const id = await upload(files, product);
  step('staged');
  await until(async () => (await runNow(connection, id)).done >= rows - opportunities);
  step('lists');
  await until(async () => (await runNow(connection, id)).state === 'done');
  step('applied');
  await until(async () => (await tailNow(connection)) === 0);
  step('folded');
  const { total } = (await runNow(connection, id)).report;
  return { rows, opportunities, steps, total };
}

async function upload(files, product) {
  const form = new FormData();
  for (const name of readdirSync(files)) form.append('files', await openAsBlob(path.join(files, name)), name);
  const answer = await product.upload('/imports/crm-sales', { headers: { 'idempotency-key': randomUUID() }, form });
  const body = await answer.json();
  if (answer.status !== 202) throw new Error(`The upload was refused: ${answer.status} ${JSON.stringify(body)}`);
  return body.id;
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

async function until(isSo) {
  while (!(await isSo())) await pause(lookEveryMs);
}

const spent = (before, after) => (before === null || after === null ? null : after - before);
