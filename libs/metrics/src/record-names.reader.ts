import { Injectable } from '@nestjs/common';
import { bin, Database } from '@tandem/database';
import type { BilingualName } from './figure';

interface Row {
  readonly id: string;
  readonly name: string;
  readonly nameZh: string | null;
}

/** Names of the records on one page. */
@Injectable()
export class RecordNamesReader {
  constructor(private readonly database: Database) {}

  opportunities(ids: readonly (string | null)[]): Promise<Map<string, BilingualName>> {
    return this.names('SELECT id, name, NULL AS nameZh FROM opportunity WHERE id IN (?)', ids);
  }

  accounts(ids: readonly (string | null)[]): Promise<Map<string, BilingualName>> {
    return this.names('SELECT id, name, name_zh AS nameZh FROM account WHERE id IN (?)', ids);
  }

  campaigns(ids: readonly (string | null)[]): Promise<Map<string, BilingualName>> {
    return this.names('SELECT id, name, name_zh AS nameZh FROM campaign WHERE id IN (?)', ids);
  }

  products(ids: readonly (string | null)[]): Promise<Map<string, BilingualName>> {
    return this.names('SELECT id, name, name_zh AS nameZh FROM product WHERE id IN (?)', ids);
  }

  private async names(sql: string, ids: readonly (string | null)[]): Promise<Map<string, BilingualName>> {
    const asked = [...new Set(ids)].filter((id) => id !== null);
    if (asked.length === 0) return new Map();
    const rows = await this.database.query<Row>(sql, [asked.map((id) => bin(id))]);
    return new Map(rows.map(({ id, name, nameZh }) => [id, { en: name, zhTW: nameZh }]));
  }
}
