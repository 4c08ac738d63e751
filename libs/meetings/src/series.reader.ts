import { Injectable } from '@nestjs/common';
import { bin, Database, type Parameter } from '@tandem/database';
import type { Id, Locale } from '@tandem/kernel';
import { noSeries } from './meetings.errors';
import type { MeetingSeries } from './meeting-series.entity';

/** Somebody by name. */
export interface PersonName {
  readonly id: Id<'person'>;
  readonly name: string;
  readonly nameZh: string | null;
}
export interface Member extends PersonName {
  readonly email: string | null;
  readonly locale: Locale;
  readonly active: boolean;
}
export type SeriesView = Omit<MeetingSeries, 'chairId' | 'name' | 'nameZh'> & {
  readonly name: string;
  readonly nameZh: string | null;
  readonly chair: PersonName;
  readonly members: readonly Member[];
};

type SeriesRow = Omit<MeetingSeries, 'active' | 'resendUncertain'> & {
  readonly active: number;
  readonly resendUncertain: number;
  readonly chairName: string;
  readonly chairNameZh: string | null;
};

const columns = `s.id, s.series_key AS seriesKey, s.name, s.name_zh AS nameZh, s.zone, s.weekday, s.starts_at AS startsAt,
  s.minutes, s.every_weeks AS everyWeeks, s.first_date AS firstDate, s.agenda_lead_minutes AS agendaLeadMinutes,
  s.chair_id AS chairId, s.active, s.resend_uncertain AS resendUncertain, s.version,
  c.name AS chairName, c.name_zh AS chairNameZh`;

/** The meetings that return, with who comes. */
@Injectable()
export class SeriesReader {
  constructor(private readonly database: Database) {}

  all(): Promise<SeriesView[]> {
    return this.where('TRUE', []);
  }

  active(): Promise<SeriesView[]> {
    return this.where('s.active = TRUE', []);
  }

  async byKey(key: string): Promise<SeriesView> {
    const [found] = await this.where('s.series_key = ?', [key]);
    if (!found) throw noSeries(key);
    return found;
  }

  async get(id: Id<'meeting_series'>): Promise<SeriesView> {
    const [found] = await this.where('s.id = ?', [bin(id)]);
    if (!found) throw noSeries(id);
    return found;
  }

  private async where(condition: string, parameters: readonly Parameter[]): Promise<SeriesView[]> {
    const rows = await this.database.query<SeriesRow>(
      `SELECT ${columns} FROM meeting_series s JOIN person c ON c.id = s.chair_id WHERE ${condition} ORDER BY s.name, s.id`,
      parameters,
    );
    if (rows.length === 0) return [];
    const members = await this.membersOf(rows.map(({ id }) => id));
    return rows.map(({ chairId, chairName, chairNameZh, active, resendUncertain, ...row }) => ({
      ...row,
      active: active === 1,
      resendUncertain: resendUncertain === 1,
      chair: { id: chairId, name: chairName, nameZh: chairNameZh },
      members: members.filter(({ seriesId }) => seriesId === row.id),
    }));
  }

  private async membersOf(ids: readonly Id<'meeting_series'>[]) {
    const rows = await this.database.query<Omit<Member, 'active'> & { seriesId: string; active: number }>(
      `SELECT m.series_id AS seriesId, p.id, p.name, p.name_zh AS nameZh, p.email, p.locale, p.active
       FROM meeting_member m JOIN person p ON p.id = m.person_id WHERE m.series_id IN (?) ORDER BY p.name, p.id`,
      [ids.map((id) => bin(id))],
    );
    return rows.map((row) => ({ ...row, active: row.active === 1 }));
  }
}
