import { Injectable } from '@nestjs/common';
import { bin, Database, fromJson, type Parameter } from '@tandem/database';
import { sliceBytes } from './rollup-tables';
import { customerRoles, type CustomerCell } from './rules/customer-cells';
import { sliceKinds } from './rules/slices';

export interface CustomerTailRow {
  readonly id: string;
  readonly accountId: string;
}

/** A change of counts of customers in one row of the sums. */
export interface CustomerChange {
  readonly key: readonly Parameter[];
  readonly counts: readonly number[];
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

  /** What the counts hold of some accounts. */
  async folded(accountIds: readonly string[]): Promise<CustomerCell[]> {
    if (accountIds.length === 0) return [];
    const rows = await this.database.query<{ readonly accountId: string; readonly cells: unknown }>(
      'SELECT account_id AS accountId, cells FROM folded_customer WHERE account_id IN (?)',
      [accountIds.map((id) => bin(id))],
    );
    return rows.flatMap(({ accountId, cells }) =>
      (fromJson(cells) as Omit<CustomerCell, 'accountId'>[]).map((cell) => ({ ...cell, accountId })),
    );
  }

  saveFolded(states: readonly (readonly [accountId: string, cells: readonly CustomerCell[]])[]): void {
    if (states.length === 0) return;
    this.database.later(
      'INSERT INTO folded_customer (account_id, cells) VALUES ? ON DUPLICATE KEY UPDATE cells = VALUES(cells)',
      [states.map(([id, cells]) => [bin(id), JSON.stringify(cells.map(({ accountId: _, ...cell }) => cell))])],
    );
  }

  add(changes: readonly CustomerChange[]): void {
    for (let from = 0; from < changes.length; from += chunk) {
      this.database.later(
        `INSERT INTO rollup_customer (${[...keys, ...counts].join(', ')}) VALUES ?
         ON DUPLICATE KEY UPDATE ${counts.map((count) => `${count} = ${count} + VALUES(${count})`).join(', ')}`,
        [changes.slice(from, from + chunk).map((change) => [...change.key, ...change.counts])],
      );
    }
  }

  /** The next accounts in the order of their ids. */
  async after(accountId: string, most: number): Promise<string[]> {
    const rows = await this.database.query<{ readonly id: string }>(
      'SELECT id FROM account WHERE id > ? ORDER BY id LIMIT ?',
      [bin(accountId), most],
    );
    return rows.map(({ id }) => id);
  }

  /** Removes some of the counts and of what they hold; says how many rows. */
  async clearSome(most: number): Promise<number> {
    const sums = await this.database.run('DELETE FROM rollup_customer LIMIT ?', [most]);
    return sums + (await this.database.run('DELETE FROM folded_customer LIMIT ?', [most]));
  }
}

/** Adds cells up by the rows they change. */
export function customerChanges(cells: readonly CustomerCell[]): CustomerChange[] {
  const changes = new Map<string, { readonly key: readonly Parameter[]; readonly counts: number[] }>();
  for (const cell of cells) {
    const { sliceKind, slice, grain, day, known, reading } = cell;
    const name = `${sliceKind} ${slice} ${grain} ${day} ${known} ${reading}`;
    const key = [sliceKinds[sliceKind], sliceBytes(sliceKind, slice), grain, day, known, reading];
    const change = changes.get(name) ?? { key, counts: customerRoles.map(() => 0) };
    const place = customerRoles.indexOf(cell.role);
    change.counts[place] = (change.counts[place] ?? 0) + cell.sign;
    changes.set(name, change);
  }
  return [...changes.values()].filter((change) => change.counts.some((count) => count !== 0));
}
