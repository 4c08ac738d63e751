import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import { CustomerFolds } from './customer-folds.service';
import { CustomersRepository } from './customers.repository';
import { FactLedgerRepository, type LedgerState } from './fact-ledger.repository';
import { FoldSettingReader, type FoldSetting } from './fold-setting.reader';
import { Folds } from './folds.service';
import { note, type Note } from '../rules/figure-value';
import type { Cell } from './rules/cell';
import type { CustomerChange } from './rules/customer-sums';

/** With a longer tail it is quicker to count from the records. */
const longestTail = 2_000;

/** Sums that can be read, and what they lack. */
export interface Unfolded {
  readonly setting: FoldSetting;
  readonly cells: readonly Cell[];
  readonly customers: readonly CustomerChange[];
}

/** What has changed and is not folded yet: together with the sums it is all there is. Ask in the snapshot the sums are read in. */
@Injectable()
export class UnfoldedReader {
  constructor(
    private readonly database: Database,
    private readonly settings: FoldSettingReader,
    private readonly ledger: FactLedgerRepository,
    private readonly customers: CustomersRepository,
    private readonly folds: Folds,
    private readonly customerFolds: CustomerFolds,
  ) {}

  /** Null where the sums cannot answer: they are of another definition, being built, or far behind. */
  read(): Promise<Unfolded | null> {
    return this.database.once('unfolded', () => this.load());
  }

  private async load(): Promise<Unfolded | null> {
    const [setting, state, changed, customers] = await Promise.all([
      this.settings.read(),
      this.ledger.state(),
      this.ledger.tail(longestTail + 1),
      this.customers.tail(longestTail + 1),
    ]);
    if (!setting || !isReady(state, setting)) return null;
    if (Math.max(changed.length, customers.length) > longestTail) return null;
    const opportunities = new Set(changed.map(({ opportunityId }) => opportunityId));
    const accounts = new Set(customers.map(({ accountId }) => accountId));
    const [cells, customerChanges] = await Promise.all([
      this.folds.cellsOf([...opportunities], setting),
      this.customerFolds.changesOf([...accounts], setting),
    ]);
    return { setting, cells, customers: customerChanges };
  }

  /** Why the sums cannot answer, when they cannot. */
  async why(): Promise<Note> {
    const setting = await this.settings.read();
    return note(setting && isReady(await this.ledger.state(), setting) ? 'catching_up' : 'rebuilding');
  }
}

const isReady = (state: LedgerState | null, { definition }: FoldSetting): boolean =>
  state?.state === 'ready' && state.definition === definition;
