import { Injectable } from '@nestjs/common';
import { bin, Database } from '@tandem/database';

export interface Kin {
  readonly id: string;
  readonly parentId: string | null;
  readonly mergedIntoId: string | null;
}

/** From a thousand on the server makes a table of a list, and no longer finds each by the index. */
const askedAtOnce = 500;

/** Whom accounts belong together with. Merges only ever join families, so whoever was of one before them still is. */
@Injectable()
export class AccountKinReader {
  constructor(private readonly database: Database) {}

  /** Some accounts and all they are tied to by family or merge, whichever way and however far, by their ids. */
  async of(accountIds: Iterable<string>): Promise<Map<string, Kin>> {
    const found = new Map<string, Kin>();
    for (let wanted = [...new Set(accountIds)]; wanted.length > 0;) {
      const asked = new Set(wanted);
      const next = new Set<string>();
      for (const row of await this.tied(wanted)) {
        const isNew = !found.has(row.id);
        found.set(row.id, row);
        // Whoever was found beside those asked for has to be asked for as well.
        if (isNew && !asked.has(row.id)) next.add(row.id);
        for (const tied of tiesOf(row)) if (!found.has(tied)) next.add(tied);
      }
      wanted = [...next].filter((id) => !asked.has(id));
    }
    return found;
  }

  /** By the indexes of both ties: most accounts have neither, and by that the server takes a scan of all accounts for the shorter way. */
  private async tied(wanted: readonly string[]): Promise<Kin[]> {
    const rows: Kin[] = [];
    for (let from = 0; from < wanted.length; from += askedAtOnce) {
      const ids = wanted.slice(from, from + askedAtOnce).map((id) => bin(id));
      const some = await this.database.query<Kin>(
        `SELECT id, parent_id AS parentId, merged_into_id AS mergedIntoId FROM account WHERE id IN (?)
         UNION ALL SELECT id, parent_id, merged_into_id FROM account FORCE INDEX (account_parent_fk) WHERE parent_id IN (?)
         UNION ALL SELECT id, parent_id, merged_into_id FROM account FORCE INDEX (account_merged_into_fk) WHERE merged_into_id IN (?)`,
        [ids, ids, ids],
      );
      for (const row of some) rows.push(row);
    }
    return rows;
  }
}

export const tiesOf = ({ parentId, mergedIntoId }: Kin): string[] =>
  [parentId, mergedIntoId].filter((id): id is string => id !== null);
