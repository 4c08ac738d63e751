import type { Bilingual, FunnelRowWire, FunnelSourcesWire, MoneyWire } from '@tandem/contracts';
import { decimalsOf } from '../../formats/money';
import type { Grid } from './draw-grid';

type Name = (name: Bilingual) => string;
const plain = (value: string | number | null | undefined): string =>
  value === null || value === undefined ? '' : String(value);

/** The funnel as cells of a spreadsheet, in the columns of its table; what is not known is empty and never 0. */
export const funnelCells = (rows: readonly FunnelRowWire[], nameOf: Name): string[][] =>
  rows.map(({ conversion, ...row }) =>
    [
      nameOf(row.name),
      row.entered,
      row.implied,
      decimal(row.value),
      conversion?.rate,
      conversion && `${conversion.converted}/${conversion.mature}`,
      conversion?.running,
      conversion?.interval && `${conversion.interval.low}–${conversion.interval.high}`,
      conversion?.previousRate,
      row.fromFirst?.rate,
      row.throughput,
      row.medianDays,
    ].map(plain),
  );

/** The sources as cells of a spreadsheet, in the columns of their table. */
export const sourceCells = ({ rows }: Pick<FunnelSourcesWire, 'rows'>, nameOf: Name): string[][] =>
  rows.map((row) =>
    [
      nameOf(row.slice.name),
      row.leads,
      row.qualifiedShare,
      row.accepted,
      row.won,
      row.cost && decimal(row.cost),
      row.costEach && decimal(row.costEach),
      decimal(row.pipeline),
      row.yield,
    ].map(plain),
  );

/** The moves as cells of a spreadsheet, with its head; where nothing moved is empty. */
export const moveCells = (
  { columns, rows, total }: Grid,
  placeName: (place: string) => string,
  { from, all }: { readonly from: string; readonly all: string },
): string[][] => [
  [from, ...columns.map(({ place }) => placeName(place)), all],
  ...rows.map(({ place, cells, out }) => [
    placeName(place),
    ...cells.map((cell) => plain(cell?.count)),
    plain(out.count),
  ]),
  [all, ...columns.map(({ count }) => plain(count)), plain(total.count)],
];

/** An amount as a bare number: `-12.50`. */
function decimal({ amountMinor, currency }: MoneyWire): string {
  const decimals = decimalsOf(currency);
  const digits = amountMinor.replace('-', '').padStart(decimals + 1, '0');
  const sign = amountMinor.startsWith('-') ? '-' : '';
  const whole = digits.slice(0, digits.length - decimals);
  return decimals === 0 ? `${sign}${whole}` : `${sign}${whole}.${digits.slice(-decimals)}`;
}
