import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import type { PlainDate } from '@tandem/kernel';
import type { BilingualName } from './figure';
import type { SliceKind } from './rules/narrow-facts';

interface NamedRow {
  readonly id: string;
  readonly name: string;
  readonly nameZh: string | null;
}

/** What turns a team into an office. */
export type Teams = ReadonlyMap<string, { readonly officeId: string | null }>;

/** Who works where: what turns a team into an office and an id into a name. */
export interface Directory {
  readonly teams: Teams;
  readonly persons: ReadonlyMap<
    string,
    { readonly teamId: string | null; readonly joinedOn: PlainDate | null; readonly leftOn: PlainDate | null }
  >;
  readonly sources: ReadonlyMap<string, unknown>;
  nameOf(kind: SliceKind, id: string): BilingualName | null;
}

/** Names and places of everything figures are sliced by. */
@Injectable()
export class DirectoryReader {
  constructor(private readonly database: Database) {}

  /** Teams alone, for whoever names nobody. */
  async teams(): Promise<Map<string, NamedRow & { readonly officeId: string | null }>> {
    return byId(
      await this.database.query<NamedRow & { readonly officeId: string | null }>(
        'SELECT id, name, name_zh AS nameZh, office_id AS officeId FROM team',
      ),
    );
  }

  read(): Promise<Directory> {
    return this.database.once('directory', () => this.load());
  }

  private async load(): Promise<Directory> {
    const [teams, persons, offices, sources] = await Promise.all([
      this.teams(),
      this.database.query<
        NamedRow & {
          readonly teamId: string | null;
          readonly joinedOn: PlainDate | null;
          readonly leftOn: PlainDate | null;
        }
      >('SELECT id, name, name_zh AS nameZh, team_id AS teamId, joined_on AS joinedOn, left_on AS leftOn FROM person'),
      this.database.query<NamedRow>('SELECT id, name, name_zh AS nameZh FROM office'),
      this.database.query<NamedRow>('SELECT id, name, name_zh AS nameZh FROM source'),
    ]);
    const names = { team: teams, office: byId(offices), person: byId(persons), source: byId(sources) };
    return {
      teams,
      persons: byId(persons),
      sources: byId(sources),
      nameOf: (kind, id) => {
        const found = names[kind].get(id);
        return found ? { en: found.name, zhTW: found.nameZh } : null;
      },
    };
  }
}

const byId = <Row extends NamedRow>(rows: readonly Row[]): Map<string, Row> =>
  new Map(rows.map((row) => [row.id, row]));
