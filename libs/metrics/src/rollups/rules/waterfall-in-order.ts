import type { PlainDate } from '@tandem/kernel';
import type { DealState } from '../../pipeline/rules/read-timeline';
import { cellKey, sumCells } from './add-cells';
import type { Cell } from './cell';
import { waterfallKnownSince } from './known-since';
import type { HistoryMove, OpportunityHistory } from './opportunity-history';
import { changedPeriods, teller, type WaterfallSetting } from './waterfall-of';

/** States with the rows of the log they begin with. */
interface States {
  readonly states: readonly DealState[];
  readonly beginnings: readonly HistoryMove[];
}

/**
 * Adds to some cells what one opportunity adds to waterfalls, if its log is in order and settled, and what it booked was never restated:
 * then both readings say the same, and whatever is known by a day is a beginning of the states. Of most periods all states became
 * known before their end, which is one look at each; what was recorded later takes back what was told before.
 */
export function waterfallInOrder(
  cells: Cell[],
  history: Pick<OpportunityHistory, 'belongings'>,
  { states, beginnings }: States,
  setting: WaterfallSetting,
): void {
  const tell = teller(history, setting);
  for (const { period, first, end } of changedPeriods(states, setting)) {
    const knownSince = (place: number) => waterfallKnownSince(period, beginnings[place]?.recordedOn as PlainDate);
    for (let [begin, upTo] = [first, first + 1]; upTo <= end; upTo++) {
      const known = knownSince(upTo - 1);
      if (upTo < end && knownSince(upTo) === known) continue;
      const told = { reading: 'both', known } as const;
      if (begin === first) tell(cells, states, { period, first, end: upTo }, told);
      else {
        const [now, before]: [Cell[], Cell[]] = [[], []];
        tell(now, states, { period, first, end: upTo }, told);
        tell(before, states, { period, first, end: begin }, told);
        cells.push(
          ...sumCells(cellKey, [
            [now, 1],
            [before, -1],
          ]),
        );
      }
      begin = upTo;
    }
  }
}
