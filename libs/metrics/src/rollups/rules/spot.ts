import type { PlainDate } from '@tandem/kernel';
import { standardSpans, type Cell, type CellReading, type StandardSpan } from './cell';
import { dayNumber } from './day-number';
import { monthOf } from './grain';
import { readingNumbers } from './packed-counts';

/** Where cells stand in the sums of their kind, whoever is asked for. */
export type Spot =
  | { readonly kind: 'sales'; readonly day: PlainDate; readonly known: PlainDate; readonly reading: CellReading }
  | {
      readonly kind: 'pipeline';
      readonly day: PlainDate;
      readonly known: PlainDate;
      readonly reading: CellReading;
      readonly closeMonth: PlainDate | null;
      readonly currency: string;
    }
  | {
      readonly kind: 'waterfall';
      readonly span: StandardSpan;
      readonly day: PlainDate;
      readonly known: PlainDate;
      readonly reading: CellReading;
    }
  | {
      readonly kind: 'entry';
      readonly row: number;
      readonly day: PlainDate;
      readonly modes: number;
      readonly reading: CellReading;
      readonly currency: string;
    }
  | { readonly kind: 'conversion' | 'stay'; readonly row: number; readonly day: PlainDate };

export function spotOf(cell: Cell): Spot {
  const { kind, day, known, reading } = cell;
  switch (kind) {
    case 'sales':
      return { kind, day, known, reading };
    case 'pipeline':
      return { kind, day, known, reading, closeMonth: cell.closeMonth, currency: cell.currency };
    case 'waterfall':
      return { kind, span: cell.span, day, known, reading };
    case 'entry':
      return { kind, row: cell.row, day, modes: cell.modes, reading, currency: cell.currency };
    case 'conversion':
      return { kind, row: cell.from, day };
    case 'stay':
      return { kind, row: cell.row, day };
  }
}

/** Where the same stands in sums by month, of what has any. */
export function inMonth(spot: Spot): Spot {
  const day = monthOf(spot.day);
  return spot.kind === 'sales' || spot.kind === 'pipeline'
    ? { ...spot, day, known: monthOf(spot.known) }
    : { ...spot, day };
}

/** So much room there is for each: days up to the year 9999, and more names than there are currencies and months to close in. */
const mostDays = 2 ** 22;
const mostNames = 2 ** 13;
const mostReadings = 4;
/** From the year 1 on days are above 0. */
const daysBefore = 2 ** 20;

/** Numbers of currencies and months, in the order in which they came. */
export type Names = Map<string | null, number>;

/** What tells a spot from others of its kind, as a pair of numbers, in the order of the table. A cell has that of its spot. */
export const spotFirst = (spot: Spot | Cell): number => rowOf(spot) * mostDays + dayIn(spot.day);

export function spotSecond(spot: Spot | Cell, names: Names): number {
  switch (spot.kind) {
    case 'sales':
    case 'waterfall':
      return dayIn(spot.known) * mostReadings + readingNumbers[spot.reading];
    case 'pipeline':
      return (
        ((dayIn(spot.known) * mostReadings + readingNumbers[spot.reading]) * mostNames +
          numberIn(names, spot.closeMonth)) *
          mostNames +
        numberIn(names, spot.currency)
      );
    case 'entry':
      return (spot.modes * mostReadings + readingNumbers[spot.reading]) * mostNames + numberIn(names, spot.currency);
    default:
      return 0;
  }
}

const dayIn = (day: PlainDate): number => dayNumber(day) + daysBefore;

/** The row of the funnel, where there is one; of a waterfall the kind of period. */
function rowOf(spot: Spot | Cell): number {
  if (spot.kind === 'sales' || spot.kind === 'pipeline') return 0;
  if (spot.kind === 'waterfall') return standardSpans.indexOf(spot.span);
  return 'from' in spot ? spot.from : spot.row;
}

function numberIn(names: Names, name: string | null): number {
  const known = names.get(name);
  if (known !== undefined) return known;
  if (names.size === mostNames) throw new Error('more currencies and months than a spot can tell apart');
  names.set(name, names.size);
  return names.size - 1;
}
