// A benchmark proves itself first: what it counts with has specs of its own.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { runQuietly } from '../../../tools/product/run.mjs';
import { PlainError } from '../../../tools/plain-error.mjs';

const folders = ['records', 'running', 'figures', 'import', 'pages'].map((name) =>
  path.resolve(import.meta.dirname, '..', name),
);

/** Throws, with what the specs said, unless all of them pass. */
export async function proveBench(say) {
  const specs = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true })
      .filter((file) => file.endsWith('.spec.mjs'))
      .map((file) => path.join(folder, file)),
  );
  const { code, output } = await runQuietly(process.execPath, ['--test', '--test-reporter=spec', ...specs]);
  if (code !== 0) throw new PlainError(`The benchmark itself is not sound:\n${output.trim()}`);
  say(`the benchmark is sound (${/pass (\d+)/.exec(output)?.[1]} specs)`);
}
