import { Injectable } from '@nestjs/common';
import { bin, containing, Database } from '@tandem/database';
import type { Id } from '@tandem/kernel';
import type { Account } from './account.entity';
import { cursorOf, pageOf, placeOf } from './list-cursor';
import { noAccount, noProduct } from './opportunities.errors';
import { namedOf, type Named, type PageOf } from './pipeline-views';
import type { Product } from './product.entity';
import { rowOf } from './row-sql';

export type AccountView = Pick<Account, 'id' | 'name' | 'nameZh' | 'parentId' | 'segment' | 'version'>;
/** An account with the one it was merged into, if it was. */
export type AccountDetail = AccountView & { readonly mergedInto: Named<'account'> | null };
export type ProductView = Pick<
  Product,
  'id' | 'name' | 'nameZh' | 'family' | 'listPriceMinor' | 'currency' | 'future' | 'version'
>;

export interface AccountQuery {
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly q?: string | undefined;
}

/** What forms choose from. */
@Injectable()
export class ReferencesReader {
  constructor(private readonly database: Database) {}

  /** Accounts by name; those that were merged are not to choose from. */
  async accounts({ limit, cursor, q }: AccountQuery): Promise<PageOf<AccountView>> {
    const like = q ? containing(q) : null;
    const place = cursor ? placeOf(cursor, 2) : null;
    const rows = await this.database.query<AccountView>(
      `SELECT id, name, name_zh AS nameZh, parent_id AS parentId, segment, version FROM account
       WHERE merged_into_id IS NULL ${like ? "AND (name LIKE ? ESCAPE '!' OR name_zh LIKE ? ESCAPE '!')" : ''}
         ${place ? 'AND (name > ? OR (name = ? AND id > ?))' : ''} ORDER BY name, id LIMIT ?`,
      [
        ...(like ? [like, like] : []),
        ...(place ? [place.values[0] ?? '', place.values[0] ?? '', bin(place.id)] : []),
        limit + 1,
      ],
    );
    return pageOf(rows, limit, { cursor: ({ name, id }) => cursorOf(name, id), view: (row) => row });
  }

  async account(id: Id<'account'>): Promise<AccountDetail> {
    const [row] = await this.database.query<AccountView>(
      `SELECT a.id, a.name, a.name_zh AS nameZh, a.parent_id AS parentId, a.segment, a.version,
         s.id AS survivorId, s.name AS survivorName, s.name_zh AS survivorNameZh
       FROM account a LEFT JOIN account s ON s.id = a.merged_into_id WHERE a.id = ?`,
      [bin(id)],
    );
    if (!row) throw noAccount(id);
    return { ...row, mergedInto: namedOf(row, 'survivor') };
  }

  async products(): Promise<readonly ProductView[]> {
    const rows = await this.database.query<Record<string, unknown>>(
      `SELECT ${productColumns} FROM product ORDER BY name, id`,
    );
    return rows.map(productOf);
  }

  async product(id: Id<'product'>): Promise<ProductView> {
    const [row] = await this.database.query<Record<string, unknown>>(
      `SELECT ${productColumns} FROM product WHERE id = ?`,
      [bin(id)],
    );
    if (!row) throw noProduct(id);
    return productOf(row);
  }
}

const productColumns =
  'id, name, name_zh AS nameZh, family, list_price_minor AS listPriceMinor, currency, future, version';

const productOf = (row: Record<string, unknown>): ProductView => ({
  ...rowOf<ProductView>(row),
  future: row['future'] === 1,
});
