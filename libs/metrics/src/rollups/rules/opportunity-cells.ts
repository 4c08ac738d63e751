import type { PlainDate, Zone } from '@tandem/kernel';
import type { Reading } from '../../rules/facts';
import type { FunnelMode } from '../../rules/find-entries';
import { cellKey, measuresKey, placedKey, placeKey, sumCells, type Part } from './add-cells';
import { modeBits, type Cell, type CellReading, type OfFunnel, type Placed } from './cell';
import { funnelInOrder, isInOrder } from './funnel-in-order';
import { funnelOf, type FunnelSetting } from './funnel-of';
import { knownSince } from './known-since';
import { knownOn, recordingDays, type OpportunityHistory } from './opportunity-history';
import { pipelineOf, pipelineSteps, type PipelineSetting } from './pipeline-of';
import { isOfClosing, salesOf } from './sales-of';
import { beginningsIn, isSettled, statesOf } from './states-of';
import { waterfallInOrder } from './waterfall-in-order';
import { waterfallOf, type WaterfallSetting } from './waterfall-of';

export interface CellSetting extends FunnelSetting, WaterfallSetting, Omit<PipelineSetting, 'stages'> {
  readonly zone: Zone;
  /** In the order of the funnel. */
  readonly stages: readonly (FunnelSetting['stages'][number] & PipelineSetting['stages'][number])[];
}

type Told = Placed & { readonly reading: CellReading };

/**
 * All that one opportunity adds to the sums, by either reading and as of any day: for each day on which something of it was
 * recorded, what had to be said from then on less what was said before. So the sum of what is known by a day is what was
 * true of it as of that day, and of everything it is what is true now.
 */
export function opportunityCells(history: OpportunityHistory, setting: CellSetting): Cell[] {
  if (!isInOrder(history)) return cellsDayByDay(history, setting);
  return salesInOrder(history, setting).concat(statesInOrder(history, setting), funnelInOrder(history, setting));
}

/** The same of any history, in the obvious way. */
export const cellsDayByDay = (history: OpportunityHistory, setting: CellSetting): Cell[] =>
  dayByDay(history, recordingDays(history), (known) =>
    told((reading) => [
      ...salesRead(known, reading, setting),
      ...statesRead(known, reading, setting),
      ...inEveryMode(known, reading, setting),
    ]),
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
  const days = recordingDays({ moves, lines, restatements, edits: [] });
  const [only] = days;
  // What was told once was never taken back.
  if (isReadAlike && only !== undefined && days.length === 1)
    return salesOf(knownOn(history, only), 'restated', setting.zone).map(({ kind, credit, day, measures }): Cell => ({
      kind,
      credit,
      day,
      measures,
      reading: 'both',
      known: only,
    }));
  return dayByDay(history, days, (known) =>
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
  const parts: Part<Cell>[] = [];
  let before: readonly Told[] = [];
  for (const known of days) {
    const now = tell(knownOn(history, known));
    const dated = (rows: readonly Told[]) => rows.map((row): Cell => ({ ...row, known: knownSince(row, known) }));
    parts.push([dated(now), 1], [dated(before), -1]);
    before = now;
  }
  return sumCells(cellKey, parts);
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
  sumCells<Placed>(placeKey, [[salesOf(history, reading, zone), 1]]);

const statesRead = (history: OpportunityHistory, reading: Reading, setting: CellSetting): Placed[] =>
  sumCells<Placed>(placeKey, [
    [pipelineOf(history, reading, setting), 1],
    [waterfallOf(history, reading, setting), 1],
  ]);

/** Open pipeline and waterfalls of a history whose log is in order: each state changes them once, on the day its row was recorded. */
function statesInOrder(history: OpportunityHistory, setting: CellSetting): Cell[] {
  const { moves, lines, restatements } = history;
  if (!isSettled(moves) || restatements.length > 0) {
    return dayByDay(history, recordingDays({ moves, lines, restatements, edits: [] }), (known) =>
      told((reading) => statesRead(known, reading, setting)),
    );
  }
  const cells: Cell[] = [];
  const states = statesOf(history, 'restated', setting);
  const beginnings = beginningsIn(moves);
  for (const [place, changes] of pipelineSteps(states, history.belongings, setting).entries()) {
    const known = beginnings[place]?.recordedOn;
    if (known === undefined) continue;
    for (const { kind, credit, day, closeMonth, currency, measures } of changes)
      cells.push({ kind, credit, day, closeMonth, currency, measures, reading: 'both', known });
  }
  waterfallInOrder(cells, history, { states, beginnings }, setting);
  return cells;
}

/** What several modes say alike stands once, with the bits of all of them. */
function inEveryMode(history: OpportunityHistory, reading: Reading, setting: FunnelSetting): Placed[] {
  const said = new Map<string, OfFunnel>();
  for (const mode of ['ordered', 'strict', 'any'] as const satisfies FunnelMode[]) {
    for (const row of funnelOf(history, { reading, mode }, setting)) {
      const key = `${placeKey(row)} = ${measuresKey(row)}`;
      said.set(key, { ...row, modes: (said.get(key)?.modes ?? 0) | modeBits[mode] });
    }
  }
  return [...said.values()];
}
