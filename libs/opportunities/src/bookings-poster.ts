import { Injectable } from '@nestjs/common';
import { Clock, localDate, newId, type Id, type PlainDate } from '@tandem/kernel';
import { OrganisationReader } from '@tandem/people';
import { BookingsRepository } from './bookings.repository';
import { ExchangeRatesReader } from './exchange-rates.reader';
import type { MoveRow } from './rules/next-move-row';
import { postBooking, reverseBooking, type Bookable, type Posting } from './rules/post-booking';

/** Posts what a move into or out of the won class books. */
@Injectable()
export class BookingsPoster {
  constructor(
    private readonly repository: BookingsRepository,
    private readonly rates: ExchangeRatesReader,
    private readonly organisation: OrganisationReader,
    private readonly clock: Clock,
  ) {}

  /** One line at the closing day, with the rate of that day frozen. */
  async post(won: Bookable, move: MoveRow): Promise<void> {
    const bookingDate = move.closeDateTo;
    if (bookingDate === null || move.amountToMinor === null) throw new Error('what is won has an amount and a day');
    const { reportingCurrency } = await this.organisation.get();
    const rates = await this.rates.on(bookingDate, reportingCurrency, [won.currency]);
    const posting = { ...this.posting(move, bookingDate), reportingCurrency, rate: rates.get(won.currency) ?? null };
    await this.repository.add([postBooking(won, move.amountToMinor, posting)]);
  }

  /** Takes every standing line back, dated today in the reporting zone. */
  async reverse(opportunityId: Id<'opportunity'>, move: MoveRow): Promise<void> {
    const { zone } = await this.organisation.get();
    const today = localDate(this.clock.now(), zone);
    const standing = await this.repository.standing(opportunityId);
    await this.repository.add(standing.map((line) => reverseBooking(line, this.posting(move, today))));
  }

  private posting(move: MoveRow, bookingDate: PlainDate): Posting {
    return { id: newId(), moveId: move.id, bookingDate, recordedAt: this.clock.now() };
  }
}
