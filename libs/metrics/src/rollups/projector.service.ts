import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import { beforeAll, FactLedgerRepository, type LedgerState, type TailRow } from './fact-ledger.repository';
import { FoldSettingReader, type FoldSetting } from './fold-setting.reader';
import { OpportunityHistoriesReader } from './opportunity-histories.reader';
import { RollupsRepository } from './rollups.repository';
import { foldedState } from './rules/folded-part';
import { unfoldedCells } from './rules/unfolded-cells';

/** Rows of the tail, or opportunities of a rebuild, folded in one transaction. */
const most = 500;

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
    private readonly histories: OpportunityHistoriesReader,
    private readonly rollups: RollupsRepository,
  ) {}

  /** One step: a part of a rebuild if one is due, else a part of the tail. False when there was nothing to do. */
  async step(): Promise<boolean> {
    const setting = await this.settings.read();
    if (!setting) return false;
    const state = await this.ledger.state();
    if (state?.definition !== setting.definition) return this.begin(setting);
    if (state.state === 'building') await this.build(setting);
    return (await this.foldTail(setting)) || state.state === 'building';
  }

  /** Makes all sums anew from the records, going on where a rebuild was cut off; says how many opportunities that were. */
  async rebuild(tell: (progress: Progress) => void): Promise<number> {
    const setting = await this.settings.read();
    if (!setting) return 0;
    const state = await this.ledger.state();
    if (state?.definition !== setting.definition || state.state === 'ready') await this.begin(setting);
    const total = await this.ledger.count();
    for (;;) {
      const { built, isDone } = await this.build(setting);
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

  /** The next opportunities of a rebuild; the sums of before go first. All of it in the hold of the state, or two would undo each other. */
  private async build(setting: FoldSetting): Promise<{ readonly built: number; readonly isDone: boolean }> {
    return this.database.write(async () => {
      const held = await this.ledger.hold();
      if (!isOf(held, setting) || held.state === 'ready') return { built: held?.built ?? 0, isDone: true };
      if (held.builtTo === null && (await this.clearSome()) > 0) return { built: 0, isDone: false };
      const ids = await this.ledger.after(held.builtTo ?? beforeAll, most);
      await this.fold(ids, setting);
      this.ledger.builtTo(ids.at(-1) ?? held.builtTo ?? beforeAll, ids.length);
      const isDone = ids.length < most;
      if (isDone) this.ledger.ready();
      return { built: held.built + ids.length, isDone };
    });
  }

  private async clearSome(): Promise<number> {
    return (await this.rollups.clearSome()) + (await this.ledger.forgetSome());
  }

  /** False when the tail is empty. */
  private async foldTail(setting: FoldSetting): Promise<boolean> {
    return this.database.write(async () => {
      const held = await this.ledger.hold();
      if (!isOf(held, setting)) return false;
      const rows = await this.ledger.tail(most);
      await this.fold(opportunitiesOf(rows, held), setting);
      this.ledger.forget(rows);
      return rows.length === most;
    });
  }

  private async fold(ids: readonly string[], setting: FoldSetting): Promise<void> {
    const folded = await this.ledger.folded(ids);
    const histories = await this.histories.read(ids, setting);
    this.rollups.add(
      histories.flatMap((history) => unfoldedCells(history, folded.get(history.opportunityId) ?? null, setting)),
    );
    this.ledger.saveFolded(histories.map((history) => [history.opportunityId, foldedState(history)]));
  }
}

const isOf = (held: LedgerState | null, { definition }: FoldSetting): held is LedgerState =>
  held?.definition === definition;

/** What a rebuild has not come to yet it will find as it is then. */
function opportunitiesOf(rows: readonly TailRow[], { state, builtTo }: LedgerState): string[] {
  const changed = [...new Set(rows.map(({ opportunityId }) => opportunityId))];
  return state === 'ready' ? changed : changed.filter((id) => builtTo !== null && id <= builtTo);
}
