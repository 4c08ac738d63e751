import type { Zone } from '@tandem/kernel';
import type { Reading } from '../../rules/facts';
import type { FunnelMode } from '../../rules/find-entries';
import { CellSums, cellKey, measuresKey, placedKey, placeKey } from './add-cells';
import { modeBits, type Cell, type CellReading, type Placed } from './cell';
import { funnelOf, type FunnelSetting } from './funnel-of';
import { knownOn, recordingDays, type OpportunityHistory } from './opportunity-history';
import { salesOf } from './sales-of';

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
  const cells = new CellSums(cellKey);
  let before: readonly Told[] = [];
  for (const known of recordingDays(history)) {
    const now = told(knownOn(history, known), setting);
    const dated = (rows: readonly Told[]) => rows.map((row): Cell => ({ ...row, known }));
    cells.add(dated(now)).add(dated(before), -1);
    before = now;
  }
  return cells.rows();
}

/** What both readings say alike stands once. */
function told(history: OpportunityHistory, setting: CellSetting): Told[] {
  const restated = read(history, 'restated', setting);
  const reported = new Map(read(history, 'reported', setting).map((row) => [alike(row), row]));
  const rows = restated.map((row): Told => ({ ...row, reading: reported.delete(alike(row)) ? 'both' : 'restated' }));
  return [...rows, ...[...reported.values()].map((row): Told => ({ ...row, reading: 'reported' }))];
}

const alike = (row: Placed): string => `${placedKey(row)} = ${measuresKey(row)}`;

function read(history: OpportunityHistory, reading: Reading, setting: CellSetting): Placed[] {
  const sales = new CellSums<Placed>(placeKey).add(salesOf(history, reading, setting.zone)).rows();
  return [...sales, ...inEveryMode(history, reading, setting)];
}

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
