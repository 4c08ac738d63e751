import { bin, type Database } from '@tandem/database';
import type { Id } from '@tandem/kernel';

/**
 * Names opportunities whose figures this transaction changes. Whatever writes something that a figure is made of (a row of
 * the log, a booking, a restatement, or what an opportunity belongs to) says so here, in its own transaction; the sums are brought
 * up to it afterwards, and until then whoever asks computes these opportunities anew.
 */
export function appendToTail(database: Database, opportunities: readonly Id<'opportunity'>[]): void {
  if (opportunities.length === 0) return;
  database.later('INSERT INTO fact_tail (opportunity_id) VALUES ?', [opportunities.map((id) => [bin(id)])]);
}

/** The same for all opportunities of some accounts, as when an account turns out to be of another segment. */
export function appendAccountsToTail(database: Database, accounts: readonly Id<'account'>[]): void {
  if (accounts.length === 0) return;
  database.later('INSERT INTO fact_tail (opportunity_id) SELECT id FROM opportunity WHERE account_id IN (?)', [
    accounts.map((id) => bin(id)),
  ]);
}

/** The same for the opportunities, and the customers, of some booking lines, as when they are restated by another rate. */
export function appendLinesToTail(database: Database, lines: readonly Id<'booking'>[]): void {
  if (lines.length === 0) return;
  const ids = lines.map((id) => bin(id));
  database.later('INSERT INTO fact_tail (opportunity_id) SELECT DISTINCT opportunity_id FROM booking WHERE id IN (?)', [
    ids,
  ]);
  database.later(
    'INSERT INTO customer_tail (account_id) SELECT DISTINCT account_id FROM booking WHERE id IN (?) AND account_id IS NOT NULL',
    [ids],
  );
}

/**
 * Names the customers that have booking lines of some opportunities: what each of them is in a month or year may be another now. The
 * lines themselves are written before.
 */
export function appendCustomersToTail(database: Database, opportunities: readonly Id<'opportunity'>[]): void {
  if (opportunities.length === 0) return;
  database.later(
    `INSERT INTO customer_tail (account_id)
     SELECT DISTINCT account_id FROM booking WHERE opportunity_id IN (?) AND account_id IS NOT NULL`,
    [opportunities.map((id) => bin(id))],
  );
}

/** Names accounts whose family is another now, or will be in this transaction. */
export function appendFamiliesToTail(database: Database, accounts: readonly Id<'account'>[]): void {
  if (accounts.length === 0) return;
  database.later(
    `INSERT INTO customer_tail (account_id) SELECT id FROM account WHERE id IN (?)
     UNION SELECT parent_id FROM account WHERE id IN (?) AND parent_id IS NOT NULL`,
    [accounts.map((id) => bin(id)), accounts.map((id) => bin(id))],
  );
}
