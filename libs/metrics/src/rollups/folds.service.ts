import { Injectable } from '@nestjs/common';
import type { IdSpan } from './asked-opportunities';
import type { BuildPace } from './build-pace';
import { FactLedgerRepository } from './fact-ledger.repository';
import type { FoldSetting } from './fold-setting.reader';
import { OpportunityHistoriesReader } from './opportunity-histories.reader';
import { RollupsRepository } from './rollups.repository';
import type { Cell } from './rules/cell';
import { foldedState, type FoldedState } from './rules/folded-part';
import { opportunityCells } from './rules/opportunity-cells';
import { newSpread, spreadOn } from './rules/spread-cells';
import { changesOf, spreadCells, type RollupChange } from './rules/spread-changes';
import { unfoldedCells } from './rules/unfolded-cells';

/** So few that what is read of them is gone before memory is looked through for what stays. */
const readAtOnce = 100;
const savedAtOnce = 500;

type Folded = readonly (readonly [opportunityId: string, state: FoldedState])[];

/** Opportunities of a rebuild, read and added up, to be written once nobody else writes sums. */
export interface GatheredOpportunities {
  readonly upTo: string;
  readonly changes: Iterable<RollupChange>;
  readonly folded: Folded;
}

/** What the sums lack of some opportunities, to be read beside them or to be folded into them. */
@Injectable()
export class Folds {
  constructor(
    private readonly ledger: FactLedgerRepository,
    private readonly histories: OpportunityHistoriesReader,
    private readonly rollups: RollupsRepository,
  ) {}

  async cellsOf(opportunities: readonly string[], setting: FoldSetting): Promise<Cell[]> {
    return (await this.lacking(opportunities, setting)).cells;
  }

  /** Inside a write in which the ledger is held. */
  async fold(opportunities: readonly string[], setting: FoldSetting): Promise<void> {
    const { cells, folded } = await this.lacking(opportunities, setting);
    await this.rollups.add(spreadCells(cells));
    this.ledger.saveFolded(folded);
  }

  /**
   * Opportunities of a rebuild, of which nothing is folded yet. Those that began about the same time change the same rows: the more of them are
   * added up first, the fewer rows are written.
   */
  async gather({ after, to }: IdSpan, setting: FoldSetting, pace: BuildPace): Promise<GatheredOpportunities> {
    const sums = newSpread();
    const folded: [string, FoldedState][] = [];
    const until = performance.now() + pace.readsFor;
    for (let upTo = after; ;) {
      const ids = await this.ledger.after(upTo, readAtOnce, to);
      const next = ids.length < readAtOnce ? to : (ids.at(-1) ?? to);
      for (const history of await this.histories.read({ after: upTo, to: next }, setting)) {
        spreadOn(sums, opportunityCells(history, setting));
        folded.push([history.opportunityId, foldedState(history)]);
      }
      upTo = next;
      if (upTo === to || sums.size >= pace.mostSums || performance.now() >= until)
        return { upTo, changes: changesOf(sums), folded };
    }
  }

  /** Inside a write in which the ledger is held. */
  async add({ changes, folded }: GatheredOpportunities): Promise<void> {
    await this.rollups.add(changes);
    for (let from = 0; from < folded.length; from += savedAtOnce)
      this.ledger.saveFolded(folded.slice(from, from + savedAtOnce));
  }

  private async lacking(ids: readonly string[], setting: FoldSetting) {
    const known = await this.ledger.folded(ids);
    const histories = await this.histories.read(ids, setting);
    const folded = histories.map((history): [string, FoldedState] => [history.opportunityId, foldedState(history)]);
    const cells = histories.flatMap((history) =>
      unfoldedCells(history, known.get(history.opportunityId) ?? null, setting),
    );
    return { cells, folded };
  }
}
