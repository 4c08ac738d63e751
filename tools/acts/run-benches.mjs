// `npm run bench -- <name>`: one of the benchmarks under test/bench, against a product that is built.
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { buildWhatIsStale, server } from '../product/build.mjs';
import { installPackages } from '../product/packages.mjs';
import { endRunning, runOpenly } from '../product/run.mjs';
import { onEnding } from '../launcher/endings.mjs';
import { explain, PlainError } from '../plain-error.mjs';
import { root } from '../launcher/settings.mjs';

const folder = path.join(root, 'test', 'bench');
const [name, ...rest] = process.argv.slice(2);

// A benchmark ends what it started, and only then this ends.
onEnding(
  () => endRunning(),
  () => process.exit(130),
);
process.exitCode = await run().catch(explain);
process.exit();

async function run() {
  if (!name) return list();
  if (!names().includes(name))
    throw new PlainError(`There is no benchmark called "${name}": ${names().join(', ')}.`, 2);
  await installPackages(console.error);
  await buildWhatIsStale([server], console.error);
  return runOpenly(process.execPath, [path.join(folder, `${name}.mjs`), ...rest], { cwd: root });
}

function list() {
  console.log('Benchmarks, run with `npm run bench -- <name>`; each says more with --help:');
  for (const each of names()) console.log(`  ${each}`);
  return 0;
}

function names() {
  if (!existsSync(folder)) return [];
  const scripts = readdirSync(folder).filter((file) => file.endsWith('.mjs'));
  return scripts.map((file) => file.replace(/\.mjs$/, '')).sort();
}
