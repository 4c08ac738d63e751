import { Injectable } from '@nestjs/common';
import { bin, Database } from '@tandem/database';
import type { Id } from '@tandem/kernel';
import type { MeetingAction } from './meeting-action.entity';
import type { ActionState } from './rules/settle-action';

/** Rows of actions. */
@Injectable()
export class ActionsRepository {
  constructor(private readonly database: Database) {}

  async insert(action: MeetingAction): Promise<void> {
    const { id, seriesId, agendaId, agendaItemId, title, ownerId, dueDate, state, settledAt, figureKey, createdAt } =
      action;
    await this.database.run(
      `INSERT INTO meeting_action (id, series_id, agenda_id, agenda_item_id, title, owner_id, due_date, state, settled_at,
         figure_key, created_at, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)`,
      [
        bin(id),
        bin(seriesId),
        bin(agendaId),
        bin(agendaItemId),
        title,
        bin(ownerId),
        dueDate,
        state,
        settledAt,
        figureKey,
        createdAt,
      ],
    );
  }

  async lock(id: Id<'meeting_action'>): Promise<MeetingAction | null> {
    const [row] = await this.database.query<MeetingAction>(
      `SELECT id, series_id AS seriesId, agenda_id AS agendaId, agenda_item_id AS agendaItemId, title, owner_id AS ownerId,
         due_date AS dueDate, state, settled_at AS settledAt, figure_key AS figureKey, created_at AS createdAt, version
       FROM meeting_action WHERE id = ? FOR UPDATE`,
      [bin(id)],
    );
    return row ?? null;
  }

  async settle(
    id: Id<'meeting_action'>,
    version: number,
    { state, settledAt }: { readonly state: ActionState; readonly settledAt: Date | null },
  ): Promise<boolean> {
    const changed = await this.database.run(
      'UPDATE meeting_action SET state = ?, settled_at = ?, version = version + 1 WHERE id = ? AND version = ?',
      [state, settledAt, bin(id), version],
    );
    return changed === 1;
  }

  /** Items of meetings still open that ask for this action: once it is settled they are, too. */
  async closeItemsAsking(id: Id<'meeting_action'>): Promise<void> {
    await this.database.run(
      `UPDATE agenda_item i JOIN agenda a ON a.id = i.agenda_id SET i.state = 'actioned', i.parked_at = NULL, i.version = i.version + 1
       WHERE i.subject_id = ? AND i.kind = 'action_due' AND i.state = 'open' AND a.state = 'composed'`,
      [bin(id)],
    );
  }
}
