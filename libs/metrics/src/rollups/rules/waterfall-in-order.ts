import type { PlainDate } from '@tandem/kernel';
import type { DealState } from '../../pipeline/rules/read-timeline';
import { cellKey, sumCells } from './add-cells';
import type { Cell } from './cell';
import { waterfallKnownSince } from './known-since';
import type { OpportunityHistory } from './opportunity-history';
import { changedPeriods, teller, type WaterfallRow, type WaterfallSetting } from './waterfall-of';

/**
 * What one opportunity adds to waterfalls, if its log is in order, each row of it is a state, and what it booked was never restated: then
 * both readings say the same, and whatever is known by a day is a beginning of the states. Of most periods all states became
 * known before their end, which is one look at each; what was recorded later takes back what was told before.
 */
export function waterfallInOrder(
  history: Pick<OpportunityHistory, 'moves' | 'belongings'>,
  states: readonly DealState[],
  setting: WaterfallSetting,
): Cell[] {
  const { moves } = history;
  const tell = teller(history, setting);
  const cells: Cell[] = [];
  for (const { period, first, end } of changedPeriods(states, setting)) {
    const knownSince = (place: number) => waterfallKnownSince(period, moves[place]?.recordedOn as PlainDate);
    let before: WaterfallRow[] = [];
    for (let place = first; place < end; place++) {
      const known = knownSince(place);
      if (place + 1 < end && knownSince(place + 1) === known) continue;
      const now = tell(states, { period, first, end: place + 1 });
      const dated = (rows: readonly WaterfallRow[]) => rows.map((row): Cell => ({ ...row, reading: 'both', known }));
      if (before.length === 0) cells.push(...dated(now));
      else
        cells.push(
          ...sumCells(cellKey, [
            [dated(now), 1],
            [dated(before), -1],
          ]),
        );
      before = now;
    }
  }
  return cells;
}
