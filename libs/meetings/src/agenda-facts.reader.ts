import { Injectable } from '@nestjs/common';
import { FeedbackReader } from '@tandem/campaigns';
import { bin, Database, fromJson } from '@tandem/database';
import type { Id, PlainDate } from '@tandem/kernel';
import type { ActionState } from './rules/settle-action';
import type { FeedbackFact, FigureFact, ItemFacts, LeftOpen, Section } from './rules/agenda-facts';

/** The meeting of the series before a given one. */
export interface MeetingBefore {
  readonly id: Id<'agenda'>;
  readonly composedAt: Date;
}

export interface ActionRow {
  readonly id: string;
  readonly title: string;
  readonly ownerId: string;
  readonly owner: string;
  readonly ownerZh: string | null;
  readonly dueDate: PlainDate;
  readonly state: ActionState;
  readonly figureKey: string | null;
  readonly figuresThen: readonly FigureFact[];
}

/** What the meetings of a series themselves leave for the next one, and what the sides said of each other in between. */
@Injectable()
export class AgendaFactsReader {
  constructor(
    private readonly database: Database,
    private readonly said: FeedbackReader,
  ) {}

  /** Of the week before the one a day lies in: nothing is added to it any more. */
  feedback(day: PlainDate): Promise<FeedbackFact | null> {
    return this.said.weekBefore(day);
  }

  async meetingBefore(seriesId: Id<'meeting_series'>, meetingDate: PlainDate): Promise<MeetingBefore | null> {
    const [row] = await this.database.query<MeetingBefore>(
      `SELECT id, composed_at AS composedAt FROM agenda WHERE series_id = ? AND meeting_date < ?
       ORDER BY meeting_date DESC LIMIT 1`,
      [bin(seriesId), meetingDate],
    );
    return row ?? null;
  }

  async leftOpen(agendaId: Id<'agenda'>): Promise<LeftOpen[]> {
    const rows = await this.database.query<Omit<LeftOpen, 'facts'> & { section: Section; facts: unknown }>(
      `SELECT id, section, kind, subject_id AS subjectId, facts, parked_at AS parkedAt, carried, added_by_id AS addedById
       FROM agenda_item WHERE agenda_id = ? AND state = 'open' ORDER BY position`,
      [bin(agendaId)],
    );
    return rows.map((row) => ({ ...row, facts: fromJson(row.facts) as ItemFacts }));
  }

  /** Actions of the series that are due by a meeting, and those settled since the meeting before, as known at a moment. */
  async actions(
    seriesId: Id<'meeting_series'>,
    { asOf, meetingDate, since }: { readonly asOf: Date; readonly meetingDate: PlainDate; readonly since: Date | null },
  ): Promise<ActionRow[]> {
    const rows = await this.database.query<ActionRow & { settledAt: Date | null; figures: unknown }>(
      `SELECT a.id, a.title, a.owner_id AS ownerId, p.name AS owner, p.name_zh AS ownerZh, a.due_date AS dueDate, a.state,
         a.settled_at AS settledAt, a.figure_key AS figureKey, g.figures
       FROM meeting_action a JOIN person p ON p.id = a.owner_id JOIN agenda g ON g.id = a.agenda_id
       WHERE a.series_id = ? AND a.created_at <= ?
         AND (((a.settled_at IS NULL OR a.settled_at > ?) AND a.due_date <= ?) OR (a.settled_at > ? AND a.settled_at <= ?))
       ORDER BY a.due_date, a.id`,
      [bin(seriesId), asOf, asOf, meetingDate, since ?? asOf, asOf],
    );
    return rows.map(({ settledAt, figures, ...row }) => ({
      ...row,
      state: settledAt && settledAt <= asOf ? row.state : 'open',
      figuresThen: fromJson(figures) as readonly FigureFact[],
    }));
  }
}
