import type { PlainDate, Zone } from '@tandem/kernel';
import type { Reading } from '../../rules/facts';
import type { FunnelMode } from '../../rules/find-entries';
import { CellSums, cellKey, measuresKey, placedKey, placeKey } from './add-cells';
import { modeBits, type Cell, type CellReading, type Placed } from './cell';
import { funnelInOrder, isInOrder } from './funnel-in-order';
import { funnelOf, type FunnelSetting } from './funnel-of';
import { knownOn, recordingDays, type OpportunityHistory } from './opportunity-history';
import { isOfClosing, salesOf } from './sales-of';

export interface CellSetting extends FunnelSetting {
  readonly zone: Zone;
}

type Told = Placed & { readonly reading: CellReading };

/**
 * All that one opportunity adds to the sums, by either reading and as of any day: for each day on which something of it was
 * recorded, what had to be said from then on less what was said before. So the sum of what is known by a day is what was
 * true of it as of that day, and of everything it is what is true now.
 */
export function opportunityCells(history: OpportunityHistory, setting: CellSetting): Cell[] {
  if (!isInOrder(history)) return cellsDayByDay(history, setting);
  return [...salesInOrder(history, setting), ...funnelInOrder(history, setting)];
}

/** The same of any history, in the obvious way. */
export const cellsDayByDay = (history: OpportunityHistory, setting: CellSetting): Cell[] =>
  dayByDay(history, recordingDays(history), (known) =>
    told((reading) => [...salesRead(known, reading, setting), ...inEveryMode(known, reading, setting)]),
  );

/** Bookings and closings of a history whose log is in order: they change on the days that something of them was recorded alone. */
function salesInOrder(history: OpportunityHistory, setting: CellSetting): Cell[] {
  const moves = history.moves.filter(isOfClosing);
  if (moves.length === 0 && history.lines.length === 0) return [];
  const { lines, restatements } = history;
  const isReadAlike =
    restatements.length === 0 &&
    moves.filter(({ outcomeFrom, outcomeTo }) => outcomeFrom !== outcomeTo).length <= 1 &&
    lines.every(({ reversesId, adjustsDate }) => reversesId === null && adjustsDate === null);
  return dayByDay(history, recordingDays({ moves, lines, restatements, edits: [] }), (known) =>
    isReadAlike
      ? salesRead(known, 'restated', setting).map((row): Told => ({ ...row, reading: 'both' }))
      : told((reading) => salesRead(known, reading, setting)),
  );
}

function dayByDay(
  history: OpportunityHistory,
  days: readonly PlainDate[],
  tell: (known: OpportunityHistory) => readonly Told[],
): Cell[] {
  const cells = new CellSums(cellKey);
  let before: readonly Told[] = [];
  for (const known of days) {
    const now = tell(knownOn(history, known));
    const dated = (rows: readonly Told[]) => rows.map((row): Cell => ({ ...row, known }));
    cells.add(dated(now)).add(dated(before), -1);
    before = now;
  }
  return cells.rows();
}

/** What both readings say alike stands once. */
function told(read: (reading: Reading) => readonly Placed[]): Told[] {
  const restated = read('restated');
  const reported = new Map(read('reported').map((row) => [alike(row), row]));
  const rows = restated.map((row): Told => ({ ...row, reading: reported.delete(alike(row)) ? 'both' : 'restated' }));
  return [...rows, ...[...reported.values()].map((row): Told => ({ ...row, reading: 'reported' }))];
}

const alike = (row: Placed): string => `${placedKey(row)} = ${measuresKey(row)}`;

const salesRead = (history: OpportunityHistory, reading: Reading, { zone }: CellSetting): Placed[] =>
  new CellSums<Placed>(placeKey).add(salesOf(history, reading, zone)).rows();

/** What several modes say alike stands once, with the bits of all of them. */
function inEveryMode(history: OpportunityHistory, reading: Reading, setting: FunnelSetting): Placed[] {
  const said = new Map<string, Exclude<Placed, { readonly kind: 'sales' }>>();
  for (const mode of ['ordered', 'strict', 'any'] as const satisfies FunnelMode[]) {
    for (const row of funnelOf(history, { reading, mode }, setting)) {
      const key = `${placeKey(row)} = ${measuresKey(row)}`;
      said.set(key, { ...row, modes: (said.get(key)?.modes ?? 0) | modeBits[mode] });
    }
  }
  return [...said.values()];
}
