import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import { CustomersRepository } from './customers.repository';
import { beforeAll, FactLedgerRepository, type LedgerState } from './fact-ledger.repository';
import { FoldSettingReader, type FoldSetting } from './fold-setting.reader';
import { Folds, type BuildPace } from './folds.service';
import { RollupsRepository } from './rollups.repository';

/** Rows of a tail, or records of a rebuild, folded in one transaction. */
const most = 500;
const clearedAtOnce = 20_000;

/** Beside other work, and when nothing else is to be done. */
const beside: BuildPace = { readsFor: 2_000, mostSums: 60_000 };
const alone: BuildPace = { readsFor: 20_000, mostSums: 400_000 };

interface BuildStep {
  readonly built: number;
  readonly isDone: boolean;
}

/** How many opportunities of a rebuild are folded, and how many there were when it began. */
export interface Progress {
  readonly built: number;
  readonly total: number;
}

/**
 * Folds what has changed into the sums. What it folds it takes from the tail in the same transaction, so in every consistent view of
 * the database the sums and the tail together are all there is, wherever it is cut off. One folds at a time: it holds the
 * state of the ledger until its transaction ends.
 */
@Injectable()
export class Projector {
  constructor(
    private readonly database: Database,
    private readonly settings: FoldSettingReader,
    private readonly ledger: FactLedgerRepository,
    private readonly rollups: RollupsRepository,
    private readonly customers: CustomersRepository,
    private readonly folds: Folds,
  ) {}

  /** One step: a part of a rebuild if one is due, and a part of the tail. False when there was nothing to do, or somebody else is at it. */
  async step(): Promise<boolean> {
    const setting = await this.settings.read();
    if (!setting) return false;
    const state = await this.ledger.state();
    if (state?.definition !== setting.definition) return this.begin(setting);
    const isBuilding = state.state === 'building' && (await this.build(setting, 'if free', beside)) !== null;
    return (await this.foldTail(setting)) || isBuilding;
  }

  /** Makes all sums anew from the records, going on where a rebuild was cut off; says how many opportunities that were. */
  async rebuild(tell: (progress: Progress) => void): Promise<number> {
    const setting = await this.settings.read();
    if (!setting) return 0;
    const state = await this.ledger.state();
    if (state?.definition !== setting.definition || state.state === 'ready') await this.begin(setting);
    const total = await this.ledger.count();
    for (;;) {
      const step = await this.build(setting, 'in turn', alone);
      if (!step) return 0;
      const { built, isDone } = step;
      tell({ built, total: Math.max(total, built) });
      if (isDone) return built;
    }
  }

  private async begin({ definition }: FoldSetting): Promise<true> {
    await this.database.write(async () => {
      await this.ledger.hold();
      await this.ledger.begin(definition);
    });
    return true;
  }

  /**
   * The next records of a rebuild; the sums of before go first. All of it in the hold of the state, or two would undo each other.
   * Null when somebody else is at it, or it is of another definition by now.
   */
  private async build(setting: FoldSetting, when: 'if free' | 'in turn', pace: BuildPace): Promise<BuildStep | null> {
    return this.database.write(async () => {
      const held = await (when === 'in turn' ? this.ledger.hold() : this.ledger.holdIfFree());
      if (!isOf(held, setting)) return null;
      if (held.state === 'ready') return { built: held.built, isDone: true };
      if (held.builtTo === null && (await this.clearSome()) > 0) return { built: 0, isDone: false };
      if (held.customersTo !== null) return this.buildCustomers(held.customersTo, held, { setting, pace });
      const { built, builtTo, isLast } = await this.folds.buildOpportunities(held.builtTo ?? beforeAll, setting, pace);
      this.ledger.builtTo(builtTo, built);
      if (isLast) this.ledger.customersTo(beforeAll);
      return { built: held.built + built, isDone: false };
    });
  }

  private async buildCustomers(
    last: string,
    { built }: LedgerState,
    { setting, pace }: { readonly setting: FoldSetting; readonly pace: BuildPace },
  ) {
    const { builtTo, isLast } = await this.folds.buildCustomers(last, setting, pace);
    this.ledger.customersTo(builtTo);
    if (isLast) this.ledger.ready();
    return { built, isDone: isLast };
  }

  private async clearSome(): Promise<number> {
    const sums = await this.rollups.clearSome(clearedAtOnce);
    return sums + (await this.ledger.forgetSome(clearedAtOnce)) + (await this.customers.clearSome(clearedAtOnce));
  }

  /** False when there is nothing left behind. */
  private async foldTail(setting: FoldSetting): Promise<boolean> {
    return this.database.write(async () => {
      const held = await this.ledger.holdIfFree();
      if (!isOf(held, setting)) return false;
      const changed = await this.ledger.tail(most);
      const customers = await this.customers.tail(most);
      const isCome = (to: string | null) => (id: string) => to !== null && id <= to;
      // What a rebuild has not come to yet it will find as it is then; of what it is done with, new records count as well.
      const areOpportunitiesDone = held.state === 'ready' || held.customersTo !== null;
      const opportunities = changed
        .map(({ opportunityId }) => opportunityId)
        .filter((id) => areOpportunitiesDone || isCome(held.builtTo)(id));
      // A family may be known by an account that no rebuild comes to, because it was never booked for.
      const accounts = areOpportunitiesDone ? customers.map(({ accountId }) => accountId) : [];
      await this.folds.foldOpportunities([...new Set(opportunities)], setting);
      await this.folds.foldCustomers([...new Set(accounts)], setting);
      this.ledger.forget(changed);
      this.customers.forget(customers);
      return changed.length === most || customers.length === most;
    });
  }
}

const isOf = (held: LedgerState | null, { definition }: FoldSetting): held is LedgerState =>
  held?.definition === definition;
