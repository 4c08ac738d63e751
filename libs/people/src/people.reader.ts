import { Injectable } from '@nestjs/common';
import { bin, containing, Database } from '@tandem/database';
import {
  bestRank,
  missing,
  nameRanks,
  rankName,
  type Id,
  type Locale,
  type PlainDate,
  type Role,
  type Side,
} from '@tandem/kernel';
import { normalEmail } from './rules/normal-email';

/** A person as every lib may see one. */
export interface PersonView {
  readonly id: Id<'person'>;
  readonly name: string;
  readonly nameZh: string | null;
  readonly email: string | null;
  readonly side: Side;
  readonly role: Role;
  readonly teamId: Id<'team'> | null;
  readonly locale: Locale;
  readonly zone: string | null;
  readonly active: boolean;
  readonly joinedOn: PlainDate | null;
  readonly leftOn: PlainDate | null;
  readonly touredAt: Date | null;
  readonly version: number;
}
export interface TeamView {
  readonly id: Id<'team'>;
  readonly name: string;
  readonly nameZh: string | null;
  readonly side: Side;
  readonly officeId: Id<'office'> | null;
}
export interface OfficeView {
  readonly id: Id<'office'>;
  readonly name: string;
  readonly nameZh: string | null;
}

const columns = `id, name, name_zh AS nameZh, email, side, role, team_id AS teamId, locale, zone, active,
  joined_on AS joinedOn, left_on AS leftOn, toured_at AS touredAt, version`;

/** Who is there. */
@Injectable()
export class PeopleReader {
  constructor(private readonly database: Database) {}

  async people(): Promise<PersonView[]> {
    return (await this.database.query<Row>(`SELECT ${columns} FROM person ORDER BY name, id`)).map(view);
  }

  /**
   * The best few whose name holds every word that was typed, those who are still here first. An organisation has few people: all of
   * their names are read.
   */
  async find(q: string, limit: number): Promise<PersonView[]> {
    const words = q.split(/\s+/).filter(Boolean).slice(0, mostWords).map(containing);
    const each = (column: string) => words.map(() => `${column} LIKE ? ESCAPE '!'`).join(' AND ');
    const rows = await this.database.query<Row>(
      `SELECT ${columns} FROM person WHERE (${each('name')}) OR (${each('name_zh')}) ORDER BY active DESC, name, id LIMIT ${mostFound}`,
      [...words, ...words],
    );
    const placed = rows.map(view).map((person) => ({ person, place: placeOf(q, person) }));
    placed.sort((one, other) => Number(other.person.active) - Number(one.person.active) || one.place - other.place);
    return placed.slice(0, limit).map(({ person }) => person);
  }

  teams(): Promise<TeamView[]> {
    return this.database.query(
      'SELECT id, name, name_zh AS nameZh, side, office_id AS officeId FROM team ORDER BY side, name',
    );
  }

  offices(): Promise<OfficeView[]> {
    return this.database.query('SELECT id, name, name_zh AS nameZh FROM office ORDER BY name');
  }

  async findPerson(id: Id<'person'>): Promise<PersonView | null> {
    const [row] = await this.database.query<Row>(`SELECT ${columns} FROM person WHERE id = ?`, [bin(id)]);
    return row ? view(row) : null;
  }

  async getPerson(id: Id<'person'>): Promise<PersonView> {
    const person = await this.findPerson(id);
    if (!person) throw missing('person.missing', 'There is no such person.', { id });
    return person;
  }

  async findByEmail(email: string): Promise<PersonView | null> {
    const [row] = await this.database.query<Row>(`SELECT ${columns} FROM person WHERE email_norm = ?`, [
      Buffer.from(normalEmail(email)),
    ]);
    return row ? view(row) : null;
  }
}

const mostWords = 5;
/** Of more who are found by a letter or two, nobody looks for the last. */
const mostFound = 200;

/** What our own reading of a name does not explain comes last. */
function placeOf(q: string, { name, nameZh }: PersonView): number {
  const rank = bestRank([rankName(q, name), rankName(q, nameZh ?? '')]);
  return rank === null ? nameRanks.length : nameRanks.indexOf(rank);
}

type Row = Omit<PersonView, 'active'> & { readonly active: number };
const view = (row: Row): PersonView => ({ ...row, active: row.active === 1 });
