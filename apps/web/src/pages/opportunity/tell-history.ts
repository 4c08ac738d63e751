import type { BookingWire, HandOffWire, HistoryWire, MoveWire } from '@tandem/contracts';

/** One line of the timeline, newest first. */
export type Entry =
  | { readonly kind: 'move'; readonly at: string; readonly what: Happening; readonly move: MoveWire }
  | { readonly kind: 'offered'; readonly at: string; readonly handOff: HandOffWire }
  | { readonly kind: 'answered'; readonly at: string; readonly handOff: HandOffWire }
  | { readonly kind: 'booking'; readonly day: string; readonly booking: BookingWire };

export type Happening = 'opened' | 'moved' | 'won' | 'lost' | 'cancelled' | 'reopened' | 'changed';

/** What one row of the log tells; a row may also change amount, date or owner beside it. */
export function whatHappened({ stageFromId, stageToId, outcomeFrom, outcomeTo }: MoveWire): Happening {
  if (stageFromId === null && outcomeTo === 'open') return 'opened';
  if (outcomeTo !== outcomeFrom) return outcomeTo === 'open' ? 'reopened' : outcomeTo;
  return stageFromId === stageToId ? 'changed' : 'moved';
}

/** Moves, hand-offs and bookings as one story. A booking has a day only: it stands above what happened on that day. */
export function tellHistory({ moves, handOffs, bookings }: HistoryWire, dayOf: (instant: string) => string): Entry[] {
  const entries: { entry: Entry; day: string; order: string }[] = [
    ...moves.map((move) => placed({ kind: 'move', at: move.at, what: whatHappened(move), move }, move.at, move.seq)),
    ...handOffs.map((handOff) => placed({ kind: 'offered', at: handOff.offeredAt, handOff }, handOff.offeredAt)),
    ...handOffs.flatMap((handOff) => {
      if (handOff.state === 'offered') return [];
      const at = handOff.answeredAt ?? handOff.dueAt;
      return [placed({ kind: 'answered', at, handOff }, at)];
    }),
    ...bookings.map((booking) => ({
      entry: { kind: 'booking', day: booking.bookingDate, booking } as const,
      day: booking.bookingDate,
      order: `~${booking.id}`,
    })),
  ];
  return entries
    .sort((one, other) => other.day.localeCompare(one.day) || compare(other.order, one.order))
    .map(({ entry }) => entry);

  function placed(entry: Entry, at: string, seq = 0) {
    return { entry, day: dayOf(at), order: `${at}#${String(seq).padStart(6, '0')}` };
  }
}

const compare = (one: string, other: string): number => {
  if (one === other) return 0;
  return one < other ? -1 : 1;
};

export interface Visit {
  readonly first: string;
  readonly last: string;
  readonly times: number;
}

/** When each stage was entered, by its id. */
export function visitsOf(moves: readonly MoveWire[]): ReadonlyMap<string, Visit> {
  const visits = new Map<string, Visit>();
  for (const { stageFromId, stageToId, at } of [...moves].sort((one, other) => one.seq - other.seq)) {
    if (stageFromId === stageToId) continue;
    const before = visits.get(stageToId);
    visits.set(stageToId, { first: before?.first ?? at, last: at, times: (before?.times ?? 0) + 1 });
  }
  return visits;
}
