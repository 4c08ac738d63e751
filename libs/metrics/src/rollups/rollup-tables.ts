import { bin, type Parameter } from '@tandem/database';
import type { Cell } from './rules/cell';
import { sliceKinds, type RollupSlice } from './rules/slices';
import type { RollupChange } from './rules/spread-cells';

/** One table of sums: the columns a row is found by, and the measures by the name they have in a cell. */
interface RollupTable {
  readonly name: string;
  readonly keys: readonly string[];
  readonly keyOf: (change: RollupChange) => readonly Parameter[];
  readonly measures: Readonly<Record<string, string>>;
}

const place = ['slice_kind', 'slice', 'grain', 'day', 'known', 'reading'];
const placeOf = ({ sliceKind, slice, grain, cell }: RollupChange): Parameter[] => [
  sliceKinds[sliceKind],
  sliceBytes(sliceKind, slice),
  grain,
  cell.day,
  cell.known,
  cell.reading,
];

/** The month of what was never given a date. */
const noMonth = '1000-01-01';

/** What tells a row from others in a table, beside its place. */
type Beside<Kind extends Cell['kind']> = (cell: Extract<Cell, { readonly kind: Kind }>) => readonly Parameter[];

function table<Kind extends Cell['kind']>(
  name: string,
  beside: readonly string[],
  besideOf: Beside<Kind>,
  measures: RollupTable['measures'],
): RollupTable {
  return {
    name,
    keys: [...place, ...beside],
    keyOf: (change) => [...placeOf(change), ...besideOf(change.cell as Extract<Cell, { readonly kind: Kind }>)],
    measures,
  };
}

export const rollupTables: Readonly<Record<Cell['kind'], RollupTable>> = {
  sales: table<'sales'>('rollup_sales', [], () => [], {
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
  }),
  pipeline: table<'pipeline'>(
    'rollup_pipeline',
    ['close_month', 'currency'],
    ({ closeMonth, currency }) => [closeMonth ?? noMonth, currency],
    {
      open: 'open_count',
      withoutAmount: 'without_amount_count',
      valueMinor: 'value_minor',
      weightedMinor: 'weighted_minor',
    },
  ),
  entry: table<'entry'>(
    'rollup_entry',
    ['stage_row', 'modes', 'currency'],
    ({ row, modes, currency }) => [row, modes, currency],
    {
      entered: 'entered_count',
      implied: 'implied_count',
      undated: 'undated_count',
      valued: 'valued_count',
      valueMinor: 'value_minor',
    },
  ),
  conversion: table<'conversion'>(
    'rollup_conversion',
    ['from_row', 'to_row', 'elapsed_days', 'modes'],
    ({ from, to, elapsedDays, modes }) => [from, to, elapsedDays, modes],
    { converted: 'converted_count' },
  ),
  stay: table<'stay'>('rollup_stay', ['stage_row', 'hours', 'modes'], ({ row, hours, modes }) => [row, hours, modes], {
    stays: 'stay_count',
  }),
};

/** A slice as its column holds it: the bytes of an id or of a text; what lacks the attribute is empty. */
export function sliceBytes(kind: RollupSlice, slice: string | null): Buffer {
  if (slice === null) return Buffer.alloc(0);
  return kind === 'segment' ? Buffer.from(slice, 'utf8') : bin(slice);
}
