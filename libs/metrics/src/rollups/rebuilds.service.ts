import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import type { BuildPace } from './build-pace';
import { CustomerFolds } from './customer-folds.service';
import { CustomersRepository } from './customers.repository';
import { beforeAll, behindAll, FactLedgerRepository, type LedgerState } from './fact-ledger.repository';
import type { FoldSetting } from './fold-setting.reader';
import { Folds } from './folds.service';
import { LedgerPartsRepository, type RebuildPart } from './ledger-parts.repository';
import { RollupsRepository } from './rollups.repository';

const clearedAtOnce = 20_000;

/** What came of a step: something was done, others have all the rest, or there is nothing left to do. */
export type BuildStep = 'built' | 'waits' | 'ready';

/**
 * Makes all sums anew from the records. The records are given out in parts, in the order of their ids, and any number of processes work at
 * it: each reads a part while others read and fold, and holds the ledger only to write what it has added up. Whatever changes in a part meanwhile
 * stays in the tail until the part is written, and is folded then like any change; what changes behind all parts will be found as it is.
 */
@Injectable()
export class Rebuilds {
  constructor(
    private readonly database: Database,
    private readonly ledger: FactLedgerRepository,
    private readonly parts: LedgerPartsRepository,
    private readonly rollups: RollupsRepository,
    private readonly customers: CustomersRepository,
    private readonly folds: Folds,
    private readonly customerFolds: CustomerFolds,
  ) {}

  async begin({ definition }: FoldSetting): Promise<void> {
    await this.database.write(async () => {
      await this.ledger.hold();
      await this.ledger.begin(definition);
    });
  }

  /** One step of the rebuild that is under way; nothing is done where somebody else holds the ledger and it is not waited for. */
  async step(setting: FoldSetting, when: 'if free' | 'in turn', pace: BuildPace): Promise<BuildStep> {
    const claimed = await this.database.write(() => this.claim(setting, when, pace));
    if (typeof claimed === 'string') return claimed;
    await this.database.write(() => this.build(claimed, setting, pace));
    return 'built';
  }

  /** The next part to read; the sums of before go first. */
  private async claim(
    { definition }: FoldSetting,
    when: 'if free' | 'in turn',
    { most }: BuildPace,
  ): Promise<RebuildPart | BuildStep> {
    const held = await (when === 'in turn' ? this.ledger.hold() : this.ledger.holdIfFree());
    if (held?.definition !== definition) return 'waits';
    if (held.state === 'ready') return 'ready';
    if (held.builtTo === null) {
      if ((await this.clearSome()) === 0) this.ledger.builtTo(beforeAll);
      return 'built';
    }
    return (await this.leftOf(held)) ?? (await this.next(held, held.builtTo, most));
  }

  /** A part that somebody has left. Parts of other rebuilds are of no use to anybody. */
  private async leftOf({ rebuildId }: LedgerState): Promise<RebuildPart | undefined> {
    const left = await this.parts.left();
    for (const part of left) if (part.rebuildId !== rebuildId) this.parts.remove(part);
    return left.find((part) => part.rebuildId === rebuildId);
  }

  private async next(
    { rebuildId, customersTo }: LedgerState,
    builtTo: string,
    most: number,
  ): Promise<RebuildPart | BuildStep> {
    const kind = customersTo === null ? 'opportunity' : 'customer';
    const after = customersTo ?? builtTo;
    if (after === behindAll) {
      if ((await this.parts.open(rebuildId)).length > 0) return 'waits';
      if (kind === 'opportunity') this.ledger.customersTo(beforeAll);
      else this.ledger.ready();
      return 'built';
    }
    const source = kind === 'opportunity' ? this.ledger : this.customers;
    const part: RebuildPart = { rebuildId, kind, after, to: (await source.farther(after, most)) ?? behindAll };
    this.parts.add(part);
    if (kind === 'opportunity') this.ledger.builtTo(part.to);
    else this.ledger.customersTo(part.to);
    return part;
  }

  /** Reads a part, and adds it once nobody else writes; the row of the part is held all the while, so that nobody else reads it. */
  private async build(part: RebuildPart, setting: FoldSetting, pace: BuildPace): Promise<void> {
    if (!(await this.parts.hold(part))) return;
    await (part.kind === 'opportunity'
      ? this.buildOpportunities(part, setting, pace)
      : this.buildCustomers(part, setting, pace));
  }

  private async buildOpportunities(part: RebuildPart, setting: FoldSetting, pace: BuildPace): Promise<void> {
    const gathered = await this.folds.gather(part, setting, pace);
    if (!(await this.mayAdd(part))) return;
    await this.folds.add(gathered);
    this.ledger.built(gathered.folded.length);
    this.parts.done(part, gathered.upTo);
  }

  private async buildCustomers(part: RebuildPart, setting: FoldSetting, pace: BuildPace): Promise<void> {
    const gathered = await this.customerFolds.gather(part, setting, pace);
    if (!(await this.mayAdd(part))) return;
    await this.customerFolds.add(gathered, setting);
    this.parts.done(part, gathered.upTo);
  }

  /** Holds the ledger; false where another rebuild has begun, for which nothing was read. */
  private async mayAdd(part: RebuildPart): Promise<boolean> {
    const held = await this.ledger.hold();
    if (held?.rebuildId === part.rebuildId) return true;
    this.parts.remove(part);
    return false;
  }

  private async clearSome(): Promise<number> {
    const sums = await this.rollups.clearSome(clearedAtOnce);
    return sums + (await this.ledger.forgetSome(clearedAtOnce)) + (await this.customers.clearSome(clearedAtOnce));
  }
}
