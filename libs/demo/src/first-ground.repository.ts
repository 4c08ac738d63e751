import { Injectable } from '@nestjs/common';
import { bin, Database } from '@tandem/database';
import { newId, type Id } from '@tandem/kernel';
import type { WorkingCalendar } from '@tandem/people';
import { TableWriter } from './table-writer.repository';

/** When an organisation works. */
export type WorkingHours = Pick<WorkingCalendar, 'opens' | 'closes' | 'weekdays'>;

/** One of each side. */
export type FirstTeams = Readonly<Record<'sales' | 'marketing', Id<'team'>>>;

/** What the first people of an organisation stand on: its hours, and one team a side. */
@Injectable()
export class FirstGround {
  constructor(
    private readonly writer: TableWriter,
    private readonly database: Database,
  ) {}

  async setHours(zone: string, { opens, closes, weekdays }: WorkingHours): Promise<void> {
    const id = newId<'working_calendar'>();
    const bits = weekdays.reduce((all, day) => all | (1 << (day - 1)), 0);
    await this.writer.add('working_calendar', 'id name zone opens closes weekdays', [
      [bin(id), 'Working hours', zone, opens, closes, bits],
    ]);
    await this.database.run('UPDATE organisation SET calendar_id = ? WHERE id = 1', [bin(id)]);
  }

  async addTeams(): Promise<FirstTeams> {
    const ids = { sales: newId<'team'>(), marketing: newId<'team'>() };
    await this.writer.add('team', 'id name name_zh side', [
      [bin(ids.sales), 'Sales', '業務部', 'sales'],
      [bin(ids.marketing), 'Marketing', '行銷部', 'marketing'],
    ]);
    return ids;
  }
}
