import { Injectable } from '@nestjs/common';
import { bin, Database } from '@tandem/database';
import { newId, type Id, type PlainDate } from '@tandem/kernel';
import { hashPassword, normalEmail, type WorkingCalendar } from '@tandem/people';
import { askedAbout, phoneOf } from './outline/cards';
import {
  colleagues,
  company,
  demoPassword,
  emailOf,
  fixedHolidays,
  movingHolidays,
  offices,
  signInKeys,
  teams,
  type Colleague,
  type TeamKey,
} from './outline/company';
import { TableWriter } from './table-writer.repository';

/** Who plays in the demo. */
export interface Cast {
  readonly people: ReadonlyMap<string, Colleague & { readonly id: Id<'person'> }>;
  readonly teams: ReadonlyMap<TeamKey, Id<'team'>>;
  readonly calendar: WorkingCalendar;
}

/** Writes offices, teams and people of the demo, and the hours they work. */
@Injectable()
export class CastRepository {
  constructor(
    private readonly writer: TableWriter,
    private readonly database: Database,
  ) {}

  async add(joinedOn: PlainDate, now: Date): Promise<Cast> {
    const calendar = calendarAround(joinedOn);
    const calendarId = await this.addCalendar(calendar);
    const officeIds = new Map(Object.keys(offices).map((key) => [key, newId<'office'>()]));
    await this.writer.add(
      'office',
      'id name name_zh',
      Object.entries(offices).map(([key, { name, nameZh }]) => [idOf(officeIds, key), name, nameZh]),
    );
    const teamIds = new Map((Object.keys(teams) as TeamKey[]).map((key) => [key, newId<'team'>()]));
    await this.writer.add(
      'team',
      'id name name_zh side office_id calendar_id',
      Object.entries(teams).map(([key, { name, nameZh, side, office }]) => [
        idOf(teamIds, key),
        name,
        nameZh,
        side,
        idOf(officeIds, office),
        bin(calendarId),
      ]),
    );
    const passwordHash = await hashPassword(demoPassword);
    const people = new Map(colleagues.map((one) => [one.key, { ...one, id: newId<'person'>() }]));
    await this.writer.add(
      'person',
      'id name name_zh email email_norm side role team_id locale zone phone ask_about password_hash active joined_on created_at version',
      [...people.values()].map(({ id, key, name, nameZh, role, team, locale }, place) => [
        bin(id),
        name,
        nameZh,
        emailOf(key),
        normalOf(key),
        team ? teams[team].side : 'other',
        role,
        team ? idOf(teamIds, team) : null,
        locale,
        company.zone,
        phoneOf(place),
        askedAbout[key] ?? null,
        signInKeys.some((known) => known === key) ? passwordHash : null,
        true,
        joinedOn,
        now,
        1,
      ]),
    );
    return { people, teams: teamIds, calendar };
  }

  /** Both heads have signed the contract they hand over by. */
  async signContract(sales: Id<'person'>, marketing: Id<'person'>): Promise<void> {
    await this.database.run('UPDATE hand_off_contract SET signed_by_sales_id = ?, signed_by_marketing_id = ?', [
      bin(sales),
      bin(marketing),
    ]);
  }

  /** Nobody signs in as them. */
  async lockOut(keys: readonly string[]): Promise<void> {
    await this.database.run('UPDATE person SET password_hash = NULL WHERE email_norm IN (?)', [keys.map(normalOf)]);
  }

  /** Which of them have a password. */
  async unlocked(keys: readonly string[]): Promise<string[]> {
    const rows = await this.database.query<{ email: string }>(
      'SELECT email FROM person WHERE email_norm IN (?) AND password_hash IS NOT NULL',
      [keys.map(normalOf)],
    );
    return keys.filter((key) => rows.some(({ email }) => email === emailOf(key)));
  }

  private async addCalendar({ zone, opens, closes, holidays }: WorkingCalendar): Promise<Id<'working_calendar'>> {
    const id = newId<'working_calendar'>();
    const mondayToFriday = 0b0011111;
    await this.writer.add('working_calendar', 'id name zone opens closes weekdays', [
      [bin(id), 'Taiwan office hours', zone, opens, closes, mondayToFriday],
    ]);
    await this.writer.add(
      'working_holiday',
      'calendar_id holiday',
      holidays.map((holiday) => [bin(id), holiday]),
    );
    return id;
  }
}

const normalOf = (key: string): Buffer => Buffer.from(normalEmail(emailOf(key)));

function calendarAround(from: PlainDate): WorkingCalendar {
  const first = Number(from.slice(0, 4));
  const years = [first, first + 1, first + 2, first + 3];
  const fixed = years.flatMap((year) => fixedHolidays.map((day) => `${year}-${day}` as PlainDate));
  const moving = movingHolidays.map((day) => day as string as PlainDate);
  return {
    zone: company.zone,
    opens: '09:00',
    closes: '18:00',
    weekdays: [1, 2, 3, 4, 5],
    holidays: [...new Set([...fixed, ...moving])].sort(),
  };
}

function idOf(ids: ReadonlyMap<string, Id>, key: string): Buffer {
  const id = ids.get(key);
  if (!id) throw new Error(`the outline knows no ${key}`);
  return bin(id);
}
