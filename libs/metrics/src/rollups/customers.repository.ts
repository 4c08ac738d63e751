import { Injectable } from '@nestjs/common';
import { bin, Database, type Parameter } from '@tandem/database';
import { behindAll } from './fact-ledger.repository';
import { sliceBytes } from './rollup-tables';
import { customerRoles } from './rules/appearance';
import type { CustomerChange } from './rules/customer-sums';
import { sliceKinds } from './rules/slices';

export interface CustomerTailRow {
  readonly id: string;
  readonly accountId: string;
}

/** The counts as a table of sums: how a row is found, and its columns by role. */
export const customerTable = {
  name: 'rollup_customer',
  keys: ['slice_kind', 'slice', 'grain', 'day', 'known', 'reading'],
  measures: Object.fromEntries(customerRoles.map((role) => [role, `${role}_count`])),
  packed: null,
};
const { keys } = customerTable;
const counts = Object.values(customerTable.measures);
const chunk = 500;

/** Accounts that are not folded yet, what the counts of customers hold of each, and the counts themselves. */
@Injectable()
export class CustomersRepository {
  constructor(private readonly database: Database) {}

  /** The oldest rows of the tail. */
  tail(most: number): Promise<CustomerTailRow[]> {
    return this.database.query<CustomerTailRow>(
      'SELECT id, account_id AS accountId FROM customer_tail ORDER BY id LIMIT ?',
      [most],
    );
  }

  /** Takes rows from the tail, one by one as `FactLedgerRepository.forget` does. */
  forget(rows: readonly CustomerTailRow[]): void {
    if (rows.length === 0) return;
    const list = rows.map((_, place) => (place === 0 ? 'SELECT ? AS id' : 'SELECT ?')).join(' UNION ALL ');
    this.database.later(
      `DELETE t FROM (${list}) gone STRAIGHT_JOIN customer_tail t ON t.id = gone.id`,
      rows.map(({ id }) => id),
    );
  }

  /** What the counts hold of some accounts, as it is packed; of some they hold nothing. */
  async folded(accountIds: readonly string[]): Promise<Map<string, Buffer>> {
    if (accountIds.length === 0) return new Map();
    const rows = await this.database.query<{ readonly accountId: string; readonly appearances: Buffer }>(
      'SELECT account_id AS accountId, appearances FROM folded_customer WHERE account_id IN (?)',
      [accountIds.map((id) => bin(id))],
    );
    return new Map(rows.map(({ accountId, appearances }) => [accountId, appearances]));
  }

  saveFolded(states: readonly (readonly [accountId: string, appearances: Buffer])[]): void {
    if (states.length === 0) return;
    this.database.later(
      'INSERT INTO folded_customer (account_id, appearances) VALUES ? ON DUPLICATE KEY UPDATE appearances = VALUES(appearances)',
      [states.map(([id, appearances]) => [bin(id), appearances])],
    );
  }

  async add(changes: Iterable<CustomerChange>): Promise<void> {
    let rows: Parameter[][] = [];
    for (const change of changes) {
      rows.push([...customerKey(change), ...change.counts]);
      if (rows.length < chunk) continue;
      await this.addRows(rows);
      rows = [];
    }
    if (rows.length > 0) await this.addRows(rows);
  }

  /** The next accounts that were ever booked for, in the order of their ids, up to one; the others count nowhere. */
  async bookedAfter(accountId: string, most: number, to = behindAll): Promise<string[]> {
    const rows = await this.database.query<{ readonly id: string }>(
      'SELECT DISTINCT account_id AS id FROM booking WHERE account_id > ? AND account_id <= ? ORDER BY account_id LIMIT ?',
      [bin(accountId), bin(to), most],
    );
    return rows.map(({ id }) => id);
  }

  /** The last of the next so many of them; null when there are fewer. */
  async farther(accountId: string, count: number): Promise<string | null> {
    const [row] = await this.database.query<{ readonly id: string }>(
      'SELECT DISTINCT account_id AS id FROM booking WHERE account_id > ? ORDER BY account_id LIMIT 1 OFFSET ?',
      [bin(accountId), count - 1],
    );
    return row?.id ?? null;
  }

  /** Removes some of the counts and of what they hold; says how many rows. */
  async clearSome(most: number): Promise<number> {
    const sums = await this.database.run('DELETE FROM rollup_customer LIMIT ?', [most]);
    return sums + (await this.database.run('DELETE FROM folded_customer LIMIT ?', [most]));
  }

  /** Sent at once: what is left for later stays in memory, and a rebuild adds very many. */
  private addRows(rows: readonly (readonly Parameter[])[]): Promise<number> {
    return this.database.run(
      `INSERT INTO rollup_customer (${[...keys, ...counts].join(', ')}) VALUES ?
       ON DUPLICATE KEY UPDATE ${counts.map((count) => `${count} = ${count} + VALUES(${count})`).join(', ')}`,
      [rows],
    );
  }
}

/** A row by the columns it is found by. */
export const customerKey = ({ sliceKind, slice, grain, day, known, reading }: CustomerChange): Parameter[] => [
  sliceKinds[sliceKind],
  sliceBytes(sliceKind, slice),
  grain,
  day,
  known,
  reading,
];
