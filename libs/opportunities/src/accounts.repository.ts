import { Injectable } from '@nestjs/common';
import { bin, Database } from '@tandem/database';
import type { Id } from '@tandem/kernel';
import type { AccountMerge } from './account-merge.entity';
import type { Account } from './account.entity';
import { appendAccountsToTail, appendFamiliesToTail } from './fact-tail';
import { inserted, selected, valuesOf } from './row-sql';
import type { MergeableAccount } from './rules/decide-merge';

type AccountId = Id<'account'>;

/** An account held for change. */
export type HeldAccount = Pick<Account, 'id' | 'name' | 'parentId' | 'mergedIntoId' | 'version'>;

const heldFields = ['id', 'name', 'parentId', 'mergedIntoId', 'version'] as const satisfies readonly (keyof Account)[];
const mergeFields = [
  'id',
  'accountId',
  'intoAccountId',
  'mergedAt',
  'mergedById',
  'note',
] as const satisfies readonly (keyof AccountMerge)[];

/** Loads and merges accounts. */
@Injectable()
export class AccountsRepository {
  constructor(private readonly database: Database) {}

  async hold(id: AccountId): Promise<HeldAccount | null> {
    const [row] = await this.database.query<HeldAccount>(
      `SELECT ${selected('a', heldFields)} FROM account a WHERE a.id = ? FOR UPDATE`,
      [bin(id)],
    );
    return row ?? null;
  }

  /** The accounts over one, held from the parent up. */
  async holdAbove({ parentId }: HeldAccount): Promise<AccountId[]> {
    const above: AccountId[] = [];
    for (let next = parentId; next !== null && !above.includes(next);) {
      above.push(next);
      next = (await this.hold(next))?.parentId ?? null;
    }
    return above;
  }

  async survivorOf({ mergedIntoId }: HeldAccount): Promise<MergeableAccount['survivor']> {
    return mergedIntoId && ((await this.hold(mergedIntoId)) ?? null);
  }

  /** The accounts right below one, held. */
  async holdChildren(id: AccountId): Promise<AccountId[]> {
    const rows = await this.database.query<{ readonly id: AccountId }>(
      'SELECT id FROM account WHERE parent_id = ? ORDER BY id FOR UPDATE',
      [bin(id)],
    );
    return rows.map((row) => row.id);
  }

  /** The opportunities of an account, held. */
  async holdOpportunities(id: AccountId): Promise<{ readonly id: Id<'opportunity'>; readonly version: number }[]> {
    return this.database.query('SELECT id, version FROM opportunity WHERE account_id = ? ORDER BY id FOR UPDATE', [
      bin(id),
    ]);
  }

  /** Everything that is of one account becomes the other's; its bookings keep the account of their moment. */
  async merge(merge: AccountMerge, parentId: AccountId | null): Promise<void> {
    const [merged, into] = [bin(merge.accountId), bin(merge.intoAccountId)];
    await this.database.run('UPDATE opportunity SET account_id = ?, version = version + 1 WHERE account_id = ?', [
      into,
      merged,
    ]);
    this.database.later('UPDATE contact SET account_id = ? WHERE account_id = ?', [into, merged]);
    this.database.later('UPDATE account SET parent_id = ?, version = version + 1 WHERE parent_id = ?', [into, merged]);
    this.database.later('UPDATE account SET merged_into_id = ?, version = version + 1 WHERE merged_into_id = ?', [
      into,
      merged,
    ]);
    this.database.later('UPDATE account SET parent_id = ?, version = version + 1 WHERE id = ?', [
      parentId === null ? null : bin(parentId),
      into,
    ]);
    this.database.later('UPDATE account SET merged_into_id = ?, version = version + 1 WHERE id = ?', [into, merged]);
    appendAccountsToTail(this.database, [merge.intoAccountId]);
    appendFamiliesToTail(this.database, [merge.accountId, merge.intoAccountId]);
    await this.database.run(inserted('account_merge', mergeFields), [[valuesOf(merge, mergeFields)]]);
  }
}
