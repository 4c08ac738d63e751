import { Injectable } from '@nestjs/common';
import { bin, Database } from '@tandem/database';
import { idsIn } from './rules/ids-in';
import type { AuditLineView } from './audit.reader';

/** What records are called by now, by id. */
export type AuditedNames = ReadonlyMap<string, { readonly name: string; readonly nameZh: string | null }>;

/** Whatever audit lines speak of and people call by a name. */
const tables = [
  ['person', 'name', 'name_zh'],
  ['team', 'name', 'name_zh'],
  ['office', 'name', 'name_zh'],
  ['account', 'name', 'name_zh'],
  ['opportunity', 'name', 'NULL'],
  ['funnel_stage', 'name', 'name_zh'],
  ['product', 'name', 'name_zh'],
  ['source', 'name', 'name_zh'],
  ['campaign', 'name', 'name_zh'],
  ['meeting_series', 'name', 'name_zh'],
  ['agenda', 'iso_week', 'NULL'],
  ['meeting_action', 'title', 'NULL'],
] as const;

/** Names for the ids that stand in audit lines: a line keeps ids, because names change. */
@Injectable()
export class AuditedNamesReader {
  constructor(private readonly database: Database) {}

  async of(lines: readonly AuditLineView[]): Promise<AuditedNames> {
    const ids = [...new Set(lines.flatMap(({ recordId, before, after }) => idsIn([recordId, before, after])))];
    if (ids.length === 0) return new Map();
    const wanted = ids.map((id) => bin(id));
    const found = await Promise.all(
      tables.map(([table, name, nameZh]) =>
        this.database.query<{ id: string; name: string; nameZh: string | null }>(
          `SELECT id, ${name} AS name, ${nameZh} AS nameZh FROM ${table} WHERE id IN (?)`,
          [wanted],
        ),
      ),
    );
    return new Map(found.flat().map(({ id, name, nameZh }) => [id, { name, nameZh }]));
  }
}
