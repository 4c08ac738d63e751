import { Injectable } from '@nestjs/common';
import { Clock, newId, type Currency, type Id } from '@tandem/kernel';
import { contentHash, ExternalRecordRepository, type Remembered } from '../external-record.repository';
import { joinFamilies } from '../rules/join-families';
import {
  mapAccount,
  mapAgent,
  mapProduct,
  nameKey,
  type AccountRow,
  type AgentRow,
  type ProductRow,
} from '../rules/map-lists';
import { emptyReport, withGap, withRow, type Fate, type Report } from '../rules/tally';
import type { Export } from './read-export';
import { ImportedPeople } from './imported-people.service';
import { readList } from './read-list';
import { ReferenceRepository } from './reference.repository';

/** Whom and what the lines of the pipeline speak of, by the names they use. */
export interface References {
  readonly agents: ReadonlyMap<string, { readonly personId: Id<'person'>; readonly teamId: Id<'team'> }>;
  readonly products: ReadonlyMap<string, Id<'product'>>;
  readonly accounts: ReadonlyMap<string, Id<'account'>>;
}

export const system = 'crm-sales';

interface Wanted {
  readonly externalId: string;
  readonly hash: string;
}
type Settled<Kind extends string> = Wanted & { readonly id: Id<Kind>; readonly isNew: boolean; readonly fate: Fate };

/** Takes in the three lists the pipeline refers to. With a dry run everything is decided and nothing written. */
@Injectable()
export class ReferenceImport {
  constructor(
    private readonly repository: ReferenceRepository,
    private readonly external: ExternalRecordRepository,
    private readonly people: ImportedPeople,
    private readonly clock: Clock,
  ) {}

  async take(
    found: Export,
    { currency, dryRun }: { currency: Currency; dryRun: boolean },
  ): Promise<{ report: Report; references: References }> {
    const accounts = readList(emptyReport, 'accounts.csv', found.accounts, mapAccount);
    const products = readList(accounts.report, 'products.csv', found.products, (cells) => mapProduct(cells, currency));
    const agents = readList(products.report, 'sales_teams.csv', found.teams, mapAgent);
    const settledAccounts = await this.settleAccounts(accounts.rows, dryRun);
    const settledProducts = await this.settleProducts(products.rows, currency, dryRun);
    const settledAgents = await this.settleAgents(agents.rows, dryRun);
    const { strays } = joinFamilies(accounts.rows);
    let { report } = agents;
    for (const { fate } of settledAccounts.values()) report = withRow(report, 'accounts.csv', { fate });
    for (const { fate } of settledProducts.values()) report = withRow(report, 'products.csv', { fate });
    for (const { fate } of settledAgents.values()) report = withRow(report, 'sales_teams.csv', { fate });
    report = withGap(report, 'accounts.csv', { code: 'unknown_parent', rows: strays.length });
    return {
      report,
      references: {
        agents: settledAgents,
        products: ids(settledProducts),
        accounts: ids(settledAccounts),
      },
    };
  }

  private async settleAccounts(rows: readonly AccountRow[], dryRun: boolean): Promise<Map<string, Settled<'account'>>> {
    const { parents } = joinFamilies(rows);
    const settled = await this.settle<'account'>(
      'account',
      rows.map((row) => wanted(row.name, [row.segment, row.country, row.employees, parents.get(row.name) ?? null])),
    );
    if (dryRun) return settled;
    const touched = rows.flatMap((row) => identified(row, settled));
    await this.repository.saveAccounts(touched, this.clock.now());
    const idOf = (name: string | undefined) => (name === undefined ? null : (settled.get(name)?.id ?? null));
    const kin = touched.map(({ id, name, isNew }) => ({ id, isNew, parentId: idOf(parents.get(name)) }));
    await this.repository.saveParents(kin.filter(({ isNew, parentId }) => parentId !== null || !isNew));
    await this.remember('account', settled);
    return settled;
  }

  private async settleProducts(
    rows: readonly ProductRow[],
    currency: Currency,
    dryRun: boolean,
  ): Promise<Map<string, Settled<'product'>>> {
    const settled = await this.settle<'product'>(
      'product',
      rows.map(({ name, family, listPriceMinor }) => wanted(name, [family, listPriceMinor, currency])),
      'product',
    );
    if (dryRun) return settled;
    await this.repository.saveProducts(
      rows.flatMap((row) => identified(row, settled)),
      currency,
    );
    await this.remember('product', settled);
    return settled;
  }

  /** A team is a manager in an office; it bears the manager's name, with the office's when there is more than one. */
  private async settleAgents(
    rows: readonly AgentRow[],
    dryRun: boolean,
  ): Promise<Map<string, Settled<'person'> & PersonInTeam>> {
    const offices = await this.settle<'office'>(
      'office',
      unique(rows.map(({ office }) => office)).map((name) => wanted(name, [])),
      'office',
    );
    const officesOf = (manager: string) =>
      unique(rows.filter((row) => row.manager === manager).map(({ office }) => office)).length;
    const teamName = ({ manager, office }: AgentRow) => (officesOf(manager) > 1 ? `${manager} · ${office}` : manager);
    const teamRows = [...new Map(rows.map((row) => [teamName(row), row])).values()];
    const teams = await this.settle<'team'>(
      'team',
      teamRows.map((row) => wanted(teamName(row), [])),
      'team',
    );
    const teamOf = (row: AgentRow): Id<'team'> => teams.get(teamName(row))?.id ?? newId<'team'>();
    const managers = new Map(
      rows.map((row) => [row.manager, { name: row.manager, role: 'manager' as const, teamId: teamOf(row) }]),
    );
    const reps = rows
      .filter(({ name }) => !managers.has(name))
      .map((row) => ({ name: row.name, role: 'rep' as const, teamId: teamOf(row) }));
    const people = [...managers.values(), ...reps];
    const settled = await this.settle<'person'>(
      'person',
      people.map(({ name, role, teamId }) => wanted(name, [role, teamId])),
    );
    const agents = rows.flatMap((row) => {
      const person = settled.get(row.name);
      return person ? [[row.name, { ...person, personId: person.id, teamId: teamOf(row) }] as const] : [];
    });
    if (!dryRun) {
      await this.repository.saveOffices(
        [...offices.values()].map(({ id, isNew, externalId: name }) => ({ id, isNew, name })),
      );
      await this.repository.saveTeams(
        teamRows.flatMap((row) =>
          identified({ name: teamName(row), officeId: offices.get(row.office)?.id ?? newId<'office'>() }, teams),
        ),
      );
      await this.people.save(people.flatMap((person) => identified(person, settled)));
      await this.remember('office', offices);
      await this.remember('team', teams);
      await this.remember('person', settled);
    }
    return new Map(agents);
  }

  /** Finds what is here already: by the external id, and where names are unique, by the name. */
  private async settle<Kind extends string>(
    kind: Kind,
    rows: readonly Wanted[],
    table?: 'office' | 'team' | 'product',
  ): Promise<Map<string, Settled<Kind>>> {
    const names = rows.map(({ externalId }) => externalId);
    const known = await this.external.known(system, kind, names);
    const unknown = names.filter((name) => !known.has(name));
    const named = table
      ? new Map((await this.repository.named(table, unknown)).map(({ id, name }) => [nameKey(name), id]))
      : new Map<string, Id>();
    return new Map(
      rows.map((row) => [
        row.externalId,
        settledBy<Kind>(row, known.get(row.externalId), named.get(nameKey(row.externalId))),
      ]),
    );
  }

  private async remember(kind: string, settled: ReadonlyMap<string, Settled<string>>): Promise<void> {
    const news = [...settled.values()].filter(({ fate }) => fate !== 'unchanged');
    await this.external.remember(
      system,
      kind,
      news.map(({ externalId, id, hash }) => ({ externalId, recordId: id, hash })),
    );
  }
}

interface PersonInTeam {
  readonly personId: Id<'person'>;
  readonly teamId: Id<'team'>;
}

function settledBy<Kind extends string>(
  row: Wanted,
  known: Remembered | undefined,
  namesake: Id | undefined,
): Settled<Kind> {
  const id = (known?.recordId ?? namesake ?? newId()) as Id<Kind>;
  const isNew = !known && !namesake;
  return { ...row, id, isNew, fate: fateOf(row, known, isNew) };
}

function fateOf({ hash }: Wanted, known: Remembered | undefined, isNew: boolean): Fate {
  if (isNew) return 'created';
  return known?.hash === hash ? 'unchanged' : 'updated';
}

const wanted = (externalId: string, content: Parameters<typeof contentHash>[0]): Wanted => ({
  externalId,
  hash: contentHash(content),
});

const identified = <Row extends { readonly name: string }, Kind extends string>(
  row: Row,
  settled: ReadonlyMap<string, Settled<Kind>>,
) => {
  const found = settled.get(row.name);
  return found && found.fate !== 'unchanged' ? [{ ...row, id: found.id, isNew: found.isNew }] : [];
};

const ids = <Kind extends string>(settled: ReadonlyMap<string, Settled<Kind>>): Map<string, Id<Kind>> =>
  new Map([...settled].map(([name, { id }]) => [name, id]));

const unique = (names: readonly string[]): string[] => [...new Set(names)];
