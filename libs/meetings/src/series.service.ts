import { Injectable } from '@nestjs/common';
import { bin, Database, isDuplicate } from '@tandem/database';
import { actor, invalid, isZone, newId, type Id, type PlainDate, type Zone } from '@tandem/kernel';
import { Outbox } from '@tandem/outbox';
import { noSeries, notChair, seriesChanged } from './meetings.errors';
import type { MeetingSeries } from './meeting-series.entity';
import { mayRun } from './rules/may-run';

export interface NewSeries {
  /** Stable name, such as `weekly`. */
  readonly key: string;
  readonly name: string;
  readonly nameZh?: string | null;
  readonly zone: Zone;
  /** 1 = Monday … 7 = Sunday. */
  readonly weekday: number;
  /** `HH:MM` on the wall in the zone. */
  readonly startsAt: string;
  readonly minutes: number;
  readonly everyWeeks?: number;
  readonly firstDate: PlainDate;
  readonly agendaLeadMinutes: number;
  readonly chairId: Id<'person'>;
  /** The chair is a member anyway. */
  readonly memberIds: readonly Id<'person'>[];
  /** Default true. */
  readonly resendUncertain?: boolean;
}

/** Meetings that return. */
@Injectable()
export class SeriesService {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
  ) {}

  /** Makes a series when there is none with this key yet; an existing one keeps its settings and gains members it lacks. */
  async ensureSeries(series: NewSeries): Promise<Id<'meeting_series'>> {
    if (!isZone(series.zone)) throw invalid('series.zone', `${series.zone} is not a time zone.`, { zone: series.zone });
    if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(series.startsAt))
      throw invalid('series.time', `${series.startsAt} is not a time of day: write it as 09:30.`);
    return this.database.write(async () => {
      const id = (await this.find(series.key)) ?? (await this.create(series));
      const members = [...new Set([series.chairId, ...series.memberIds])];
      const rows = members.map((member) => [bin(id), bin(member)]);
      await this.database.run('INSERT IGNORE INTO meeting_member (series_id, person_id) VALUES ?', [rows]);
      return id;
    });
  }

  /** The chair decides whether letters of this series that may have arrived are sent once more. */
  async change(
    id: Id<'meeting_series'>,
    seen: number,
    { resendUncertain }: Pick<MeetingSeries, 'resendUncertain'>,
  ): Promise<void> {
    await this.database.write(async () => {
      const before = await this.hold(id);
      if (!mayRun(actor(), before.chairId)) throw notChair();
      if (before.version !== seen) throw seriesChanged(before, seen);
      if (before.resendUncertain === resendUncertain) return;
      await this.database.run('UPDATE meeting_series SET resend_uncertain = ?, version = version + 1 WHERE id = ?', [
        resendUncertain,
        bin(id),
      ]);
      await this.outbox.record({
        topic: 'series.changed',
        subjectKind: 'meeting_series',
        subjectId: id,
        before: { resendUncertain: before.resendUncertain },
        after: { resendUncertain },
      });
    });
  }

  private async hold(id: Id<'meeting_series'>) {
    const [row] = await this.database.query<
      Pick<MeetingSeries, 'id' | 'chairId' | 'version'> & { readonly resendUncertain: number }
    >(
      `SELECT id, chair_id AS chairId, version, resend_uncertain AS resendUncertain FROM meeting_series WHERE id = ? FOR UPDATE`,
      [bin(id)],
    );
    if (!row) throw noSeries(id);
    return { ...row, resendUncertain: row.resendUncertain === 1 };
  }

  private async find(key: string): Promise<Id<'meeting_series'> | null> {
    const [row] = await this.database.query<{ id: Id<'meeting_series'> }>(
      'SELECT id FROM meeting_series WHERE series_key = ?',
      [key],
    );
    return row?.id ?? null;
  }

  private async create(series: NewSeries): Promise<Id<'meeting_series'>> {
    const id = newId<'meeting_series'>();
    try {
      await this.database.run(
        `INSERT INTO meeting_series (id, series_key, name, name_zh, zone, weekday, starts_at, minutes, every_weeks, first_date,
           agenda_lead_minutes, chair_id, active, resend_uncertain, version)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, TRUE, ?, 1)`,
        [
          bin(id),
          series.key,
          series.name,
          series.nameZh ?? null,
          series.zone,
          series.weekday,
          series.startsAt,
          series.minutes,
          series.everyWeeks ?? 1,
          series.firstDate,
          series.agendaLeadMinutes,
          bin(series.chairId),
          series.resendUncertain ?? true,
        ],
      );
    } catch (error) {
      const twin = isDuplicate(error) ? await this.find(series.key) : null;
      if (twin) return twin;
      throw error;
    }
    await this.outbox.record({ topic: 'series.created', subjectKind: 'meeting_series', subjectId: id, after: series });
    return id;
  }
}
