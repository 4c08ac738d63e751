import { Injectable } from '@nestjs/common';
import { beginning, bin, containing, Database, type Parameter } from '@tandem/database';
import { Clock, cursorParts, idFrom, missing, paged, type Id, type Role, type Side } from '@tandem/kernel';
import { CalendarReader } from './calendar.reader';
import { workAt, type WorkingCalendar } from './rules/working-time';

interface Place<What extends string> {
  readonly id: Id<What>;
  readonly name: string;
  readonly nameZh: string | null;
}

/** Somebody of the organisation as colleagues look them up. */
export interface DirectoryEntry extends Place<'person'> {
  readonly side: Side;
  readonly role: Role;
  readonly email: string | null;
  readonly phone: string | null;
  readonly askAbout: string | null;
  readonly team: Place<'team'> | null;
  readonly office: Place<'office'> | null;
  /** Where it is the time that the wall shows. */
  readonly zone: string;
  /** By the calendar of the team, or that of the organisation. */
  readonly isAtWork: boolean;
  /** When that changes; null when not within a month. */
  readonly changesAt: Date | null;
  readonly version: number;
}

export interface DirectoryQuery {
  readonly q: string;
  readonly side?: Side | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

interface Row extends Place<'person'> {
  readonly side: Side;
  readonly role: Role;
  readonly email: string | null;
  readonly phone: string | null;
  readonly askAbout: string | null;
  readonly zone: string | null;
  readonly teamId: Id<'team'> | null;
  readonly teamName: string | null;
  readonly teamNameZh: string | null;
  readonly officeId: Id<'office'> | null;
  readonly officeName: string | null;
  readonly officeNameZh: string | null;
  readonly version: number;
  /** 0 when a name begins so, 1 when the names hold every word, 2 when only what stands beside them does. */
  readonly place: number;
}

const columns = `p.id, p.name, p.name_zh AS nameZh, p.side, p.role, p.email, p.phone, p.ask_about AS askAbout, p.zone, p.version,
  t.id AS teamId, t.name AS teamName, t.name_zh AS teamNameZh, f.id AS officeId, f.name AS officeName, f.name_zh AS officeNameZh`;
const names = "CONCAT_WS(' ', p.name, p.name_zh)";
const beside = "CONCAT_WS(' ', p.name, p.name_zh, p.ask_about, t.name, t.name_zh, f.name, f.name_zh)";
const mostWords = 5;

/** Who to ask for what: those who are here, by name, by team and office, or by what they say they can be asked about. */
@Injectable()
export class DirectoryReader {
  constructor(
    private readonly database: Database,
    private readonly calendars: CalendarReader,
    private readonly clock: Clock,
  ) {}

  /** Those whose name begins so come first, then names that hold it, then what else is known of them. */
  async list({ q, side, limit, cursor }: DirectoryQuery) {
    const words = q.split(/\s+/).filter(Boolean).slice(0, mostWords).map(containing);
    const place = words.length === 0 ? { sql: '0', parameters: [] } : placeOf(q, words);
    const [after, behind] = whatFollows(cursor);
    const rows = await this.database.query<Row>(
      `SELECT * FROM (SELECT ${columns}, ${place.sql} AS place
         FROM person p LEFT JOIN team t ON t.id = p.team_id LEFT JOIN office f ON f.id = t.office_id
         WHERE p.active AND ${side ? 'p.side = ?' : 'TRUE'}${words.map(() => ` AND ${beside} LIKE ? ESCAPE '!'`).join('')}) d
       WHERE ${after} ORDER BY place, name, id LIMIT ?`,
      [...place.parameters, ...(side ? [side] : []), ...words, ...behind, limit + 1],
    );
    const { items, page } = paged(rows, limit, (row) => [row.place, row.name, row.id]);
    return { items: await this.entries(items), page };
  }

  /** One person's own entry. */
  async get(id: Id<'person'>): Promise<DirectoryEntry> {
    const rows = await this.database.query<Row>(
      `SELECT ${columns}, 0 AS place FROM person p LEFT JOIN team t ON t.id = p.team_id LEFT JOIN office f ON f.id = t.office_id
       WHERE p.id = ?`,
      [bin(id)],
    );
    const [entry] = await this.entries(rows);
    if (!entry) throw missing('person.missing', 'There is no such person.', { id });
    return entry;
  }

  private async entries(rows: readonly Row[]): Promise<DirectoryEntry[]> {
    const teamIds = [...new Set(rows.flatMap(({ teamId }) => teamId ?? []))];
    const [ofOrganisation, ofTeams] = await Promise.all([
      this.calendars.ofOrganisation(),
      this.calendars.ofTeams(teamIds),
    ]);
    const now = this.clock.now();
    return rows.map((row) => entryOf(row, (row.teamId && ofTeams.get(row.teamId)) ?? ofOrganisation, now));
  }
}

function entryOf(row: Row, calendar: WorkingCalendar, now: Date): DirectoryEntry {
  const { id, name, nameZh, side, role, email, phone, askAbout, version } = row;
  return {
    id,
    name,
    nameZh,
    side,
    role,
    email,
    phone,
    askAbout,
    team: row.teamId && { id: row.teamId, name: row.teamName ?? '', nameZh: row.teamNameZh },
    office: row.officeId && { id: row.officeId, name: row.officeName ?? '', nameZh: row.officeNameZh },
    zone: row.zone ?? calendar.zone,
    ...workAt(calendar, now),
    version,
  };
}

function placeOf(q: string, words: readonly string[]): { readonly sql: string; readonly parameters: Parameter[] } {
  const begins = beginning(q);
  const held = words.map(() => `${names} LIKE ? ESCAPE '!'`).join(' AND ');
  return {
    sql: `CASE WHEN p.name LIKE ? ESCAPE '!' OR p.name_zh LIKE ? ESCAPE '!' THEN 0 WHEN ${held} THEN 1 ELSE 2 END`,
    parameters: [begins, begins, ...words],
  };
}

function whatFollows(cursor: string | undefined): readonly [sql: string, parameters: Parameter[]] {
  const parts = cursorParts(cursor, 3);
  if (!parts) return ['TRUE', []];
  const [place, name, id] = [Number(parts[0]) || 0, String(parts[1]), bin(idFrom(String(parts[2])) ?? nobody)];
  return ['(place > ? OR (place = ? AND (name > ? OR (name = ? AND id > ?))))', [place, place, name, name, id]];
}

const nobody = '00000000-0000-0000-0000-000000000000';
