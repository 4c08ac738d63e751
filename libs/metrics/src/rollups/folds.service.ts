import { Injectable } from '@nestjs/common';
import { CustomerFamiliesReader } from './customer-families.reader';
import { CustomersRepository } from './customers.repository';
import { FactLedgerRepository } from './fact-ledger.repository';
import type { FoldSetting } from './fold-setting.reader';
import { OpportunityHistoriesReader } from './opportunity-histories.reader';
import { packed, unpacked } from './packed-appearances';
import { RollupsRepository } from './rollups.repository';
import type { Cell } from './rules/cell';
import { customerAppearances } from './rules/customer-appearances';
import { customerCells } from './rules/customer-cells';
import {
  addCustomers,
  customerChanges,
  newCustomerSums,
  type CustomerChange,
  type CustomerSums,
} from './rules/customer-sums';
import { foldedState, type FoldedState } from './rules/folded-part';
import { opportunityCells } from './rules/opportunity-cells';
import { changesOf, newSpread, spreadCells, spreadOn } from './rules/spread-cells';
import { unfoldedCells } from './rules/unfolded-cells';

/** So few that what is read of them is gone before memory is looked through for what stays. */
const readAtOnce = 100;
const customersAtOnce = 500;
/** Rows of counts of customers that a rebuild holds: they are held by slice, so they take more room. */
const mostCustomerSums = 60_000;

/**
 * How much a step of a rebuild adds up before it writes. The more it is, the fewer rows are written again and again, and the longer others wait
 * for the ledger.
 */
export interface BuildPace {
  /** For so long it reads, in milliseconds. */
  readonly readsFor: number;
  /** Rows by day that it holds in memory. */
  readonly mostSums: number;
}

/** How many opportunities a step of a rebuild has added, up to which one. */
export interface Built {
  readonly built: number;
  readonly builtTo: string;
  readonly isLast: boolean;
}

/** What the sums lack of some records, to be read beside them or to be folded into them. */
@Injectable()
export class Folds {
  constructor(
    private readonly ledger: FactLedgerRepository,
    private readonly histories: OpportunityHistoriesReader,
    private readonly rollups: RollupsRepository,
    private readonly families: CustomerFamiliesReader,
    private readonly customers: CustomersRepository,
  ) {}

  async cellsOf(opportunities: readonly string[], setting: FoldSetting): Promise<Cell[]> {
    return (await this.opportunities(opportunities, setting)).cells;
  }

  async customersOf(accounts: readonly string[], setting: FoldSetting): Promise<CustomerChange[]> {
    const sums = newCustomerSums();
    await this.addLacking(sums, accounts, setting);
    return [...customerChanges(sums)];
  }

  /** Inside a write in which the ledger is held. */
  async foldOpportunities(opportunities: readonly string[], setting: FoldSetting): Promise<void> {
    const { cells, states } = await this.opportunities(opportunities, setting);
    await this.rollups.add(spreadCells(cells));
    this.ledger.saveFolded(states);
  }

  /**
   * Adds the next opportunities of a rebuild, of which nothing is folded yet. Inside a write in which the ledger is held. Those that began
   * about the same time change the same rows: the more of them are added up first, the fewer rows are written.
   */
  async buildOpportunities(after: string, setting: FoldSetting, { readsFor, mostSums }: BuildPace): Promise<Built> {
    const sums = newSpread();
    let builtTo = after;
    const until = performance.now() + readsFor;
    for (let built = 0; ;) {
      const ids = await this.ledger.after(builtTo, readAtOnce);
      const upTo = ids.at(-1) ?? builtTo;
      const histories = await this.histories.read({ after: builtTo, upTo }, setting);
      for (const history of histories) spreadOn(sums, opportunityCells(history, setting));
      this.ledger.saveFolded(histories.map((history) => [history.opportunityId, foldedState(history)]));
      builtTo = upTo;
      built += ids.length;
      const isLast = ids.length < readAtOnce;
      if (!isLast && sums.size < mostSums && performance.now() < until) continue;
      await this.rollups.add(changesOf(sums));
      return { built, builtTo, isLast };
    }
  }

  /** Inside a write in which the ledger is held. Accounts of a family are folded together. */
  async foldCustomers(accounts: readonly string[], setting: FoldSetting): Promise<void> {
    const sums = newCustomerSums();
    this.customers.saveFolded(await this.addLacking(sums, accounts, setting));
    await this.customers.add(customerChanges(sums));
  }

  /**
   * Folds the next customers of a rebuild; of some, something may be folded already, with their family. Inside a write in which the ledger is held.
   */
  async buildCustomers(after: string, setting: FoldSetting, { readsFor }: BuildPace): Promise<Omit<Built, 'built'>> {
    const sums = newCustomerSums();
    let builtTo = after;
    const until = performance.now() + readsFor;
    for (;;) {
      const ids = await this.customers.bookedAfter(builtTo, customersAtOnce);
      this.customers.saveFolded(await this.addLacking(sums, ids, setting));
      builtTo = ids.at(-1) ?? builtTo;
      const isLast = ids.length < customersAtOnce;
      if (!isLast && sums.size < mostCustomerSums && performance.now() < until) continue;
      await this.customers.add(customerChanges(sums));
      return { builtTo, isLast };
    }
  }

  private async opportunities(ids: readonly string[], setting: FoldSetting) {
    const folded = await this.ledger.folded(ids);
    const histories = await this.histories.read(ids, setting);
    const states = histories.map((history): [string, FoldedState] => [history.opportunityId, foldedState(history)]);
    const cells = histories.flatMap((history) =>
      unfoldedCells(history, folded.get(history.opportunityId) ?? null, setting),
    );
    return { cells, states };
  }

  /** Adds what the counts lack of some accounts and their families; says what they hold of each that changes once that is added. */
  private async addLacking(
    sums: CustomerSums,
    ids: readonly string[],
    setting: FoldSetting,
  ): Promise<[accountId: string, appearances: Buffer][]> {
    if (ids.length === 0) return [];
    const families = await this.families.read(ids, setting);
    const folded = await this.customers.folded(families.flatMap(({ accountIds }) => [...accountIds]));
    const changed: [string, Buffer][] = [];
    for (const family of families) {
      const now = customerAppearances(family, setting.winBackMonths);
      for (const accountId of family.accountIds) {
        const [held, is] = [folded.get(accountId), now.get(accountId) ?? []];
        const bytes = packed(is);
        if (bytes.equals(held ?? nothing)) continue;
        if (held) addCustomers(sums, customerCells(unpacked(held), setting.periodsOf), -1);
        addCustomers(sums, customerCells(is, setting.periodsOf));
        changed.push([accountId, bytes]);
      }
    }
    return changed;
  }
}

const nothing = Buffer.alloc(0);
