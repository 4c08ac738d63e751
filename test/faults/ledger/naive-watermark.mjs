// Loaded into a program of the product before it runs: the tail in the obvious way, which is wrong. Whoever folds remembers the
// highest id it has seen and takes what is behind it; nothing is ever deleted. Transactions are committed in another order than
// their ids were given, so what becomes visible late lies before the mark and is never folded.
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const file = path.join(process.env.FAULTS_PRODUCT, 'dist/libs/metrics/src/rollups/fact-ledger.repository.js');
const { FactLedgerRepository } = await import(pathToFileURL(file).href);

Object.assign(FactLedgerRepository.prototype, {
  tail(most) {
    return this.database.query(
      `SELECT id, opportunity_id AS opportunityId FROM fact_tail
       WHERE id > (SELECT seen FROM naive_watermark) ORDER BY id LIMIT ?`,
      [most],
    );
  },
  forget(rows) {
    const last = rows.at(-1);
    if (last) this.database.later('UPDATE naive_watermark SET seen = ?', [last.id]);
  },
});
