import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import { CalendarReader, workingMinutes, type WorkingCalendar } from '@tandem/people';
import type { Id } from '@tandem/kernel';
import { knownSql, type Selected } from '../knowledge';
import { FlowBelongingsReader } from './flow-belongings.reader';
import { creditTo, type FlowSetting } from './flow-setting.reader';
import { judgeHandOff, type HandOffFate, type TimedHandOff } from './rules/judge-hand-off';
import type { FlowCredit } from './rules/slice-flow';

/** An offer due in the period, and what became of it. */
export interface OfferCase extends FlowCredit {
  readonly id: string;
  readonly opportunityId: string;
  readonly accountId: string | null;
  /** When it was due. */
  readonly at: number;
  readonly fate: HandOffFate;
  /** Working minutes of the receiver from the offer until the clock stopped; null while it has not. */
  readonly minutes: number | null;
}

interface Row extends Pick<TimedHandOff, 'state' | 'reasonKey'> {
  readonly id: string;
  readonly opportunityId: string;
  readonly toTeamId: Id<'team'>;
  readonly toPersonId: string | null;
  readonly answeredById: string | null;
  readonly offeredAt: Date;
  readonly dueAt: Date;
  readonly answeredAt: Date | null;
}

const states = ['offered', 'accepted', 'rejected', 'returned', 'expired'];

/** Offers by when they were due, with what became of each by the moment asked for. Credit is the receiver's. */
@Injectable()
export class OffersReader {
  constructor(
    private readonly database: Database,
    private readonly calendars: CalendarReader,
    private readonly belongings: FlowBelongingsReader,
  ) {}

  async due(setting: FlowSetting): Promise<OfferCase[]> {
    const { asked, span, knowledge } = setting;
    const now = asked.now.getTime();
    const known = knownSql('b', knowledge.by);
    const due: Selected = {
      sql: `SELECT h.id, h.opportunity_id FROM hand_off h
        JOIN opportunity_move b ON b.opportunity_id = h.opportunity_id AND b.seq = 1
        WHERE h.state IN (?) AND h.due_at >= ? AND h.due_at < ? AND h.offered_at <= ? ${known.and}`,
      parameters: [states, new Date(span.from), new Date(span.until), asked.now, ...known.parameters],
    };
    const rows = await this.database.query<Row>(
      `SELECT h.id, h.opportunity_id AS opportunityId, h.state, h.to_team_id AS toTeamId, h.to_person_id AS toPersonId,
         h.offered_at AS offeredAt, h.due_at AS dueAt, h.answered_by_id AS answeredById, h.answered_at AS answeredAt,
         h.reason_key AS reasonKey
       FROM (${due.sql}) c JOIN hand_off h ON h.id = c.id`,
      due.parameters,
    );
    const touches = await this.touches(due, asked.now);
    const belongings = await this.belongings.of(distinct(due), setting);
    const calendars = await this.calendarsOf(rows);
    return rows.map((row) => {
      const { id, opportunityId, toTeamId, offeredAt, answeredAt, dueAt, state, reasonKey } = row;
      const { fate, stoppedAt } = judgeHandOff(
        {
          state,
          reasonKey,
          dueAt: dueAt.getTime(),
          answeredAt: answeredAt?.getTime() ?? null,
          touchedAt: touches.get(id)?.getTime() ?? null,
        },
        now,
      );
      const answerer = answeredAt && answeredAt <= asked.now ? row.answeredById : null;
      const calendar = calendars.get(toTeamId);
      return {
        ...creditTo({ ownerId: answerer ?? row.toPersonId, teamId: toTeamId }, belongings.get(opportunityId), setting),
        id,
        opportunityId,
        accountId: belongings.get(opportunityId)?.accountId ?? null,
        at: dueAt.getTime(),
        fate,
        minutes: stoppedAt === null || !calendar ? null : workingMinutes(calendar, offeredAt, new Date(stoppedAt)),
      };
    });
  }

  /** When somebody of the receiving team first recorded a change of the opportunity after it was offered. */
  private async touches({ sql, parameters }: Selected, now: Date): Promise<ReadonlyMap<string, Date>> {
    const rows = await this.database.query<{ readonly id: string; readonly at: Date }>(
      `SELECT h.id, MIN(m.recorded_at) AS at
       FROM (${sql}) c JOIN hand_off h ON h.id = c.id
       JOIN opportunity_move m ON m.opportunity_id = h.opportunity_id AND m.recorded_at >= h.offered_at AND m.recorded_at <= ?
         AND m.seq > 1 AND m.origin = 'native'
       JOIN person p ON p.id = m.actor_id AND p.team_id = h.to_team_id
       GROUP BY h.id`,
      [...parameters, now],
    );
    return new Map(rows.map(({ id, at }) => [id, at]));
  }

  private async calendarsOf(rows: readonly Row[]): Promise<ReadonlyMap<string, WorkingCalendar>> {
    const calendars = new Map<string, WorkingCalendar>();
    for (const { toTeamId } of rows) {
      if (!calendars.has(toTeamId)) calendars.set(toTeamId, await this.calendars.forTeam(toTeamId));
    }
    return calendars;
  }
}

const distinct = ({ sql, parameters }: Selected): Selected => ({
  sql: `SELECT DISTINCT opportunity_id FROM (${sql}) d`,
  parameters,
});
