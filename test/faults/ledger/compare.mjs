// A program of its own that compares the sums and the tail with the records, one snapshot after the other, and says a line of
// each. It opens the product as the command line does.
import path from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

const product = (file) => import(pathToFileURL(path.join(process.env.FAULTS_PRODUCT, 'dist', file)).href);
const { withProduct } = await product('apps/cli/src/product.js');
const { LedgerComparisonReader } = await product('libs/metrics/src/index.js');
const { Database } = await product('libs/database/src/index.js');

const say = (seen) => process.stdout.write(`${JSON.stringify(seen)}\n`);

await withProduct(async (opened) => {
  const reader = opened.get(LedgerComparisonReader, { strict: false });
  const database = opened.get(Database, { strict: false });
  say({ isReady: true });
  // Each line that comes asks for one look.
  for await (const line of createInterface({ input: process.stdin }))
    if (line === 'look') say(await look(reader, database));
});

async function look(reader, database) {
  const began = performance.now();
  try {
    return await database.snapshot(async () => {
      const [{ tail }] = await database.query('SELECT COUNT(*) AS tail FROM fact_tail');
      const [{ moves }] = await database.query('SELECT COUNT(*) AS moves FROM opportunity_move');
      const differences = await reader.differences();
      return {
        tail: Number(tail),
        moves: Number(moves),
        ms: Math.round(performance.now() - began),
        isReadable: differences !== null,
        differences: differences?.length ?? 0,
        examples: differences?.slice(0, 12) ?? [],
      };
    });
  } catch (error) {
    // Its connection may have been the one that was killed.
    return { failed: error.message };
  }
}
