import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import { Clock, newId, type Id } from '@tandem/kernel';
import { OrganisationReader, PeriodLocksReader } from '@tandem/people';
import { BookingsRepository } from './bookings.repository';
import { ExchangeRatesReader } from './exchange-rates.reader';
import { settled } from './opportunities.errors';
import { OpportunityLog } from './opportunity-log';
import { OpportunityWork } from './opportunity-work';
import { RestatementsRepository } from './restatements.repository';
import { decideAdjustment, type AdjustmentWish } from './rules/decide-adjustment';
import { decideCredit, type CreditWish } from './rules/decide-credit';
import { adjustmentBooking, creditBooking } from './rules/post-booking';

/** Lines that people post by hand beside what the log books. */
@Injectable()
export class CreditsService {
  constructor(
    private readonly database: Database,
    private readonly bookings: BookingsRepository,
    private readonly restatements: RestatementsRepository,
    private readonly work: OpportunityWork,
    private readonly log: OpportunityLog,
    private readonly rates: ExchangeRatesReader,
    private readonly organisation: OrganisationReader,
    private readonly locks: PeriodLocksReader,
    private readonly clock: Clock,
  ) {}

  /** Gives part of a booking back: a line below 0, dated when it is granted, with the shares and rate of the original. */
  async credit(id: Id<'opportunity'>, seen: number, wish: CreditWish & { readonly note: string }): Promise<void> {
    await this.database.write(async () => {
      const { held } = await this.work.on(id, seen);
      const today = await this.organisation.today();
      const lockedBefore = await this.locks.holdLockedBefore();
      const facts = { lines: await this.bookings.of(id), today, lockedBefore };
      const { original, grantedOn, ...given } = settled(decideCredit(facts, wish));
      const posting = { id: newId<'booking'>(), bookingDate: grantedOn, recordedAt: this.clock.now() };
      const line = creditBooking(original, { ...given, note: wish.note || null }, posting);
      const { amountMinor, currency } = line;
      const told = { bookingId: line.id, creditOfId: original.id, amount: { amountMinor, currency }, grantedOn };
      await this.log.record(held, held, { topic: 'opportunity.credited', told, booked: [line] });
      await this.bookings.add([line]);
      await this.restatements.follow([{ from: original.id, line }]);
    });
  }

  /** Changes what a locked period says by a line of today: as reported it counts today, as restated on the day it adjusts. */
  async adjust(id: Id<'opportunity'>, seen: number, wish: AdjustmentWish & { readonly note: string }): Promise<void> {
    await this.database.write(async () => {
      const { held } = await this.work.on(id, seen);
      const lockedBefore = await this.locks.holdLockedBefore();
      const facts = { outcome: held.outcome, lines: await this.bookings.of(id), lockedBefore };
      const { adjusted, amountMinor, costMinor } = settled(decideAdjustment(facts, wish));
      const { reportingCurrency } = await this.organisation.get();
      const { adjustsDate } = wish;
      const rates = await this.rates.on(adjustsDate, reportingCurrency, [adjusted.currency]);
      const line = adjustmentBooking(
        adjusted,
        { amountMinor, costMinor, adjustsDate, note: wish.note || null },
        {
          id: newId<'booking'>(),
          bookingDate: await this.organisation.today(),
          recordedAt: this.clock.now(),
          reportingCurrency,
          rate: rates.get(adjusted.currency) ?? null,
        },
      );
      const told = { bookingId: line.id, adjustsDate, amount: { amountMinor, currency: line.currency } };
      await this.log.record(held, held, { topic: 'opportunity.adjusted', told, booked: [line] });
      await this.bookings.add([line]);
    });
  }
}
