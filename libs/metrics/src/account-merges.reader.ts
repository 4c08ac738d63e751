import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import type { Kin } from './account-kin.reader';
import type { Knowledge } from './knowledge';
import { PastValuesReader } from './past-values.reader';
import { parentsBefore, survivors, type Merge } from './rules/survivors';

/** Accounts that were found to be one, and the families they stand in. */
@Injectable()
export class AccountMergesReader {
  constructor(
    private readonly database: Database,
    private readonly past: PastValuesReader,
  ) {}

  /** The account each merged one goes on as; as reported every account is the one it was. */
  async survivors({ reading, by }: Knowledge): Promise<ReadonlyMap<string, string>> {
    if (reading === 'reported') return new Map();
    const merges = await this.database.query<Merge>(
      `SELECT account_id AS accountId, into_account_id AS intoAccountId FROM account_merge ${by === null ? '' : 'WHERE merged_at <= ?'}`,
      by === null ? [] : [by],
    );
    return survivors(merges);
  }

  /** Account to the account it belongs to, of some families: as reported without what merges moved, as restated without what later ones did. */
  async parents(kin: Iterable<Kin>, { reading, by }: Knowledge): Promise<ReadonlyMap<string, string>> {
    const parents = new Map<string, string>();
    for (const { id, parentId } of kin) if (parentId !== null) parents.set(id, parentId);
    if (reading === 'restated' && by === null) return parents;
    return parentsBefore(parents, await this.past.merges(reading === 'reported' ? null : by));
  }
}
