import { Injectable } from '@nestjs/common';
import { Clock, newId, type Currency, type Id } from '@tandem/kernel';
import type { Export } from '../crm-sales/read-export';
import { ImportedPeople } from '../crm-sales/imported-people.service';
import { system, type References } from '../crm-sales/reference-import.service';
import { ReferenceRepository } from '../crm-sales/reference.repository';
import { contentHash, ExternalRecordRepository } from '../external-record.repository';
import type { TakenRun } from '../import-run.repository';
import { namesIn, type OwnerInTeam } from '../rules/names-in';
import { nameKey } from '../rules/map-lists';
import { emptyReport, type Report } from '../rules/tally';

interface Found<Kind extends string> {
  readonly id: Id<Kind>;
  readonly name: string;
  readonly isNew: boolean;
}
type ByName<Kind extends string> = ReadonlyMap<string, Found<Kind>>;

/** The team of whoever comes with a list that names none is called after where the list comes from. */
const teamNames: Readonly<Record<string, string>> = {
  hubspot: 'HubSpot',
  salesforce: 'Salesforce',
  pipedrive: 'Pipedrive',
  twenty: 'Twenty',
};

/**
 * Whom and what a list of opportunities names. A name is all it says of them, so what is here already stays as it is: what an earlier
 * import brought, else the only one of that name.
 */
@Injectable()
export class ListReferences {
  constructor(
    private readonly repository: ReferenceRepository,
    private readonly external: ExternalRecordRepository,
    private readonly people: ImportedPeople,
    private readonly clock: Clock,
  ) {}

  async take({ pipeline }: Export, run: TakenRun): Promise<{ report: Report; references: References }> {
    const names = namesIn(
      pipeline.flatMap(({ cells }) => cells ?? []),
      teamNames[run.profile] ?? 'Import',
    );
    const accounts = await this.settle<'account'>('account', names.accounts);
    const products = await this.settle<'product'>('product', names.products);
    const owners = await this.settleOwners(names.owners, run.dryRun);
    if (!run.dryRun) await this.save(accounts, products, run.currency);
    const made = { accounts: news(accounts), products: news(products), people: news(owners) };
    return {
      report: { ...emptyReport, made },
      references: { agents: owners, accounts: ids(accounts), products: ids(products) },
    };
  }

  private async save(accounts: ByName<'account'>, products: ByName<'product'>, currency: Currency): Promise<void> {
    const unsaid = { segment: null, country: null, employees: null, parent: null };
    await this.repository.saveAccounts(
      added(accounts).map((found) => ({ ...found, ...unsaid })),
      this.clock.now(),
    );
    await this.repository.saveProducts(
      added(products).map((found) => ({ ...found, family: null, listPriceMinor: null })),
      currency,
    );
    await this.remember('account', accounts);
    await this.remember('product', products);
  }

  /** Who is here keeps their team; whoever is new, or has none, comes into the one the list names. */
  private async settleOwners(owners: readonly OwnerInTeam[], dryRun: boolean) {
    const people = await this.settle<'person'>(
      'person',
      owners.map(({ name }) => name),
    );
    const standing = await this.repository.teamsOf([...people.values()].map(({ id }) => id));
    const teamOf = (name: string) => standing.get(people.get(name)?.id ?? newId<'person'>());
    const needed = owners.filter(({ name }) => !teamOf(name)).map(({ team }) => team);
    const teams = await this.settle<'team'>('team', [...new Set(needed)]);
    const settled = owners.flatMap(({ name, team }) => {
      const person = people.get(name);
      const teamId = teamOf(name) ?? teams.get(team)?.id;
      return person && teamId ? [[name, { ...person, personId: person.id, teamId }] as const] : [];
    });
    if (!dryRun) {
      await this.repository.saveTeams(added(teams).map((team) => ({ ...team, officeId: null })));
      const comers = settled.map(([, person]) => person).filter(({ isNew }) => isNew);
      await this.people.save(comers.map((person) => ({ ...person, role: 'rep' as const })));
      await this.remember('team', teams);
      await this.remember('person', people);
    }
    return new Map(settled);
  }

  private async settle<Kind extends 'account' | 'product' | 'person' | 'team'>(
    kind: Kind,
    names: readonly string[],
  ): Promise<ByName<Kind>> {
    const known = await this.external.known(system, kind, names);
    const unknown = names.filter((name) => !known.has(name));
    const here =
      kind === 'account' || kind === 'person'
        ? await this.repository.namesakes(kind, unknown)
        : await this.repository.named(kind, unknown);
    const byKey = new Map(here.map(({ id, name }) => [nameKey(name), id]));
    return new Map(
      names.map((name) => {
        const id = (known.get(name)?.recordId ?? byKey.get(nameKey(name))) as Id<Kind> | undefined;
        return [name, { id: id ?? newId<Kind>(), name, isNew: id === undefined }];
      }),
    );
  }

  private async remember(kind: string, found: ByName<string>): Promise<void> {
    const hash = contentHash([]);
    await this.external.remember(
      system,
      kind,
      added(found).map(({ id, name }) => ({ externalId: name, recordId: id, hash })),
    );
  }
}

const added = <Kind extends string>(found: ByName<Kind>): Found<Kind>[] =>
  [...found.values()].filter(({ isNew }) => isNew);

const news = (found: ReadonlyMap<string, { readonly isNew: boolean }>): number =>
  [...found.values()].filter(({ isNew }) => isNew).length;

const ids = <Kind extends string>(found: ByName<Kind>): Map<string, Id<Kind>> =>
  new Map([...found].map(([name, { id }]) => [name, id]));
