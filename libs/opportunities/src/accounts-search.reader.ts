import { Injectable } from '@nestjs/common';
import { beginning, bin, containing, Database, selectWithin } from '@tandem/database';
import { bestRank, rankName } from '@tandem/kernel';
import type { Account } from './account.entity';
import { newestRows, orNothing, patienceMs, typedWords } from './bounded-search';
import { inOrder } from './rules/order-found';

export type FoundAccount = Pick<Account, 'id' | 'name' | 'nameZh' | 'segment'>;

/** What a search found, and whether everything was looked through for it. */
export interface Found<Item> {
  readonly items: readonly Item[];
  readonly whole: boolean;
}

const columns = 'id, name, name_zh AS nameZh, segment';

/** More than are shown, because the best of a range are not the first of it. */
const ofRange = 40;

/** Customers by a few letters; both sides share them, so everybody finds each. Those that were merged are found no more. */
@Injectable()
export class AccountsSearchReader {
  constructor(private readonly database: Database) {}

  async find(q: string, limit: number): Promise<Found<FoundAccount>> {
    const [begun, recent] = await Promise.all([this.begun([q]), this.newest(typedWords(q), 'AND')]);
    return { items: inOrder([...begun, ...recent.items], rankOf([q]), limit), whole: recent.whole };
  }

  /** Those that one of the words finds; the others may be those of something that is theirs. */
  async findByAny(words: readonly string[], limit: number): Promise<readonly FoundAccount[]> {
    const [begun, recent] = await Promise.all([this.begun(words), this.newest(words, 'OR')]);
    return inOrder([...begun, ...recent.items], rankOf(words), limit);
  }

  /** Those whose name begins with one of the texts, in either language, however old they are. */
  private async begun(texts: readonly string[]): Promise<readonly FoundAccount[]> {
    const ranges = texts.flatMap((text) => ['name', 'name_zh'].map((column) => ({ column, like: beginning(text) })));
    const range = (column: string) =>
      `(SELECT ${columns} FROM account FORCE INDEX (account_${column})
        WHERE ${column} LIKE ? ESCAPE '!' AND merged_into_id IS NULL ORDER BY ${column} LIMIT ${ofRange})`;
    const found = this.database.query<FoundAccount>(
      selectWithin(patienceMs, `* FROM (${ranges.map(({ column }) => range(column)).join(' UNION ALL ')}) f`),
      ranges.map(({ like }) => like),
    );
    return (await orNothing(found)) ?? [];
  }

  /** Those that hold every word, or any, among the newest. */
  private async newest(words: readonly string[], junction: 'AND' | 'OR'): Promise<Found<FoundAccount>> {
    const likes = words.map(containing);
    const each = (column: string) => `(${words.map(() => `${column} LIKE ? ESCAPE '!'`).join(` ${junction} `)})`;
    const [first] = await this.database.query<{ readonly id: string }>(
      'SELECT id FROM account ORDER BY id DESC LIMIT 1 OFFSET ?',
      [newestRows],
    );
    const items = await orNothing(
      this.database.query<FoundAccount>(
        selectWithin(
          patienceMs,
          `${columns} FROM account FORCE INDEX (PRIMARY)
           WHERE id > ? AND (${each('name')} OR ${each('name_zh')}) AND merged_into_id IS NULL ORDER BY id DESC LIMIT ${ofRange}`,
        ),
        [first ? bin(first.id) : Buffer.alloc(16), ...likes, ...likes],
      ),
    );
    return { items: items ?? [], whole: first === undefined && items !== null };
  }
}

const rankOf =
  (texts: readonly string[]) =>
  ({ name, nameZh }: FoundAccount) =>
    bestRank(texts.flatMap((text) => [rankName(text, name), rankName(text, nameZh ?? '')]));
