import { Injectable } from '@nestjs/common';
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
    private readonly settings: FoldSettingReader,
    private readonly ledger: FactLedgerRepository,
    private readonly customers: CustomersRepository,
    private readonly folds: Folds,
  ) {}

  /** Null where the sums cannot answer: they are of another definition, being built, or far behind. */
  async read(): Promise<Unfolded | null> {
    const setting = await this.settings.read();
    const state = await this.ledger.state();
    if (!setting || !isReady(state, setting)) return null;
    const changed = await this.ledger.tail(longestTail + 1);
    const customers = await this.customers.tail(longestTail + 1);
    if (Math.max(changed.length, customers.length) > longestTail) return null;
    const opportunities = new Set(changed.map(({ opportunityId }) => opportunityId));
    const accounts = new Set(customers.map(({ accountId }) => accountId));
    return {
      setting,
      cells: await this.folds.cellsOf([...opportunities], setting),
      customers: await this.folds.customersOf([...accounts], setting),
    };
  }

  /** Why the sums cannot answer, when they cannot. */
  async why(): Promise<Note> {
    const setting = await this.settings.read();
    return note(setting && isReady(await this.ledger.state(), setting) ? 'catching_up' : 'rebuilding');
  }
}

const isReady = (state: LedgerState | null, { definition }: FoldSetting): boolean =>
  state?.state === 'ready' && state.definition === definition;
