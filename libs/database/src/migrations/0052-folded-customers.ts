import { conversion, hasColumn, migration } from './migration';

/**
 * What the counts of customers hold of an account stands in a few bytes instead of a long document. What was folded before goes, so
 * the sums are of no definition any more before anything else is done: nobody reads them until all are made anew.
 */
export const foldedCustomers = [
  conversion(1763900005200, 'forget_folded_customers_', async (runner) => {
    await runner.query(
      `UPDATE fact_ledger SET definition = 'before folded customers', state = 'building', built_to = NULL, customers_to = NULL, built = 0, ready_at = NULL`,
    );
    await runner.query('TRUNCATE TABLE folded_customer');
  }),
  migration(1763900005201, 'shorten_folded_customers_', {
    up: 'ALTER TABLE folded_customer DROP COLUMN cells, ADD COLUMN appearances MEDIUMBLOB NOT NULL',
    down: 'ALTER TABLE folded_customer DROP COLUMN appearances, ADD COLUMN cells JSON NOT NULL',
    unless: hasColumn('folded_customer', 'appearances'),
  }),
];
