import { Injectable } from '@nestjs/common';
import { bin, Database, type Parameter } from '@tandem/database';
import { idsIn } from './rules/ids-in';
import type { AuditLineView } from './audit.reader';

/** What records are called by now, by id. */
export type AuditedNames = ReadonlyMap<string, { readonly name: string; readonly nameZh: string | null }>;

/** What a figure of all teams bears in place of the id of one. */
const allTeams = '00000000-0000-0000-0000-000000000000';

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

interface Named {
  readonly id: string;
  readonly name: string;
  readonly nameZh: string | null;
}

/** Names for the ids that stand in audit lines: a line keeps ids, because names change. */
@Injectable()
export class AuditedNamesReader {
  constructor(private readonly database: Database) {}

  async of(lines: readonly AuditLineView[]): Promise<AuditedNames> {
    const ids = [...new Set(lines.flatMap(({ recordId, before, after }) => idsIn([recordId, before, after])))];
    if (ids.length === 0) return new Map();
    const wanted = ids.map((id) => bin(id));
    const found = await Promise.all([
      ...tables.map(([table, name, nameZh]) =>
        this.named(`SELECT id, ${name} AS name, ${nameZh} AS nameZh FROM ${table} WHERE id IN (?)`, [wanted]),
      ),
      ids.includes(allTeams) ? this.named('SELECT ? AS id, name, NULL AS nameZh FROM organisation', [allTeams]) : [],
    ]);
    return new Map(found.flat().map(({ id, name, nameZh }) => [id, { name, nameZh }]));
  }

  private named(sql: string, parameters: readonly Parameter[]): Promise<Named[]> {
    return this.database.query<Named>(sql, parameters);
  }
}
