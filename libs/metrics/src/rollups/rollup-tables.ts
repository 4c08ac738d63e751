import { bin } from '@tandem/database';
import { measuresOf, type Cell } from './rules/cell';
import { sliceKinds, type RollupSlice } from './rules/slices';
import type { Spot } from './rules/spot';
import type { RollupChange } from './rules/spread-changes';

/** One table of sums. */
export interface RollupTable {
  readonly name: string;
  /** The columns a row is found by. */
  readonly keys: readonly string[];
  /** Columns that are added up, by the name they have in a cell. */
  readonly measures: Readonly<Record<string, string>>;
  /** The column of packed sums, to which more are appended; null where there is none. */
  readonly packed: string | null;
}

/** A row of a table, and by how much it changes. */
export interface RollupRow {
  readonly kind: Cell['kind'];
  readonly key: readonly (string | number | Buffer)[];
  readonly measures: readonly (number | bigint)[];
  readonly packed: Buffer | null;
}

const place = ['slice_kind', 'slice', 'grain'];

/** The month of what was never given a date. */
const noMonth = '1000-01-01';

export const rollupTables: Readonly<Record<Cell['kind'], RollupTable>> = {
  sales: {
    name: 'rollup_sales',
    keys: [...place, 'day', 'known', 'reading'],
    measures: {
      lines: 'line_count',
      unconvertible: 'unconvertible_count',
      revenueMinor: 'revenue_minor',
      creditsMinor: 'credits_minor',
      sizeMinor: 'size_minor',
      costed: 'costed_count',
      costedRevenueMinor: 'costed_revenue_minor',
      costMinor: 'cost_minor',
      costedSizeMinor: 'costed_size_minor',
      nameless: 'nameless_count',
      namelessSales: 'nameless_sale_count',
      closings: 'closing_count',
      won: 'won_count',
      renewals: 'renewal_count',
      lost: 'lost_count',
    },
    packed: null,
  },
  pipeline: {
    name: 'rollup_pipeline',
    keys: [...place, 'day', 'known', 'reading', 'close_month', 'currency'],
    measures: {
      open: 'open_count',
      withoutAmount: 'without_amount_count',
      valueMinor: 'value_minor',
      weightedMinor: 'weighted_minor',
    },
    packed: null,
  },
  waterfall: {
    name: 'rollup_waterfall',
    keys: [...place, 'day', 'known', 'reading'],
    measures: Object.fromEntries(measuresOf.waterfall.map((column) => [column, column])),
    packed: null,
  },
  entry: {
    name: 'rollup_entry',
    keys: [...place, 'stage_row', 'day', 'modes', 'reading', 'currency'],
    measures: {
      entered: 'entered_count',
      implied: 'implied_count',
      undated: 'undated_count',
      valued: 'valued_count',
      valueMinor: 'value_minor',
    },
    packed: 'later',
  },
  conversion: {
    name: 'rollup_conversion',
    keys: [...place, 'stage_row', 'day'],
    measures: {},
    packed: 'reached',
  },
  stay: {
    name: 'rollup_stay',
    keys: [...place, 'stage_row', 'day'],
    measures: {},
    packed: 'stays',
  },
};

/** The rows of the tables that some changes concern, one a change. */
export function* rowsOf(changes: Iterable<RollupChange>): Generator<RollupRow> {
  for (const { sliceKind, slice, grain, spot, measures, packed } of changes)
    yield {
      kind: spot.kind,
      key: [sliceKinds[sliceKind], sliceBytes(sliceKind, slice), grain, ...spotKey(spot)],
      measures,
      packed,
    };
}

function spotKey(spot: Spot): (string | number)[] {
  switch (spot.kind) {
    case 'sales':
    case 'waterfall':
      return [spot.day, spot.known, spot.reading];
    case 'pipeline':
      return [spot.day, spot.known, spot.reading, spot.closeMonth ?? noMonth, spot.currency];
    case 'entry':
      return [spot.row, spot.day, spot.modes, spot.reading, spot.currency];
    default:
      return [spot.row, spot.day];
  }
}

/** A slice as its column holds it: the bytes of an id or of a text; what lacks the attribute is empty. */
export function sliceBytes(kind: RollupSlice, slice: string | null): Buffer {
  if (slice === null) return Buffer.alloc(0);
  return kind === 'segment' ? Buffer.from(slice, 'utf8') : bin(slice);
}
