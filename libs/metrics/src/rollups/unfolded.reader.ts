import { Injectable } from '@nestjs/common';
import { FactLedgerRepository } from './fact-ledger.repository';
import { FoldSettingReader, type FoldSetting } from './fold-setting.reader';
import { OpportunityHistoriesReader } from './opportunity-histories.reader';
import type { Cell } from './rules/cell';
import { unfoldedCells } from './rules/unfolded-cells';

/** With a longer tail it is quicker to count from the records. */
const longestTail = 2_000;

/** Sums that can be read, and what they lack. */
export interface Unfolded {
  readonly setting: FoldSetting;
  readonly cells: readonly Cell[];
}

/** What has changed and is not folded yet: together with the sums it is all there is. Ask in the snapshot the sums are read in. */
@Injectable()
export class UnfoldedReader {
  constructor(
    private readonly settings: FoldSettingReader,
    private readonly ledger: FactLedgerRepository,
    private readonly histories: OpportunityHistoriesReader,
  ) {}

  /** Null where the sums cannot answer: they are of another definition, being built, or far behind. */
  async read(): Promise<Unfolded | null> {
    const setting = await this.settings.read();
    const state = await this.ledger.state();
    if (!setting || state?.state !== 'ready' || state.definition !== setting.definition) return null;
    const tail = await this.ledger.tail(longestTail + 1);
    if (tail.length > longestTail) return null;
    const ids = [...new Set(tail.map(({ opportunityId }) => opportunityId))];
    const folded = await this.ledger.folded(ids);
    const histories = await this.histories.read(ids, setting);
    return {
      setting,
      cells: histories.flatMap((history) => unfoldedCells(history, folded.get(history.opportunityId) ?? null, setting)),
    };
  }
}
