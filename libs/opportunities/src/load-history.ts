import { localDate, newId, type Currency, type Id, type PlainDate, type Zone } from '@tandem/kernel';
import { nextMoveRow, type MoveOrigin, type MovePrecision, type MoveRow } from './rules/next-move-row';
import { postBooking, reverseBooking, type Bookable, type BookingRow, type DatedRate } from './rules/post-booking';
import { bookedByWin } from './rules/standing-lines';
import type { TrackedState } from './rules/tracked-state';

/** What was true of an opportunity from one instant on, with both clocks. */
export interface KnownState extends TrackedState {
  readonly at: Date;
  readonly recordedAt: Date;
  readonly precision: MovePrecision;
  readonly origin: MoveOrigin;
  readonly actorId: Id<'person'> | null;
  readonly reasonKey: string | null;
  readonly note: string | null;
}

/** What money needs to be booked: the one currency of reports, its rates, and the zone of its calendar. */
export interface Books {
  readonly reportingCurrency: Currency;
  readonly zone: Zone;
  readonly rateOn: (currency: Currency, day: PlainDate) => DatedRate | null;
}

/** Where a history that is already kept stands; null before the first state. */
export interface Standing {
  readonly state: TrackedState;
  readonly lastSeq: number;
  readonly logHash: Buffer;
  readonly version: number;
  readonly stageEnteredAt: Date;
  /** Bookings that nothing has reversed. */
  readonly bookings: readonly BookingRow[];
}

/** What bookings take along that no state says. */
type Booked = Omit<Bookable, 'currency' | 'ownerId' | 'teamId'>;

/** The rows that states leave behind; every state that changes something is one move and one version. */
export interface FoldedHistory {
  readonly moves: readonly MoveRow[];
  readonly bookings: readonly BookingRow[];
  readonly standing: Standing;
}

/**
 * Folds states, oldest first, into moves and bookings: winning posts what it was won for on its close date, reopening takes
 * it back on the day of the reopening, and another amount or date of what stays won is corrected on the booking's own date,
 * for the person and team, from the source and at the cost of the moment it was won.
 */
export function foldHistory(
  opportunity: Booked,
  states: readonly KnownState[],
  books: Books,
  from: Standing | null = null,
): FoldedHistory {
  const moves: MoveRow[] = [];
  const bookings: BookingRow[] = [];
  let standing = from;
  for (const state of states) {
    const last = moves.at(-1);
    if (last && state.at < last.at) throw new Error(`the history of ${opportunity.id} runs backwards`);
    if (standing && !keepsCurrency(standing.state, state))
      throw new Error(`${opportunity.id} changes its currency under a known amount`);
    const move = moveInto(opportunity.id, standing, state);
    if (!move) continue;
    const taken = standing ? takenBack(standing, state, move, books) : [];
    const corrected = standing?.state.outcome === 'won' ? bookedByWin(standing.bookings) : null;
    const won = { ...opportunity, ...state, ...(corrected && ofItsMoment(corrected)) };
    const posted = isBooked(standing, state) ? [booked(won, state, move, books)] : [];
    moves.push(move);
    bookings.push(...taken, ...posted);
    standing = {
      state,
      lastSeq: move.seq,
      logHash: move.hash,
      version: move.version,
      stageEnteredAt: standing?.state.stageId === state.stageId ? standing.stageEnteredAt : state.at,
      bookings: [...(taken.length > 0 ? [] : (standing?.bookings ?? [])), ...posted],
    };
  }
  if (!standing) throw new Error(`nothing is known of ${opportunity.id}`);
  return { moves, bookings, standing };
}

/** The earliest day that anything of it is dated on: a move, a closing or a line of money. Null when nothing is new. */
export function earliestDay({ moves, bookings }: FoldedHistory, zone: Zone): PlainDate | null {
  const days = [
    ...moves.map(({ at }) => localDate(at, zone)),
    ...moves.flatMap(({ outcomeTo, closeDateTo }) => (outcomeTo !== 'open' && closeDateTo ? [closeDateTo] : [])),
    ...bookings.map(({ bookingDate }) => bookingDate),
  ];
  return days.reduce<PlainDate | null>((first, day) => (first === null || day < first ? day : first), null);
}

/** A row of the log holds two amounts in one currency, so what has an amount keeps its currency. */
const keepsCurrency = (before: TrackedState, after: TrackedState): boolean =>
  before.amountMinor === null || before.currency === after.currency;

function moveInto(opportunityId: Id<'opportunity'>, standing: Standing | null, state: KnownState): MoveRow | null {
  const { at, recordedAt, precision, origin, actorId, reasonKey, note } = state;
  return nextMoveRow(standing && { ...standing.state, lastSeq: standing.lastSeq, logHash: standing.logHash }, state, {
    id: newId<'move'>(),
    opportunityId,
    version: (standing?.version ?? 0) + 1,
    at,
    recordedAt,
    actorId,
    reasonKey,
    note,
    origin,
    atPrecision: precision,
  });
}

const isBooked = (standing: Standing | null, state: KnownState): boolean =>
  state.outcome === 'won' && (standing?.state.outcome !== 'won' || isCorrected(standing.state, state));

const isCorrected = (before: TrackedState, after: TrackedState): boolean =>
  before.amountMinor !== after.amountMinor || before.closeDate !== after.closeDate;

function takenBack(
  { state: before, bookings }: Standing,
  state: KnownState,
  move: MoveRow,
  { zone }: Books,
): BookingRow[] {
  if (before.outcome !== 'won') return [];
  const reopened = state.outcome !== 'won';
  if (!reopened && !isCorrected(before, state)) return [];
  const day = localDate(state.at, zone);
  return bookings.map((original) =>
    reverseBooking(original, {
      id: newId<'booking'>(),
      moveId: move.id,
      // Nothing is taken back before it was booked.
      bookingDate: reopened && day > original.bookingDate ? day : original.bookingDate,
      recordedAt: state.recordedAt,
    }),
  );
}

/** What a line stays with, whatever becomes of the opportunity: the definition of a booking says so. */
const ofItsMoment = ({ ownerId, teamId, sourceId, campaignId, costMinor }: BookingRow) => ({
  ownerId,
  teamId,
  sourceId,
  campaignId,
  costMinor,
});

function booked(
  won: Bookable,
  { amountMinor, closeDate, at, recordedAt }: KnownState,
  move: MoveRow,
  { reportingCurrency, rateOn, zone }: Books,
): BookingRow {
  if (amountMinor === null) throw new Error(`${won.id} is won for an unknown amount`);
  const { currency } = won;
  const bookingDate = closeDate ?? localDate(at, zone);
  return postBooking(won, amountMinor, {
    id: newId<'booking'>(),
    moveId: move.id,
    bookingDate,
    recordedAt,
    reportingCurrency,
    rate: currency === reportingCurrency ? { rate: '1', rateDate: bookingDate } : rateOn(currency, bookingDate),
  });
}
