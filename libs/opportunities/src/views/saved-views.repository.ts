import { Injectable } from '@nestjs/common';
import { bin, Database, fromJson, isDuplicate } from '@tandem/database';
import type { Id } from '@tandem/kernel';
import type { ViewPage } from './rules/view';
import { DefaultView, SavedView } from './saved-view.entity';
import { nameTaken } from './saved-views.errors';

type ViewId = Id<'saved_view'>;

const columns = `id, owner_id AS ownerId, page, name, shared_with AS sharedWith, team_id AS teamId, filter,
  created_at AS createdAt, version`;

/** Rows of views, and of what people begin with. Everything here only inside `write`. */
@Injectable()
export class SavedViewsRepository {
  constructor(private readonly database: Database) {}

  add(view: SavedView): Promise<void> {
    return named(view, () => this.database.insert(SavedView, view));
  }

  async hold(id: ViewId): Promise<SavedView | null> {
    const [row] = await this.database.query<SavedView>(`SELECT ${columns} FROM saved_view WHERE id = ? FOR UPDATE`, [
      bin(id),
    ]);
    return row ? { ...row, filter: fromJson(row.filter) as SavedView['filter'] } : null;
  }

  async save(view: SavedView): Promise<void> {
    const { id, name, sharedWith, teamId, filter, version } = view;
    await named(view, () =>
      this.database.run(
        'UPDATE saved_view SET name = ?, shared_with = ?, team_id = ?, filter = ?, version = ? WHERE id = ?',
        [name, sharedWith, bin(teamId), JSON.stringify(filter), version, bin(id)],
      ),
    );
  }

  /** Nobody begins with it any more once it is gone. */
  async remove(id: ViewId): Promise<void> {
    await this.database.run('UPDATE default_view SET view_id = NULL, version = version + 1 WHERE view_id = ?', [
      bin(id),
    ]);
    await this.database.run('DELETE FROM saved_view WHERE id = ?', [bin(id)]);
  }

  /** What somebody keeps for a page beside one view, and which of it has this name. */
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

  /** False when another window was faster with the first one. */
  async addDefault({ personId, page, viewId, version }: DefaultView): Promise<boolean> {
    try {
      await this.database.run('INSERT INTO default_view (person_id, page, view_id, version) VALUES (?, ?, ?, ?)', [
        bin(personId),
        page,
        bin(viewId),
        version,
      ]);
      return true;
    } catch (error) {
      if (isDuplicate(error)) return false;
      throw error;
    }
  }

  /** Changes the one that is held. */
  async saveDefault({ personId, page, viewId, version }: DefaultView): Promise<void> {
    await this.database.run('UPDATE default_view SET view_id = ?, version = ? WHERE person_id = ? AND page = ?', [
      bin(viewId),
      version,
      bin(personId),
      page,
    ]);
  }
}

/** Two that take the same name at the same moment both find it free: the key refuses the second. */
async function named({ name }: SavedView, write: () => Promise<unknown>): Promise<void> {
  try {
    await write();
  } catch (error) {
    throw isDuplicate(error) ? nameTaken(name) : error;
  }
}
