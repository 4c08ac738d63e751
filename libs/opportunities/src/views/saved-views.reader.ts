import { Injectable } from '@nestjs/common';
import { bin, Database, fromJson } from '@tandem/database';
import { actor, type Id } from '@tandem/kernel';
import type { Named } from '../pipeline-views';
import { mayChange, sharingsOf } from './rules/decide-view';
import { namingParts, type NamingPart, type Sharing, type ViewFilter, type ViewPage } from './rules/view';
import type { DefaultView } from './saved-view.entity';
import { noView } from './saved-views.errors';

type ViewId = Id<'saved_view'>;

export interface SavedViewView {
  readonly id: ViewId;
  readonly page: ViewPage;
  readonly name: string;
  readonly filter: ViewFilter;
  readonly sharedWith: Sharing;
  readonly owner: Named<'person'>;
  readonly mayChange: boolean;
  /** Parts of the filter that name what is there no more. */
  readonly gone: readonly NamingPart[];
  readonly version: number;
}

export interface SavedViewsView {
  readonly items: readonly SavedViewView[];
  readonly defaults: readonly Omit<DefaultView, 'personId'>[];
  readonly mayShareWith: readonly Sharing[];
}

interface Row {
  readonly id: ViewId;
  readonly page: ViewPage;
  readonly name: string;
  readonly filter: unknown;
  readonly sharedWith: Sharing;
  readonly teamId: Id<'team'> | null;
  readonly ownerId: Id<'person'>;
  readonly ownerName: string;
  readonly ownerNameZh: string | null;
  readonly version: number;
}

/** Of more that are shared with somebody, nobody reads the last. */
const mostFound = 500;

/** What is there of each part's records: people who are still here, accounts that are merged into no other. */
const present: Readonly<Record<NamingPart, string>> = {
  ownerId: 'SELECT id FROM person WHERE active = 1 AND id IN (?)',
  teamId: 'SELECT id FROM team WHERE id IN (?)',
  stageId: 'SELECT id FROM funnel_stage WHERE id IN (?)',
  accountId: 'SELECT id FROM account WHERE merged_into_id IS NULL AND id IN (?)',
};

/** The views that whoever asks keeps or shares in. */
@Injectable()
export class SavedViewsReader {
  constructor(private readonly database: Database) {}

  async all(): Promise<SavedViewsView> {
    const { personId } = actor();
    const items = await this.views('TRUE', []);
    const defaults = await this.database.query<Omit<DefaultView, 'personId'>>(
      'SELECT page, view_id AS viewId, version FROM default_view WHERE person_id = ? ORDER BY page',
      [bin(personId)],
    );
    const found = new Set<string | null>(items.map(({ id }) => id));
    return {
      items,
      // What is shared with them no longer is nothing to begin with.
      defaults: defaults.map((one) => (found.has(one.viewId) ? one : { ...one, viewId: null })),
      mayShareWith: sharingsOf(actor()),
    };
  }

  async get(id: ViewId): Promise<SavedViewView> {
    const [found] = await this.views('v.id = ?', [bin(id)]);
    if (!found) throw noView(id);
    return found;
  }

  /** One's own first. */
  private async views(where: string, parameters: readonly Buffer[]): Promise<SavedViewView[]> {
    const { personId, teamId } = actor();
    const rows = await this.database.query<Row>(
      `SELECT v.id, v.page, v.name, v.filter, v.shared_with AS sharedWith, v.team_id AS teamId, v.version,
         v.owner_id AS ownerId, p.name AS ownerName, p.name_zh AS ownerNameZh
       FROM saved_view v JOIN person p ON p.id = v.owner_id
       WHERE (v.owner_id = ? OR v.shared_with = 'organisation' OR (v.shared_with = 'team' AND v.team_id = ?)) AND ${where}
       ORDER BY v.owner_id <> ?, v.name, v.id LIMIT ${mostFound}`,
      [bin(personId), bin(teamId), ...parameters, bin(personId)],
    );
    const views = rows.map((row) => ({ ...row, filter: fromJson(row.filter) as ViewFilter }));
    const there = await this.there(views.map(({ filter }) => filter));
    return views.map((view) => ({
      id: view.id,
      page: view.page,
      name: view.name,
      filter: view.filter,
      sharedWith: view.sharedWith,
      owner: { id: view.ownerId, name: view.ownerName, nameZh: view.ownerNameZh },
      mayChange: mayChange(actor(), view),
      gone: namingParts.filter((part) => isNamed(view.filter, part) && !there.has(String(view.filter[part]))),
      version: view.version,
    }));
  }

  /** Which of the records that filters name are still there. */
  private async there(filters: readonly ViewFilter[]): Promise<ReadonlySet<string>> {
    const found = await Promise.all(
      namingParts.map(async (part) => {
        const ids = [...new Set(filters.filter((filter) => isNamed(filter, part)).map((filter) => filter[part]))];
        if (ids.length === 0) return [];
        return this.database.query<{ id: string }>(present[part], [ids.map((id) => bin(String(id)))]);
      }),
    );
    return new Set(found.flat().map(({ id }) => id));
  }
}

const isNamed = (filter: ViewFilter, part: NamingPart): boolean => filter[part] !== undefined && filter[part] !== 'me';
