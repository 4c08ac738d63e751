import { Injectable } from '@nestjs/common';
import type { IdSpan } from './asked-opportunities';
import type { BuildPace } from './build-pace';
import { CustomerFamiliesReader } from './customer-families.reader';
import { CustomersRepository } from './customers.repository';
import type { FoldSetting } from './fold-setting.reader';
import { packed, unpacked } from './packed-appearances';
import { customerAppearances } from './rules/customer-appearances';
import { customerCells } from './rules/customer-cells';
import {
  addCustomers,
  customerChanges,
  newCustomerSums,
  type CustomerChange,
  type CustomerSums,
} from './rules/customer-sums';

const readAtOnce = 500;
const savedAtOnce = 500;
/** Rows of counts of customers that a rebuild holds: they are held by slice, so they take more room. */
const mostSums = 60_000;

/** What accounts change in the counts; of each what the counts were found to hold, and what they are to hold. */
interface Lacking {
  readonly sums: CustomerSums;
  readonly accounts: Map<string, { readonly held: Buffer; readonly is: Buffer }>;
}

/** Customers of a rebuild, read and counted, to be written once nobody else writes sums. */
export interface GatheredCustomers extends Lacking {
  readonly upTo: string;
}

/** What the counts of customers lack of some accounts. Accounts of a family are folded together. */
@Injectable()
export class CustomerFolds {
  constructor(
    private readonly families: CustomerFamiliesReader,
    private readonly customers: CustomersRepository,
  ) {}

  async changesOf(accounts: readonly string[], setting: FoldSetting): Promise<CustomerChange[]> {
    const lacking = newLacking();
    await this.addLacking(lacking, accounts, setting);
    return [...customerChanges(lacking.sums)];
  }

  /** Inside a write in which the ledger is held. */
  async fold(accounts: readonly string[], setting: FoldSetting): Promise<void> {
    const lacking = newLacking();
    await this.addLacking(lacking, accounts, setting);
    await this.save(lacking);
  }

  /** Customers of a rebuild; of some, something may be folded already, with their family. */
  async gather({ after, to }: IdSpan, setting: FoldSetting, pace: BuildPace): Promise<GatheredCustomers> {
    const lacking = newLacking();
    const until = performance.now() + pace.readsFor;
    for (let upTo = after; ;) {
      const ids = await this.customers.bookedAfter(upTo, readAtOnce, to);
      await this.addLacking(lacking, ids, setting);
      upTo = ids.length < readAtOnce ? to : (ids.at(-1) ?? to);
      if (upTo === to || lacking.sums.size >= mostSums || performance.now() >= until) return { ...lacking, upTo };
    }
  }

  /**
   * Inside a write in which the ledger is held. Somebody else may have come to the same family meanwhile, by another of its accounts: what
   * the counts hold of it by now is taken away, instead of what they were found to hold.
   */
  async add({ sums, accounts }: GatheredCustomers, { periodsOf }: FoldSetting): Promise<void> {
    const ids = [...accounts.keys()];
    for (let from = 0; from < ids.length; from += readAtOnce) {
      const some = ids.slice(from, from + readAtOnce);
      const folded = await this.customers.folded(some);
      for (const id of some) {
        const holds = folded.get(id) ?? nothing;
        const { held, is } = accounts.get(id) ?? { held: nothing, is: nothing };
        if (holds.equals(held)) continue;
        addCustomers(sums, customerCells(unpacked(held), periodsOf));
        addCustomers(sums, customerCells(unpacked(holds), periodsOf), -1);
        accounts.set(id, { held: holds, is });
      }
    }
    await this.save({ sums, accounts });
  }

  private async addLacking({ sums, accounts }: Lacking, ids: readonly string[], setting: FoldSetting): Promise<void> {
    if (ids.length === 0) return;
    const families = await this.families.read(ids, setting);
    const folded = await this.customers.folded(families.flatMap(({ accountIds }) => [...accountIds]));
    for (const family of families) {
      const now = customerAppearances(family, setting.winBackMonths);
      for (const accountId of family.accountIds) {
        const before = accounts.get(accountId);
        const held = before?.held ?? folded.get(accountId) ?? nothing;
        const appearances = now.get(accountId) ?? [];
        const is = packed(appearances);
        accounts.set(accountId, { held, is });
        const was = before?.is ?? held;
        if (is.equals(was)) continue;
        addCustomers(sums, customerCells(unpacked(was), setting.periodsOf), -1);
        addCustomers(sums, customerCells(appearances, setting.periodsOf));
      }
    }
  }

  private async save({ sums, accounts }: Lacking): Promise<void> {
    const changed = [...accounts].flatMap(([id, { held, is }]): [string, Buffer][] =>
      is.equals(held) ? [] : [[id, is]],
    );
    for (let from = 0; from < changed.length; from += savedAtOnce)
      this.customers.saveFolded(changed.slice(from, from + savedAtOnce));
    await this.customers.add(customerChanges(sums));
  }
}

const nothing = Buffer.alloc(0);
const newLacking = (): Lacking => ({ sums: newCustomerSums(), accounts: new Map() });
