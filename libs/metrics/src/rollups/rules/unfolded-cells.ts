import { cellKey, sumCells } from './add-cells';
import type { Cell } from './cell';
import { foldedPart, type FoldedState } from './folded-part';
import { opportunityCells, type CellSetting } from './opportunity-cells';
import type { OpportunityHistory } from './opportunity-history';

/** What the sums lack of an opportunity: all that it adds less what they hold of it. */
export function unfoldedCells(history: OpportunityHistory, folded: FoldedState | null, setting: CellSetting): Cell[] {
  const cells = opportunityCells(history, setting);
  if (folded === null) return cells;
  return sumCells(cellKey, [
    [cells, 1],
    [opportunityCells(foldedPart(history, folded), setting), -1],
  ]);
}
