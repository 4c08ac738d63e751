import { Injectable } from '@nestjs/common';
import { bin, Database, type Parameter } from '@tandem/database';
import { cursorParts, idFrom, paged, type Id, type PlainDate } from '@tandem/kernel';
import { noAction } from './meetings.errors';
import type { ActionState } from './rules/settle-action';
import type { PersonName } from './series.reader';

/** What somebody promised, and whether it is done. */
export interface ActionView {
  readonly id: Id<'meeting_action'>;
  readonly seriesId: Id<'meeting_series'>;
  readonly agendaId: Id<'agenda'>;
  readonly agendaItemId: Id<'agenda_item'> | null;
  readonly title: string;
  readonly owner: PersonName;
  readonly chairId: Id<'person'>;
  readonly dueDate: PlainDate;
  readonly state: ActionState;
  readonly settledAt: Date | null;
  readonly figureKey: string | null;
  readonly version: number;
}

export interface ActionFilter {
  readonly ownerId?: Id<'person'> | undefined;
  readonly state?: ActionState | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

const columns = `m.id, m.series_id AS seriesId, m.agenda_id AS agendaId, m.agenda_item_id AS agendaItemId, m.title,
  m.owner_id AS ownerId, p.name AS ownerName, p.name_zh AS ownerNameZh, s.chair_id AS chairId, m.due_date AS dueDate,
  m.state, m.settled_at AS settledAt, m.figure_key AS figureKey, m.version`;
const tables = 'meeting_action m JOIN person p ON p.id = m.owner_id JOIN meeting_series s ON s.id = m.series_id';

/** Actions across meetings. */
@Injectable()
export class ActionsReader {
  constructor(private readonly database: Database) {}

  /** By due date. */
  async list({ ownerId, state, limit, cursor }: ActionFilter) {
    const wheres = ['TRUE'];
    const parameters: Parameter[] = [];
    const narrow = (sql: string, ...values: Parameter[]) => {
      wheres.push(sql);
      parameters.push(...values);
    };
    if (ownerId) narrow('m.owner_id = ?', bin(ownerId));
    if (state) narrow('m.state = ?', state);
    const [day, text] = cursorParts(cursor, 2) ?? [];
    const after = idFrom(String(text ?? ''));
    if (after) narrow('(m.due_date, m.id) > (?, ?)', String(day), bin(after));
    const rows = await this.where(`${wheres.join(' AND ')} ORDER BY m.due_date, m.id LIMIT ?`, [
      ...parameters,
      limit + 1,
    ]);
    return paged(rows, limit, (row) => [row.dueDate, row.id]);
  }

  /** What stands beside an agenda: agreed at it, spoken of on it, or still open from meetings before it. */
  ofAgenda(agendaId: Id<'agenda'>): Promise<ActionView[]> {
    return this.where(
      `m.id IN (
         SELECT i.subject_id FROM agenda_item i WHERE i.agenda_id = ? AND i.section = 'actions'
         UNION SELECT own.id FROM meeting_action own WHERE own.agenda_id = ?
         UNION SELECT late.id FROM meeting_action late JOIN agenda theirs ON theirs.id = late.agenda_id
           JOIN agenda this ON this.id = ? AND this.series_id = late.series_id AND theirs.meeting_date < this.meeting_date
           WHERE late.state = 'open')
       ORDER BY m.due_date, m.id`,
      [bin(agendaId), bin(agendaId), bin(agendaId)],
    );
  }

  async get(id: Id<'meeting_action'>): Promise<ActionView> {
    const [found] = await this.where('m.id = ?', [bin(id)]);
    if (!found) throw noAction(id);
    return found;
  }

  private async where(condition: string, parameters: readonly Parameter[]): Promise<ActionView[]> {
    const rows = await this.database.query<Row>(`SELECT ${columns} FROM ${tables} WHERE ${condition}`, parameters);
    return rows.map(({ ownerId, ownerName, ownerNameZh, ...row }) => ({
      ...row,
      owner: { id: ownerId, name: ownerName, nameZh: ownerNameZh },
    }));
  }
}

interface Row extends Omit<ActionView, 'owner'> {
  readonly ownerId: Id<'person'>;
  readonly ownerName: string;
  readonly ownerNameZh: string | null;
}
