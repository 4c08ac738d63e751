import { Injectable } from '@nestjs/common';
import { bin, Database, fromJson } from '@tandem/database';
import type { Id } from '@tandem/kernel';
import type { ViewPage } from './rules/view';
import { DefaultView, SavedView } from './saved-view.entity';

type ViewId = Id<'saved_view'>;

const columns = `id, owner_id AS ownerId, page, name, shared_with AS sharedWith, team_id AS teamId, filter,
  created_at AS createdAt, version`;

/** Rows of views, and of what people begin with. Everything here only inside `write`. */
@Injectable()
export class SavedViewsRepository {
  constructor(private readonly database: Database) {}

  add(view: SavedView): Promise<void> {
    return this.database.insert(SavedView, view);
  }

  async hold(id: ViewId): Promise<SavedView | null> {
    const [row] = await this.database.query<SavedView>(`SELECT ${columns} FROM saved_view WHERE id = ? FOR UPDATE`, [
      bin(id),
    ]);
    return row ? { ...row, filter: fromJson(row.filter) as SavedView['filter'] } : null;
  }

  async save({ id, name, sharedWith, teamId, filter, version }: SavedView): Promise<void> {
    await this.database.run(
      'UPDATE saved_view SET name = ?, shared_with = ?, team_id = ?, filter = ?, version = ? WHERE id = ?',
      [name, sharedWith, bin(teamId), JSON.stringify(filter), version, bin(id)],
    );
  }

  /** Nobody begins with it any more once it is gone. */
  async remove(id: ViewId): Promise<void> {
    await this.database.run('UPDATE default_view SET view_id = NULL, version = version + 1 WHERE view_id = ?', [
      bin(id),
    ]);
    await this.database.run('DELETE FROM saved_view WHERE id = ?', [bin(id)]);
  }

  /** What somebody keeps for a page beside one view, and which of it has this name; nobody adds to it meanwhile. */
  async holdNames(
    { ownerId, page, name }: Pick<SavedView, 'ownerId' | 'page' | 'name'>,
    besides: ViewId,
  ): Promise<{ readonly count: number; readonly isTaken: boolean }> {
    const rows = await this.database.query<{ id: ViewId; same: number }>(
      'SELECT id, name = ? AS same FROM saved_view WHERE owner_id = ? AND page = ? FOR UPDATE',
      [name, bin(ownerId), page],
    );
    const others = rows.filter(({ id }) => id !== besides);
    return { count: others.length, isTaken: others.some(({ same }) => Number(same) === 1) };
  }

  async holdDefault(personId: Id<'person'>, page: ViewPage): Promise<DefaultView | null> {
    const [row] = await this.database.query<DefaultView>(
      `SELECT person_id AS personId, page, view_id AS viewId, version FROM default_view
       WHERE person_id = ? AND page = ? FOR UPDATE`,
      [bin(personId), page],
    );
    return row ?? null;
  }

  async putDefault({ personId, page, viewId, version }: DefaultView): Promise<void> {
    await this.database.run(
      `INSERT INTO default_view (person_id, page, view_id, version) VALUES (?, ?, ?, ?)
       ON DUPLICATE KEY UPDATE view_id = VALUES(view_id), version = VALUES(version)`,
      [bin(personId), page, bin(viewId), version],
    );
  }
}
