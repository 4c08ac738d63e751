import { Injectable } from '@nestjs/common';
import { CustomerFamiliesReader } from './customer-families.reader';
import { CustomersRepository, customerChanges } from './customers.repository';
import { FactLedgerRepository } from './fact-ledger.repository';
import type { FoldSetting } from './fold-setting.reader';
import { OpportunityHistoriesReader } from './opportunity-histories.reader';
import { RollupsRepository } from './rollups.repository';
import type { Cell } from './rules/cell';
import { customerCells, type CustomerCell } from './rules/customer-cells';
import { foldedState, type FoldedState } from './rules/folded-part';
import { groupBy } from '../rules/group-by';
import { opportunityCells } from './rules/opportunity-cells';
import { changesOf, newSpread, spreadCells, spreadOn } from './rules/spread-cells';
import { unfoldedCells } from './rules/unfolded-cells';
import { unfoldedCustomers } from './rules/unfolded-customers';

const readAtOnce = 100;

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

  async customerCellsOf(accounts: readonly string[], setting: FoldSetting): Promise<CustomerCell[]> {
    return (await this.accounts(accounts, setting)).lacking;
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
      const histories = await this.histories.read(ids, setting);
      for (const history of histories) spreadOn(sums, opportunityCells(history, setting));
      this.ledger.saveFolded(histories.map((history) => [history.opportunityId, foldedState(history)]));
      builtTo = ids.at(-1) ?? builtTo;
      built += ids.length;
      const isLast = ids.length < readAtOnce;
      if (!isLast && sums.size < mostSums && performance.now() < until) continue;
      await this.rollups.add(changesOf(sums));
      return { built, builtTo, isLast };
    }
  }

  /** Inside a write in which the ledger is held. Accounts of a family are folded together. */
  async foldCustomers(accounts: readonly string[], setting: FoldSetting): Promise<void> {
    const { lacking, now } = await this.accounts(accounts, setting);
    if (lacking.length === 0) return;
    this.customers.add(customerChanges(lacking));
    const changed = new Set(lacking.map(({ accountId }) => accountId));
    const cells = groupBy(now, ({ accountId }) => accountId);
    this.customers.saveFolded([...changed].map((id) => [id, cells.get(id) ?? []]));
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

  private async accounts(ids: readonly string[], setting: FoldSetting) {
    if (ids.length === 0) return { lacking: [], now: [] };
    const families = await this.families.read(ids, setting);
    const now = families.flatMap((family) => customerCells(family, setting));
    const folded = await this.customers.folded(families.flatMap(({ accountIds }) => [...accountIds]));
    return { lacking: unfoldedCustomers(now, folded), now };
  }
}
