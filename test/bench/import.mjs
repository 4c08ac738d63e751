// How fast the export of another system is taken in, with its log, bookings and sums, what that takes, and how somebody fares who works
// meanwhile.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { root } from '../../tools/launcher/settings.mjs';
import { PlainError } from '../../tools/plain-error.mjs';
import { commandLine } from '../../tools/product/apps.mjs';
import { runQuietly } from '../../tools/product/run.mjs';
import { openRedis, startProduct } from './figures/product.mjs';
import { openBystander } from './import/bystander.mjs';
import { writeExport } from './import/export.mjs';
import { takeImport } from './import/take.mjs';
import { tell } from './import/tell.mjs';
import { openDatabase } from './records/database.mjs';
import { openRunFolder, usualPool } from './records/folder.mjs';
import { proveBench } from './records/prove.mjs';
import { readSize } from './records/size.mjs';
import { machineNow, runBench } from './running/run-bench.mjs';

const help = `npm run bench -- import [--size 100k] [--by page] [--idle 10] [--hold-folding] [--again] [--verify] [--profile DIR] [--pool 4] [--memory] [--json]

  --size     opportunities of the export, such as 100k (default), at most 500k; a quarter as many customers
  --by       page (default): uploaded to the API, taken in by the worker; or command: tandem import does it all
  --idle     seconds in which somebody works while nothing is taken in (default 10)
  --hold-folding  fold nothing before all is applied, which tells what each takes by itself
  --again    take the same files in once more, which changes nothing
  --verify   prove the chains of all records afterwards
  --profile  folder for processor profiles of the worker and the command
  --pool     buffer pool of the server in GB (default: a third of the memory of this machine, at most 8)
  --memory   keep the data of the server in memory instead of on the disk
  --json     print one JSON document as well`;

/** What is taken in first founds the organisation, warms everything up and is what somebody works on meanwhile. */
const warming = { size: 2_000, mark: 'W' };
const mostOpportunities = 500_000;
const settleMs = 2_000;
const say = (line) => process.stderr.write(`${line}\n`);

await runBench({
  help,
  options: {
    size: { type: 'string', default: '100k' },
    by: { type: 'string', default: 'page' },
    'hold-folding': { type: 'boolean', default: false },
    idle: { type: 'string', default: '10' },
    again: { type: 'boolean', default: false },
    verify: { type: 'boolean', default: false },
    profile: { type: 'string' },
    pool: { type: 'string', default: String(usualPool()) },
  },
  read(values) {
    const size = readSize(values.size);
    if (size > mostOpportunities)
      throw new PlainError(`An export is at most 50 MB: say ${mostOpportunities} or fewer.`, 2);
    if (!['page', 'command'].includes(values.by))
      throw new PlainError(`"${values.by}" takes nothing in: say page or command.`, 2);
    return {
      size,
      way: values.by,
      holdsFolding: values['hold-folding'],
      idleSeconds: Number(values.idle),
      again: values.again,
      verify: values.verify,
      profile: values.profile,
      pool: Number(values.pool),
      inMemory: values.memory,
      asJson: values.json,
    };
  },
  run,
});

async function run({ size, way, idleSeconds, holdsFolding, again, verify, profile, pool, inMemory, asJson, undo }) {
  await proveBench(say);
  const folder = openRunFolder({ inMemory });
  undo.push(folder.remove);
  const [first, export_] = await Promise.all([drawn(folder, warming), drawn(folder, { size, mark: 'A' })]);
  const database = await openDatabase(folder, { pool, say });
  undo.push(database.stop);
  const connection = await database.connect();
  undo.push(() => connection.end());
  // Acknowledged is on the disk, as where people work.
  await connection.query('SET GLOBAL innodb_flush_log_at_trx_commit = 1');
  const environment = await openRedis(folder, { environment: database.environment, say, undo });
  say('Starting the product …');
  const flags = profile ? ['--cpu-prof', `--cpu-prof-dir=${path.resolve(profile)}`] : [];
  const product = await startProduct(folder, { environment, connect: database.connect, workerFlags: flags, undo });
  const { connect, pid: serverPid } = database;
  const where = { way, product, connection, connect, serverPid, environment, commandFlags: flags };
  say('Taking a small export in, to begin with …');
  await takeImport(first, { ...where, way: 'page' });
  const bystander = await openBystander({ connect, ask: product.ask });
  await pause(settleMs);
  const atRest = product.memory();
  say('Working while nothing is taken in …');
  const endIdle = bystander.watch();
  await pause(idleSeconds * 1_000);
  const idle = await endIdle();
  say(`Taking ${size} opportunities in …`);
  const endWatch = bystander.watch();
  const imports = [await takeImport(export_, { ...where, holdsFolding })];
  const meanwhile = await endWatch();
  const most = product.memory();
  if (again) imports.push(await takeImport(export_, where));
  const result = {
    machine: machineNow(database),
    setting: { size, way, idleSeconds, holdsFolding, pool, inMemory },
    imports,
    atRest,
    most,
    idle,
    meanwhile,
    violations: verify ? await verified(environment) : null,
  };
  tell(result);
  if (asJson) console.log(JSON.stringify(result, null, 2));
  if (result.violations) process.exitCode = 1;
}

async function drawn(folder, { size, mark }) {
  const files = path.join(folder.root, `export-${mark}`);
  mkdirSync(files);
  return { files, rows: await writeExport(files, { size, mark }), opportunities: size };
}

async function verified(environment) {
  say('Verifying …');
  const { code, output } = await runQuietly(process.execPath, commandLine(['verify']), { env: environment, cwd: root });
  if (code !== 0) say(output);
  return code;
}
