// `npm run faults -- <name>`: one of the fault injections under test/faults, against a product that is built.
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { buildWhatIsStale, server } from '../product/build.mjs';
import { installPackages } from '../product/packages.mjs';
import { runOpenly } from '../product/run.mjs';
import { explain, PlainError } from '../plain-error.mjs';
import { root } from '../launcher/settings.mjs';

const folder = path.join(root, 'test', 'faults');
const [name, ...rest] = process.argv.slice(2);

try {
  if (name) process.exitCode = await inject();
  else list();
} catch (error) {
  process.exitCode = explain(error);
}

async function inject() {
  if (!names().includes(name))
    throw new PlainError(`There is no fault called "${name}": ${names().join(', ') || 'none yet'}.`);
  await installPackages(console.error);
  await buildWhatIsStale([server], console.error);
  return runOpenly(process.execPath, [path.join(folder, `${name}.mjs`), ...rest], { cwd: root });
}

function list() {
  console.log('Faults, run with `npm run faults -- <name>`:');
  for (const each of names()) console.log(`  ${each}`);
}

/** A file whose name begins with an underscore is a part of the others. */
function names() {
  if (!existsSync(folder)) return [];
  const scripts = readdirSync(folder).filter((file) => file.endsWith('.mjs') && !file.startsWith('_'));
  return scripts.map((file) => file.replace(/\.mjs$/, '')).sort();
}
