// The harness proves itself first: its lines, its plan and its judges, each with the violation planted.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { runQuietly } from '../../tools/product/run.mjs';
import { PlainError } from '../../tools/plain-error.mjs';

const folder = import.meta.dirname;

/** Throws, with what the specs said, unless all of them pass. */
export async function proveHarness(say) {
  const specs = readdirSync(folder, { recursive: true }).filter((file) => file.endsWith('.spec.mjs'));
  const args = ['--test', '--test-reporter=spec', ...specs.map((file) => path.join(folder, file))];
  const { code, output } = await runQuietly(process.execPath, args);
  if (code !== 0) throw new PlainError(`The harness itself is not sound:\n${output.trim()}`);
  say(`the harness is sound (${/pass (\d+)/.exec(output)?.[1]} specs)`);
}
