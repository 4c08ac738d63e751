import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import type { BuildPace } from './build-pace';
import { CustomerFolds } from './customer-folds.service';
import { CustomersRepository } from './customers.repository';
import { FactLedgerRepository, type LedgerState } from './fact-ledger.repository';
import { FoldSettingReader, type FoldSetting } from './fold-setting.reader';
import { Folds } from './folds.service';
import { LedgerPartsRepository } from './ledger-parts.repository';
import { Rebuilds } from './rebuilds.service';

/** Rows of a tail that are folded in one transaction. */
const most = 500;

/** Beside other work, and when nothing else is to be done. */
const beside: BuildPace = { most: 5_000, readsFor: 2_000, mostSums: 60_000 };
const alone: BuildPace = { most: 20_000, readsFor: 20_000, mostSums: 400_000 };

/** How long it is waited for others, before it is looked again whether all is done. */
const restMs = 200;

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
    private readonly parts: LedgerPartsRepository,
    private readonly customers: CustomersRepository,
    private readonly folds: Folds,
    private readonly customerFolds: CustomerFolds,
    private readonly rebuilds: Rebuilds,
  ) {}

  /** One step: a part of a rebuild if one is due, and a part of the tail. False when there was nothing to do, or somebody else is at it. */
  async step(): Promise<boolean> {
    const setting = await this.settings.read();
    if (!setting) return false;
    const state = await this.ledger.state();
    if (state?.definition !== setting.definition) {
      await this.rebuilds.begin(setting);
      return true;
    }
    const isBuilding = state.state === 'building' && (await this.rebuilds.step(setting, 'if free', beside)) === 'built';
    return (await this.foldTail(setting)) || isBuilding;
  }

  /** Begins to make all sums anew from the records, or goes on where that was cut off; says how many opportunities there are. */
  async begin(): Promise<number> {
    const setting = await this.settings.read();
    if (!setting) return 0;
    const state = await this.ledger.state();
    if (state?.definition !== setting.definition || state.state === 'ready') await this.rebuilds.begin(setting);
    return this.ledger.count();
  }

  /**
   * Works at a rebuild that is under way until nothing of it is left, as any number of processes may side by side; says how many opportunities
   * were folded.
   */
  async build(tell: (progress: Progress) => void, pace = alone): Promise<number> {
    const setting = await this.settings.read();
    if (!setting) return 0;
    const total = await this.ledger.count();
    for (;;) {
      const step = await this.rebuilds.step(setting, 'in turn', pace);
      const state = await this.ledger.state();
      if (state?.definition !== setting.definition) return 0;
      tell({ built: state.built, total: Math.max(total, state.built) });
      if (step === 'ready') return state.built;
      if (step === 'waits') await pause(restMs);
    }
  }

  /** False when there is nothing left behind. */
  private async foldTail(setting: FoldSetting): Promise<boolean> {
    return this.database.write(async () => {
      const held = await this.ledger.holdIfFree();
      if (!isOf(held, setting)) return false;
      const opportunities = await this.foldOpportunities(held, setting);
      const customers = await this.foldCustomers(held, setting);
      return opportunities === most || customers === most;
    });
  }

  /** What is being read for a rebuild waits; what a rebuild has not come to yet it will find as it is then. */
  private async foldOpportunities(held: LedgerState, setting: FoldSetting): Promise<number> {
    const { builtTo, rebuildId } = held;
    const areAllGivenOut = held.state === 'ready' || held.customersTo !== null;
    const open = held.state === 'ready' ? [] : await this.parts.open(rebuildId);
    const changed = await this.ledger.tail(
      most,
      open.filter(({ kind }) => kind === 'opportunity'),
    );
    const come = changed
      .map(({ opportunityId }) => opportunityId)
      .filter((id) => areAllGivenOut || (builtTo !== null && id <= builtTo));
    await this.folds.fold([...new Set(come)], setting);
    this.ledger.forget(changed);
    return changed.length;
  }

  /** Families have no order in which a rebuild could come to them: what changes while customers are built waits until all of them are. */
  private async foldCustomers(held: LedgerState, setting: FoldSetting): Promise<number> {
    if (held.state === 'building' && held.customersTo !== null) return 0;
    const changed = await this.customers.tail(most);
    if (held.state === 'ready')
      await this.customerFolds.fold([...new Set(changed.map(({ accountId }) => accountId))], setting);
    this.customers.forget(changed);
    return changed.length;
  }
}

const isOf = (held: LedgerState | null, { definition }: FoldSetting): held is LedgerState =>
  held?.definition === definition;
