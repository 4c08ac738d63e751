import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import { addDays, localDate, weekdayOf, type Id, type PlainDate } from '@tandem/kernel';
import { SeriesReader, SeriesService } from '@tandem/meetings';
import { OrganisationReader } from '@tandem/people';

const dayMinutes = 24 * 60;

/** The weekly joint meeting of an organisation that has none yet, from the first week its records speak of. */
@Injectable()
export class FirstMeeting {
  constructor(
    private readonly database: Database,
    private readonly organisation: OrganisationReader,
    private readonly reader: SeriesReader,
    private readonly series: SeriesService,
  ) {}

  /** Managers, liaisons and officers meet, one of them chairs. Nothing happens while there is nobody to meet, or a series already. */
  async call(): Promise<void> {
    if ((await this.reader.all()).length > 0) return;
    const [people, first] = await Promise.all([this.heads(), this.firstMoment()]);
    const chair = people[0];
    if (!chair || !first) return;
    const { zone } = await this.organisation.get();
    await this.series.ensureSeries({
      key: 'weekly-joint',
      name: 'Weekly joint meeting',
      nameZh: '每週業務行銷聯席會議',
      zone,
      weekday: 1,
      startsAt: '10:00',
      minutes: 30,
      firstDate: mondayOn(localDate(first, zone)),
      agendaLeadMinutes: dayMinutes,
      chairId: chair.id,
      memberIds: people.map(({ id }) => id),
    });
  }

  private heads(): Promise<{ id: Id<'person'> }[]> {
    return this.database.query(
      `SELECT id FROM person WHERE active AND role IN ('revenue_officer','liaison','manager')
       ORDER BY FIELD(role, 'revenue_officer', 'liaison', 'manager'), name, id`,
    );
  }

  private async firstMoment(): Promise<Date | null> {
    const [row] = await this.database.query<{ first: Date | null }>('SELECT MIN(created_at) AS first FROM opportunity');
    return row?.first ?? null;
  }
}

const mondayOn = (day: PlainDate): PlainDate => addDays(day, 1 - weekdayOf(day));
