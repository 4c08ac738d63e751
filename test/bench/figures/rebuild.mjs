// Here, and only here, the benchmark fills whatever the product keeps ready for its figures, once everything is loaded.
import { performance } from 'node:perf_hooks';
import { runCommand } from '../../../tools/product/command.mjs';
import { hasCommand } from './product.mjs';

const command = 'rebuild-figures';

/** Seconds that `tandem rebuild-figures` took; null where the product has no such command and answers from the records alone. */
export async function rebuildFigures(environment, say) {
  if (!(await hasCommand(command, environment))) return null;
  say(`Running tandem ${command} …`);
  const since = performance.now();
  await runCommand([command], { env: environment, onLine: (line) => say(`  ${line}`) });
  return (performance.now() - since) / 1_000;
}
