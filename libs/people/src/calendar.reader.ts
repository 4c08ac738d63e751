import { Injectable } from '@nestjs/common';
import { bin, Database } from '@tandem/database';
import type { Id, PlainDate } from '@tandem/kernel';
import { OrganisationReader } from './organisation.reader';
import type { WorkingCalendar } from './rules/working-time';

interface Row {
  readonly id: Id<'working_calendar'>;
  readonly zone: string;
  readonly opens: string;
  readonly closes: string;
  readonly weekdays: number;
}

/** Monday to Friday, nine to six, in the reporting zone. */
export const standardCalendar = (zone: string): WorkingCalendar => ({
  zone,
  opens: '09:00',
  closes: '18:00',
  weekdays: [1, 2, 3, 4, 5],
  holidays: [],
});

/** The working calendars of teams and of the organisation. */
@Injectable()
export class CalendarReader {
  constructor(
    private readonly database: Database,
    private readonly organisation: OrganisationReader,
  ) {}

  /** The calendar a team works by; that of the organisation when it has none of its own. */
  async forTeam(teamId: Id<'team'>): Promise<WorkingCalendar> {
    const [row] = await this.database.query<Row>(
      `SELECT c.id, c.zone, c.opens, c.closes, c.weekdays FROM team t JOIN working_calendar c ON c.id = t.calendar_id WHERE t.id = ?`,
      [bin(teamId)],
    );
    return row ? this.complete(row) : this.ofOrganisation();
  }

  /** The hours the organisation has set for itself; the standard ones when it has not. */
  async ofOrganisation(): Promise<WorkingCalendar> {
    const { calendarId, zone } = await this.organisation.get();
    if (calendarId === null) return standardCalendar(zone);
    const [row] = await this.database.query<Row>(
      'SELECT id, zone, opens, closes, weekdays FROM working_calendar WHERE id = ?',
      [bin(calendarId)],
    );
    return row ? this.complete(row) : standardCalendar(zone);
  }

  /** The calendars of those of these teams that have one of their own. */
  async ofTeams(teamIds: readonly Id<'team'>[]): Promise<ReadonlyMap<Id<'team'>, WorkingCalendar>> {
    if (teamIds.length === 0) return new Map();
    const rows = await this.database.query<Row & { readonly teamId: Id<'team'> }>(
      `SELECT t.id AS teamId, c.id, c.zone, c.opens, c.closes, c.weekdays FROM team t JOIN working_calendar c ON c.id = t.calendar_id
       WHERE t.id IN (?)`,
      [teamIds.map((id) => bin(id))],
    );
    const once = new Map<Row['id'], Promise<WorkingCalendar>>();
    const completed = (row: Row) => {
      const known = once.get(row.id) ?? this.complete(row);
      once.set(row.id, known);
      return known;
    };
    return new Map(await Promise.all(rows.map(async (row) => [row.teamId, await completed(row)] as const)));
  }

  private async complete(row: Row): Promise<WorkingCalendar> {
    const holidays = await this.database.query<{ holiday: PlainDate }>(
      'SELECT holiday FROM working_holiday WHERE calendar_id = ? ORDER BY holiday',
      [bin(row.id)],
    );
    return {
      zone: row.zone,
      opens: row.opens,
      closes: row.closes,
      weekdays: [1, 2, 3, 4, 5, 6, 7].filter((day) => row.weekdays & (1 << (day - 1))),
      holidays: holidays.map(({ holiday }) => holiday),
    };
  }
}
