import { Injectable } from '@nestjs/common';
import { bin, Database, fromJson, type Parameter } from '@tandem/database';
import { cursorParts, idFrom, paged, type Id, type PlainDate, type Zone } from '@tandem/kernel';
import type { AgendaState } from './agenda.entity';
import { noAgenda } from './meetings.errors';
import type { ItemFacts, Section } from './rules/agenda-facts';
import type { ItemState } from './rules/settle-item';
import type { PersonName } from './series.reader';

/** An agenda in a list. */
export interface AgendaSummary {
  readonly id: Id<'agenda'>;
  readonly seriesId: Id<'meeting_series'>;
  readonly seriesKey: string;
  readonly seriesName: string;
  readonly seriesNameZh: string | null;
  readonly isoWeek: string;
  readonly meetingDate: PlainDate;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly zone: Zone;
  readonly composedAt: Date;
  /** When it really began; null before, as are the two below. */
  readonly startedAt: Date | null;
  readonly presentItemId: Id<'agenda_item'> | null;
  readonly sectionSince: Date | null;
  readonly state: AgendaState;
  /** When the chair sent its minutes; null before. */
  readonly minutesAt: Date | null;
  /** Items still open. */
  readonly open: number;
  readonly chair: PersonName;
  readonly version: number;
}

export interface ItemView {
  readonly id: Id<'agenda_item'>;
  readonly agendaId: Id<'agenda'>;
  readonly position: number;
  readonly section: Section;
  readonly kind: string;
  readonly subjectId: Id | null;
  readonly facts: ItemFacts;
  readonly state: ItemState;
  readonly decision: string | null;
  /** Since when it is set aside for the next meeting; null for one that is not. */
  readonly parkedAt: Date | null;
  readonly carried: number;
  readonly addedBy: PersonName | null;
  readonly version: number;
}

export interface AgendaFilter {
  readonly seriesKey?: string | undefined;
  readonly isoWeek?: string | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

const agendaColumns = `a.id, a.series_id AS seriesId, s.series_key AS seriesKey, s.name AS seriesName, s.name_zh AS seriesNameZh,
  a.iso_week AS isoWeek, a.meeting_date AS meetingDate, a.starts_at AS startsAt, a.ends_at AS endsAt, s.zone,
  a.composed_at AS composedAt, a.started_at AS startedAt, a.present_item_id AS presentItemId,
  a.section_since AS sectionSince, a.minutes_at AS minutesAt, a.state, a.version, c.id AS chairId, c.name AS chairName, c.name_zh AS chairNameZh,
  (SELECT COUNT(*) FROM agenda_item i WHERE i.agenda_id = a.id AND i.state = 'open') AS open`;
const agendaTables = 'agenda a JOIN meeting_series s ON s.id = a.series_id JOIN person c ON c.id = s.chair_id';

const itemColumns = `i.id, i.agenda_id AS agendaId, i.position, i.section, i.kind, i.subject_id AS subjectId, i.facts, i.state,
  i.decision, i.parked_at AS parkedAt, i.carried, i.version, p.id AS personId, p.name AS personName, p.name_zh AS personNameZh`;
const itemTables = 'agenda_item i LEFT JOIN person p ON p.id = i.added_by_id';

/** Agendas and what stands on them. */
@Injectable()
export class AgendasReader {
  constructor(private readonly database: Database) {}

  /** Latest meeting first. */
  async list({ seriesKey, isoWeek, limit, cursor }: AgendaFilter) {
    const wheres = ['TRUE'];
    const parameters: Parameter[] = [];
    const narrow = (sql: string, ...values: Parameter[]) => {
      wheres.push(sql);
      parameters.push(...values);
    };
    if (seriesKey !== undefined) narrow('s.series_key = ?', seriesKey);
    if (isoWeek !== undefined) narrow('a.iso_week = ?', isoWeek);
    const [day, text] = cursorParts(cursor, 2) ?? [];
    const after = idFrom(String(text ?? ''));
    if (after) narrow('(a.meeting_date, a.id) < (?, ?)', String(day), bin(after));
    const rows = await this.database.query<AgendaRow>(
      `SELECT ${agendaColumns} FROM ${agendaTables} WHERE ${wheres.join(' AND ')}
       ORDER BY a.meeting_date DESC, a.id DESC LIMIT ?`,
      [...parameters, limit + 1],
    );
    return paged(rows.map(summary), limit, (row) => [row.meetingDate, row.id]);
  }

  async find(id: Id<'agenda'>): Promise<AgendaSummary | null> {
    const [row] = await this.database.query<AgendaRow>(`SELECT ${agendaColumns} FROM ${agendaTables} WHERE a.id = ?`, [
      bin(id),
    ]);
    return row ? summary(row) : null;
  }

  async get(id: Id<'agenda'>): Promise<AgendaSummary> {
    const found = await this.find(id);
    if (!found) throw noAgenda(id);
    return found;
  }

  async items(agendaId: Id<'agenda'>): Promise<ItemView[]> {
    const rows = await this.database.query<ItemRow>(
      `SELECT ${itemColumns} FROM ${itemTables} WHERE i.agenda_id = ? ORDER BY i.position`,
      [bin(agendaId)],
    );
    return rows.map(item);
  }

  async getItem(id: Id<'agenda_item'>): Promise<ItemView> {
    const [row] = await this.database.query<ItemRow>(`SELECT ${itemColumns} FROM ${itemTables} WHERE i.id = ?`, [
      bin(id),
    ]);
    if (!row) throw new Error(`the item ${id} is gone`);
    return item(row);
  }
}

interface AgendaRow extends Omit<AgendaSummary, 'chair' | 'open'> {
  readonly chairId: Id<'person'>;
  readonly chairName: string;
  readonly chairNameZh: string | null;
  readonly open: string | number;
}
interface ItemRow extends Omit<ItemView, 'facts' | 'addedBy'> {
  readonly facts: unknown;
  readonly personId: Id<'person'> | null;
  readonly personName: string;
  readonly personNameZh: string | null;
}

const summary = ({ chairId, chairName, chairNameZh, open, ...row }: AgendaRow): AgendaSummary => ({
  ...row,
  open: Number(open),
  chair: { id: chairId, name: chairName, nameZh: chairNameZh },
});

const item = ({ personId, personName, personNameZh, facts, ...row }: ItemRow): ItemView => ({
  ...row,
  facts: fromJson(facts) as ItemFacts,
  addedBy: personId === null ? null : { id: personId, name: personName, nameZh: personNameZh },
});
