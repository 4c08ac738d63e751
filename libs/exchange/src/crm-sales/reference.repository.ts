import { Injectable } from '@nestjs/common';
import { bin, Database, type Parameter } from '@tandem/database';
import type { Currency, Id, Role } from '@tandem/kernel';
import { appendAccountsToTail, appendFamiliesToTail } from '@tandem/opportunities';
import type { AccountRow, ProductRow } from '../rules/map-lists';

/** A row of a list with the id it has or gets here. */
export type Identified<Row, Kind extends string> = Row & { readonly id: Id<Kind>; readonly isNew: boolean };

export interface ImportedPerson {
  readonly name: string;
  readonly role: Role;
  readonly teamId: Id<'team'>;
}

export interface StandingPerson {
  readonly id: Id<'person'>;
  readonly role: Role;
  readonly teamId: Id<'team'> | null;
}

/** Writes offices, teams, people, products and accounts of an import, some hundred rows a statement. */
@Injectable()
export class ReferenceRepository {
  constructor(private readonly database: Database) {}

  /** Rows of a table whose names are unique, by name, whoever made them. */
  async named(table: 'office' | 'team' | 'product', names: readonly string[]): Promise<{ id: Id; name: string }[]> {
    return this.inParts(names, (some) =>
      this.database.query(`SELECT id, name FROM ${table} WHERE name IN (?)`, [some]),
    );
  }

  /** Accounts or active people that are the only one of their name, whoever made them. */
  async namesakes(table: 'account' | 'person', names: readonly string[]): Promise<{ id: Id; name: string }[]> {
    const counts = table === 'account' ? 'merged_into_id IS NULL' : 'active';
    return this.inParts(names, (some) =>
      this.database.query(
        `SELECT MIN(id) AS id, MIN(name) AS name FROM ${table} WHERE name IN (?) AND ${counts} GROUP BY name HAVING COUNT(*) = 1`,
        [some],
      ),
    );
  }

  async teamsOf(people: readonly Id<'person'>[]): Promise<Map<Id<'person'>, Id<'team'>>> {
    const rows = await this.inParts(people, (some) =>
      this.database.query<{ id: Id<'person'>; teamId: Id<'team'> }>(
        'SELECT id, team_id AS teamId FROM person WHERE id IN (?) AND team_id IS NOT NULL',
        [some.map((id) => bin(id))],
      ),
    );
    return new Map(rows.map(({ id, teamId }) => [id, teamId]));
  }

  async saveOffices(offices: readonly Identified<{ readonly name: string }, 'office'>[]): Promise<void> {
    await this.insert(
      'office (id, name)',
      added(offices).map(({ id, name }) => [bin(id), name]),
    );
  }

  async saveTeams(
    teams: readonly Identified<{ readonly name: string; readonly officeId: Id<'office'> | null }, 'team'>[],
  ): Promise<void> {
    await this.insert(
      'team (id, name, side, office_id)',
      added(teams).map(({ id, name, officeId }) => [bin(id), name, 'sales', bin(officeId)]),
    );
  }

  /** What people of an earlier import are by now, held until the end of the transaction. */
  async holdPeople(people: readonly Identified<ImportedPerson, 'person'>[]): Promise<StandingPerson[]> {
    const ids = changed(people).map(({ id }) => bin(id));
    if (ids.length === 0) return [];
    return this.database.query(
      'SELECT id, role, team_id AS teamId FROM person WHERE id IN (?) ORDER BY id FOR UPDATE',
      [ids],
    );
  }

  /** They have no e-mail address, so they are known and own what is theirs, but cannot sign in. */
  async savePeople(people: readonly Identified<ImportedPerson, 'person'>[], now: Date): Promise<void> {
    await this.insert(
      'person (id, name, side, role, team_id, locale, active, created_at, version)',
      added(people).map(({ id, name, role, teamId }) => [
        bin(id),
        name,
        'sales',
        role,
        bin(teamId),
        'en',
        true,
        now,
        1,
      ]),
    );
    for (const { id, role, teamId } of changed(people)) {
      await this.database.run('UPDATE person SET role = ?, team_id = ?, version = version + 1 WHERE id = ?', [
        role,
        bin(teamId),
        bin(id),
      ]);
    }
  }

  async saveProducts(products: readonly Identified<ProductRow, 'product'>[], currency: Currency): Promise<void> {
    await this.insert(
      'product (id, name, family, list_price_minor, currency, future)',
      added(products).map(({ id, name, family, listPriceMinor }) => [
        bin(id),
        name,
        family,
        listPriceMinor,
        currency,
        false,
      ]),
    );
    for (const { id, family, listPriceMinor } of changed(products)) {
      await this.database.run('UPDATE product SET family = ?, list_price_minor = ?, currency = ? WHERE id = ?', [
        family,
        listPriceMinor,
        currency,
        bin(id),
      ]);
    }
  }

  async saveAccounts(accounts: readonly Identified<AccountRow, 'account'>[], now: Date): Promise<void> {
    await this.insert(
      'account (id, name, segment, country, employees, created_at, version)',
      added(accounts).map(({ id, name, segment, country, employees }) => [
        bin(id),
        name,
        segment,
        country,
        employees,
        now,
        1,
      ]),
    );
    await this.update(
      `said STRAIGHT_JOIN account a ON a.id = said.id
       SET a.segment = said.segment, a.country = said.country, a.employees = said.employees, a.version = a.version + 1`,
      ['id', 'segment', 'country', 'employees'],
      changed(accounts).map(({ id, segment, country, employees }) => [bin(id), segment, country, employees]),
    );
    appendAccountsToTail(
      this.database,
      changed(accounts).map(({ id }) => id),
    );
  }

  /**
   * Which of these accounts were merged here, and into which. Until the transaction ends nobody merges them, or what they
   * became: that would have to lead them on.
   */
  async holdSurvivors(accounts: readonly Id<'account'>[]): Promise<Map<Id<'account'>, Id<'account'>>> {
    if (accounts.length === 0) return new Map();
    const held = await this.database.query<{ id: Id<'account'>; survivorId: Id<'account'> | null }>(
      'SELECT id, merged_into_id AS survivorId FROM account WHERE id IN (?) ORDER BY id LOCK IN SHARE MODE',
      [[...new Set(accounts)].map((id) => bin(id))],
    );
    return new Map(held.flatMap(({ id, survivorId }) => (survivorId ? [[id, survivorId]] : [])));
  }

  /** Says to whom accounts belong; after all of them are there. What was merged here stays in the family it came into. */
  async saveParents(
    kin: readonly { readonly id: Id<'account'>; readonly parentId: Id<'account'> | null }[],
  ): Promise<void> {
    const accounts = kin.map(({ id }) => id);
    appendFamiliesToTail(this.database, accounts);
    await this.update(
      `said STRAIGHT_JOIN account a ON a.id = said.id LEFT JOIN account p ON p.id = said.parent_id
       SET a.parent_id = said.parent_id WHERE a.merged_into_id IS NULL AND p.merged_into_id IS NULL`,
      ['id', 'parent_id'],
      kin.map(({ id, parentId }) => [bin(id), bin(parentId)]),
    );
  }

  /** Changes rows by a list of what is said of each. */
  private async update(how: string, columns: readonly string[], rows: readonly Parameter[][]): Promise<void> {
    for (let from = 0; from < rows.length; from += 500) {
      const some = rows.slice(from, from + 500);
      const first = `SELECT ${columns.map((column) => `? AS ${column}`).join(', ')}`;
      const other = ` UNION ALL SELECT ${columns.map(() => '?').join(', ')}`;
      await this.database.run(`UPDATE (${first}${other.repeat(some.length - 1)}) ${how}`, some.flat());
    }
  }

  /** A list of names may be longer than a statement may be. */
  private async inParts<Asked, Row>(
    asked: readonly Asked[],
    ask: (some: readonly Asked[]) => Promise<Row[]>,
  ): Promise<Row[]> {
    const rows: Row[] = [];
    for (let from = 0; from < asked.length; from += 500) rows.push(...(await ask(asked.slice(from, from + 500))));
    return rows;
  }

  private async insert(into: string, rows: readonly Parameter[][]): Promise<void> {
    for (let from = 0; from < rows.length; from += 500) {
      await this.database.run(`INSERT INTO ${into} VALUES ?`, [rows.slice(from, from + 500)]);
    }
  }
}

const added = <Row extends { readonly isNew: boolean }>(rows: readonly Row[]): Row[] =>
  rows.filter(({ isNew }) => isNew);
const changed = <Row extends { readonly isNew: boolean }>(rows: readonly Row[]): Row[] =>
  rows.filter(({ isNew }) => !isNew);
