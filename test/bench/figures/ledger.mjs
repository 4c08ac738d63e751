// Where the sums stand that the product keeps ready for its figures.
import path from 'node:path';
import { runQuietly } from '../../../tools/product/run.mjs';
import { root } from '../../../tools/launcher/settings.mjs';

/** What is still to be done for sums of the present definition, and how many opportunities are in them already. */
export function whatIsLeft(ledger, definition) {
  if (!ledger || ledger.definition !== definition) return { left: 'all', built: 0 };
  return { left: ledger.state === 'ready' ? 'nothing' : 'rest', built: ledger.built };
}

/** The row of the ledger; null before any sums were made. */
export async function readLedger(connection) {
  const [[row]] = await connection.query('SELECT definition, state, built FROM fact_ledger WHERE id = 1');
  return row ? { ...row, built: Number(row.built) } : null;
}

/** What is left to do of what the product would make at present. */
export async function lookWhatIsLeft({ connect, environment }) {
  const connection = await connect();
  const ledger = await readLedger(connection);
  await connection.end();
  if (!ledger) return whatIsLeft(ledger, null);
  const script = path.join(import.meta.dirname, 'definition.mjs');
  const { code, output, stdout } = await runQuietly(process.execPath, [script], { env: environment, cwd: root });
  if (code !== 0) throw new Error(`The product does not say of what it makes its sums:\n${output}`);
  return whatIsLeft(ledger, stdout.trim());
}
