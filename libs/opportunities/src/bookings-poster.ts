import { Injectable } from '@nestjs/common';
import { localDate, newId, type Id, type PlainDate } from '@tandem/kernel';
import { OrganisationReader } from '@tandem/people';
import { BookingsRepository } from './bookings.repository';
import { ExchangeRatesReader } from './exchange-rates.reader';
import { RestatementsRepository } from './restatements.repository';
import type { MoveRow } from './rules/next-move-row';
import {
  postBooking,
  repostBooking,
  reverseBooking,
  type Bookable,
  type BookingRow,
  type Posting,
} from './rules/post-booking';
import { postedBy, standingLines, takenBackBy } from './rules/standing-lines';

/** Posts what a move into or out of the won class books. */
@Injectable()
export class BookingsPoster {
  constructor(
    private readonly repository: BookingsRepository,
    private readonly restatements: RestatementsRepository,
    private readonly rates: ExchangeRatesReader,
    private readonly organisation: OrganisationReader,
  ) {}

  /** One line at the closing day, with the rate of that day frozen. */
  async post(won: Bookable, move: MoveRow): Promise<BookingRow[]> {
    const bookingDate = move.closeDateTo;
    if (bookingDate === null || move.amountToMinor === null) throw new Error('what is won has an amount and a day');
    const { reportingCurrency } = await this.organisation.get();
    const rates = await this.rates.on(bookingDate, reportingCurrency, [won.currency]);
    const posting = { ...this.posting(move, bookingDate), reportingCurrency, rate: rates.get(won.currency) ?? null };
    return this.added([postBooking(won, move.amountToMinor, posting)]);
  }

  /** Takes every standing line back, credits and adjustments too, on the day of the move in the reporting zone. */
  async reverse(opportunityId: Id<'opportunity'>, move: MoveRow): Promise<BookingRow[]> {
    const lines = await this.repository.of(opportunityId);
    return this.added(this.reversals(lines, move, await this.dayOf(move)));
  }

  /**
   * What a row of the log booked never was: its lines are taken back, and what it took back stands again, both dated on the
   * day of the withdrawal; as restated neither is left where it was not before.
   */
  async withdraw(opportunityId: Id<'opportunity'>, rowId: Id<'move'>, withdrawal: MoveRow): Promise<BookingRow[]> {
    const lines = await this.repository.of(opportunityId);
    const day = await this.dayOf(withdrawal);
    const reversals = postedBy(lines, rowId).length > 0 ? this.reversals(lines, withdrawal, day) : [];
    const again = this.reposts(takenBackBy(lines, rowId), withdrawal, day);
    const added = await this.added([...reversals, ...again.values()]);
    await this.restatements.follow([...again].map(([from, line]) => ({ from, line })));
    return added;
  }

  private async added(lines: BookingRow[]): Promise<BookingRow[]> {
    await this.repository.add(lines);
    return lines;
  }

  /** Nothing is taken back before it was booked, even when what took it back is dated earlier. */
  private reversals(lines: readonly BookingRow[], move: MoveRow, day: PlainDate): BookingRow[] {
    return standingLines(lines).map((line) =>
      reverseBooking(line, this.posting(move, line.bookingDate > day ? line.bookingDate : day)),
    );
  }

  /** By the id of the line each stands again for; credits come after the lines they name. */
  private reposts(lines: readonly BookingRow[], move: MoveRow, day: PlainDate): Map<Id<'booking'>, BookingRow> {
    const again = new Map<Id<'booking'>, BookingRow>();
    for (const line of [...lines].sort(
      (one, other) => Number(one.creditOfId !== null) - Number(other.creditOfId !== null),
    )) {
      const original = line.creditOfId && (again.get(line.creditOfId)?.id ?? line.creditOfId);
      again.set(line.id, repostBooking(line, this.posting(move, day), original));
    }
    return again;
  }

  private async dayOf(move: MoveRow): Promise<PlainDate> {
    return localDate(move.at, (await this.organisation.get()).zone);
  }

  private posting(move: MoveRow, bookingDate: PlainDate): Posting {
    return { id: newId(), moveId: move.id, bookingDate, recordedAt: move.recordedAt };
  }
}
