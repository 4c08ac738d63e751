import { Injectable } from '@nestjs/common';
import { bin, Database, documentDigestSql, fromJson } from '@tandem/database';
import { newId, type Id } from '@tandem/kernel';
import type { Agenda, AgendaState } from './agenda.entity';
import type { AgendaItem } from './agenda-item.entity';
import type { DraftItem, FigureFact, ItemFacts } from './rules/agenda-facts';
import type { SettledItem } from './rules/settle-item';

type Progress = Pick<Agenda, 'startedAt' | 'presentItemId' | 'sectionSince'>;
type NewAgenda = Omit<Agenda, 'state' | 'version' | 'minutesAt' | keyof Progress>;

const agendaColumns = `id, series_id AS seriesId, iso_week AS isoWeek, meeting_date AS meetingDate, starts_at AS startsAt,
  ends_at AS endsAt, due_at AS dueAt, composed_at AS composedAt, state, started_at AS startedAt,
  present_item_id AS presentItemId, section_since AS sectionSince, minutes_at AS minutesAt, version`;

/** Rows of agendas and their items. */
@Injectable()
export class AgendasRepository {
  constructor(private readonly database: Database) {}

  async findId(seriesId: Id<'meeting_series'>, isoWeek: string): Promise<Id<'agenda'> | null> {
    const [row] = await this.database.query<{ id: Id<'agenda'> }>(
      'SELECT id FROM agenda WHERE series_id = ? AND iso_week = ?',
      [bin(seriesId), isoWeek],
    );
    return row?.id ?? null;
  }

  /** Throws a duplicate when the series has an agenda of this week already. */
  async insert(agenda: NewAgenda, items: readonly DraftItem[]): Promise<void> {
    const { id, seriesId, isoWeek, meetingDate, startsAt, endsAt, dueAt, composedAt, figures } = agenda;
    await this.database.run(
      `INSERT INTO agenda (id, series_id, iso_week, meeting_date, starts_at, ends_at, due_at, composed_at, state, figures, version)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'composed', ?, 1)`,
      [bin(id), bin(seriesId), isoWeek, meetingDate, startsAt, endsAt, dueAt, composedAt, figuresJson(figures)],
    );
    for (const [place, item] of items.entries()) await this.insertItem(id, place + 1, item);
  }

  /** What the figures kept with an agenda are known by. */
  async digestOfFigures(id: Id<'agenda'>): Promise<string> {
    const [row] = await this.database.query<{ digest: string }>(
      `SELECT ${documentDigestSql('figures')} AS digest FROM agenda WHERE id = ?`,
      [bin(id)],
    );
    if (!row) throw new Error(`no such agenda: ${id}`);
    return row.digest;
  }

  /** The agenda, locked until the transaction ends. */
  async lock(id: Id<'agenda'>): Promise<Agenda | null> {
    const [row] = await this.database.query<Agenda>(`SELECT ${agendaColumns} FROM agenda WHERE id = ? FOR UPDATE`, [
      bin(id),
    ]);
    return row ?? null;
  }

  async setState(id: Id<'agenda'>, version: number, state: AgendaState): Promise<boolean> {
    const changed = await this.database.run(
      'UPDATE agenda SET state = ?, version = version + 1 WHERE id = ? AND version = ?',
      [state, bin(id), version],
    );
    return changed === 1;
  }

  /** Closes the meeting, if it is not closed yet, and says when its minutes were sent. */
  async setMinutes(id: Id<'agenda'>, version: number, minutesAt: Date): Promise<boolean> {
    const changed = await this.database.run(
      `UPDATE agenda SET state = 'held', minutes_at = ?, version = version + 1 WHERE id = ? AND version = ?`,
      [minutesAt, bin(id), version],
    );
    return changed === 1;
  }

  async setProgress(id: Id<'agenda'>, version: number, progress: Progress): Promise<boolean> {
    const { startedAt, presentItemId, sectionSince } = progress;
    const changed = await this.database.run(
      `UPDATE agenda SET started_at = ?, present_item_id = ?, section_since = ?, version = version + 1
       WHERE id = ? AND version = ?`,
      [startedAt, bin(presentItemId), sectionSince, bin(id), version],
    );
    return changed === 1;
  }

  async lockItem(id: Id<'agenda_item'>): Promise<AgendaItem | null> {
    const [row] = await this.database.query<AgendaItem>(
      `SELECT id, agenda_id AS agendaId, position, section, kind, subject_id AS subjectId, facts, state, decision,
         parked_at AS parkedAt, carried, carried_from_id AS carriedFromId, added_by_id AS addedById, version FROM agenda_item WHERE id = ? FOR UPDATE`,
      [bin(id)],
    );
    return row ? { ...row, facts: fromJson(row.facts) as ItemFacts } : null;
  }

  /** Puts an item at the end of an agenda whose row is locked. */
  async append(agendaId: Id<'agenda'>, item: DraftItem): Promise<Id<'agenda_item'>> {
    const [last] = await this.database.query<{ position: number | null }>(
      'SELECT MAX(position) AS position FROM agenda_item WHERE agenda_id = ?',
      [bin(agendaId)],
    );
    return this.insertItem(agendaId, (last?.position ?? 0) + 1, item);
  }

  async settleItem(
    id: Id<'agenda_item'>,
    version: number,
    { state, decision, parkedAt }: SettledItem,
  ): Promise<boolean> {
    const changed = await this.database.run(
      'UPDATE agenda_item SET state = ?, decision = ?, parked_at = ?, version = version + 1 WHERE id = ? AND version = ?',
      [state, decision, parkedAt, bin(id), version],
    );
    return changed === 1;
  }

  /** An item that an action stands behind is closed by it. */
  async markActioned(id: Id<'agenda_item'>): Promise<void> {
    await this.database.run(
      `UPDATE agenda_item SET state = 'actioned', parked_at = NULL, version = version + 1 WHERE id = ? AND state = 'open'`,
      [bin(id)],
    );
  }

  private async insertItem(agendaId: Id<'agenda'>, position: number, item: DraftItem): Promise<Id<'agenda_item'>> {
    const id = newId<'agenda_item'>();
    await this.database.run(
      `INSERT INTO agenda_item (id, agenda_id, position, section, kind, subject_id, facts, state, carried, carried_from_id,
         added_by_id, version) VALUES (?, ?, ?, ?, ?, ?, ?, 'open', ?, ?, ?, 1)`,
      [
        bin(id),
        bin(agendaId),
        position,
        item.section,
        item.kind,
        bin(item.subjectId),
        JSON.stringify(item.facts),
        Math.min(item.carried, 255),
        bin(item.carriedFromId),
        bin(item.addedById),
      ],
    );
    return id;
  }
}

const figuresJson = (figures: readonly FigureFact[]): string => JSON.stringify(figures);
