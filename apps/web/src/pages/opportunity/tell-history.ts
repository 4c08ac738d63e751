import type {
  BookingWire,
  HandOffWire,
  HistoryWire,
  MoneyWire,
  MoveWire,
  RestatementWire,
  TouchWire,
} from '@tandem/contracts';
import { trueAt } from './effective-moves';

/** A row of the log that stands for itself. It stands where it was true; `corrector` is the row that says so, or that it never was. */
export interface MoveTold {
  readonly kind: 'move';
  readonly what: Happening;
  readonly move: MoveWire;
  readonly corrector: MoveWire | null;
}

/** A row of the log about an earlier one, where it was learned. */
export interface CorrectionTold {
  readonly kind: 'correction';
  readonly correction: MoveWire;
  readonly corrected: MoveWire;
  /** What was taken to be its moment until then. */
  readonly before: Moment;
  /** A later correction of the same row says otherwise. */
  readonly superseded: boolean;
}

export interface BookingTold {
  readonly kind: 'booking';
  readonly booking: BookingWire;
  /** The row of the log that posted it; nobody's when it was posted by hand. */
  readonly postedBy: MoveWire | null;
  /** The line it takes back, or gives part of back. */
  readonly original: BookingWire | null;
  /** The line that takes it back, and those that give part of it back. */
  readonly reversal: BookingWire | null;
  readonly credits: readonly BookingWire[];
}

export interface RestatementTold {
  readonly kind: 'restatement';
  readonly booking: BookingWire;
  readonly restatement: RestatementWire;
  /** What it was worth until then; null when no rate was known. */
  readonly before: MoneyWire | null;
}

/** One line of the timeline, newest first. */
export type Entry =
  | MoveTold
  | CorrectionTold
  | { readonly kind: 'offered' | 'answered'; readonly handOff: HandOffWire }
  | { readonly kind: 'touched'; readonly touch: TouchWire }
  | BookingTold
  | RestatementTold;

export type Moment = Pick<MoveWire, 'at' | 'precision'>;
export type Happening = 'opened' | 'moved' | 'won' | 'lost' | 'cancelled' | 'reopened' | 'changed';

/** What one row of the log tells; a row may also change amount, date or owner beside it. */
export function whatHappened({ stageFromId, stageToId, outcomeFrom, outcomeTo }: MoveWire): Happening {
  if (stageFromId === null && outcomeTo === 'open') return 'opened';
  if (outcomeTo !== outcomeFrom) return outcomeTo === 'open' ? 'reopened' : outcomeTo;
  return stageFromId === stageToId ? 'changed' : 'moved';
}

/** Whoever calls at the moment a row was written does so after it. */
const afterRows = 999_999;

interface Placed {
  readonly entry: Entry;
  readonly day: string;
  readonly order: string;
}

export interface Happened extends HistoryWire {
  /** What either side did with the buyer. */
  readonly touches: readonly TouchWire[];
}

/** Moves, hand-offs, contacts and bookings as one story. A booking has a day only: it stands above what happened on that day. */
export function tellHistory(history: Happened, dayOf: (instant: string) => string): Entry[] {
  const at = (entry: Entry, instant: string, seq = 0): Placed => ({
    entry,
    day: dayOf(instant),
    order: `${instant}#${String(seq).padStart(6, '0')}`,
  });
  const placed = [
    ...tellLog(history.moves, at),
    ...history.handOffs.flatMap((handOff) => [
      at({ kind: 'offered', handOff }, handOff.offeredAt),
      ...(handOff.state === 'offered' ? [] : [at({ kind: 'answered', handOff }, handOff.answeredAt ?? handOff.dueAt)]),
    ]),
    ...history.touches.map((touch) => at({ kind: 'touched', touch }, touch.at, afterRows)),
    ...tellMoney(history, at),
  ];
  return placed
    .sort((one, other) => other.day.localeCompare(one.day) || compare(other.order, one.order))
    .map(({ entry }) => entry);
}

type PlaceAt = (entry: Entry, instant: string, seq?: number) => Placed;

function tellLog(moves: readonly MoveWire[], at: PlaceAt): Placed[] {
  const log = [...moves].sort((one, other) => one.seq - other.seq);
  return log.map((row) => {
    if (row.correction === null) {
      const corrector = log.findLast(({ correctsSeq }) => correctsSeq === row.seq) ?? null;
      return at({ kind: 'move', what: whatHappened(row), move: row, corrector }, trueAt(row), row.seq);
    }
    const corrected = log.find(({ seq }) => seq === row.correctsSeq);
    if (!corrected) throw new Error(`row ${row.seq} corrects a row that is not there`);
    const others = log.filter(({ correctsSeq }) => correctsSeq === row.correctsSeq);
    const entry: CorrectionTold = {
      kind: 'correction',
      correction: row,
      corrected,
      before: others.findLast(({ seq }) => seq < row.seq) ?? corrected,
      superseded: others.some(({ seq }) => seq > row.seq),
    };
    return at(entry, row.recordedAt, row.seq);
  });
}

function tellMoney({ moves, bookings }: HistoryWire, at: PlaceAt): Placed[] {
  const lineOf = (id: string | null) => (id === null ? null : (bookings.find((line) => line.id === id) ?? null));
  return bookings.flatMap((booking) => {
    const entry: BookingTold = {
      kind: 'booking',
      booking,
      postedBy: moves.find(({ id }) => id === booking.moveId) ?? null,
      original: lineOf(booking.reversesId ?? booking.creditOfId),
      reversal: bookings.find(({ reversesId }) => reversesId === booking.id) ?? null,
      credits: bookings.filter(({ creditOfId, reversesId }) => creditOfId === booking.id && reversesId === null),
    };
    return [
      { entry, day: booking.bookingDate, order: `~${booking.id}` },
      ...booking.restatements.map((restatement, place) => {
        const before = booking.restatements[place - 1]?.amount ?? booking.reportingAmount;
        return at({ kind: 'restatement', booking, restatement, before }, restatement.recordedAt);
      }),
    ];
  });
}

const compare = (one: string, other: string): number => {
  if (one === other) return 0;
  return one < other ? -1 : 1;
};
