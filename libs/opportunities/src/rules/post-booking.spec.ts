import { describe, expect, test } from '@jest/globals';
import { date, type Id } from '@tandem/kernel';
import fc from 'fast-check';
import {
  adjustmentBooking,
  postBooking,
  repostBooking,
  restatedDay,
  reverseBooking,
  type Bookable,
  type Posting,
} from './post-booking';

const posting = (id: string, day: string): Posting => ({
  id: id as Id<'booking'>,
  moveId: 'm' as Id<'move'>,
  bookingDate: date(day),
  recordedAt: new Date('2026-11-23T09:00:00.000Z'),
});
const won: Bookable = {
  id: 'o' as Id<'opportunity'>,
  accountId: 'a' as Id<'account'>,
  productId: null,
  bookingType: 'renewal',
  costMinor: 40n,
  currency: 'EUR',
  ownerId: 'p' as Id<'person'>,
  teamId: 't' as Id<'team'>,
  sourceId: 's' as Id<'source'>,
  campaignId: null,
};
const rate = { rate: '32.1234567891', rateDate: date('2026-03-30') };

describe('booking', () => {
  test('the rate of the booking date is frozen with its day', () => {
    expect(postBooking(won, 10000n, { ...posting('b', '2026-03-31'), reportingCurrency: 'TWD', rate })).toMatchObject({
      amountMinor: 10000n,
      currency: 'EUR',
      reportingAmountMinor: 3212n,
      reportingCostMinor: 13n,
      reportingCurrency: 'TWD',
      rate: '32.1234567891',
      rateDate: '2026-03-30',
      bookingDate: '2026-03-31',
      bookingType: 'renewal',
      ownerId: 'p',
      sourceId: 's',
    });
  });

  test('case 7: without a rate nothing is converted, never at 1', () => {
    const line = postBooking(won, 500n, { ...posting('b', '2026-03-31'), reportingCurrency: 'TWD', rate: null });
    expect(line).toMatchObject({
      reportingAmountMinor: null,
      reportingCostMinor: null,
      rate: null,
      rateDate: null,
      amountMinor: 500n,
    });
  });

  test('an unknown cost stays unknown, a cost of nothing stays 0', () => {
    const book = (costMinor: bigint | null) =>
      postBooking({ ...won, costMinor }, 1n, { ...posting('b', '2026-03-31'), reportingCurrency: 'TWD', rate });
    expect(book(null)).toMatchObject({ costMinor: null, reportingCostMinor: null });
    expect(book(0n)).toMatchObject({ costMinor: 0n, reportingCostMinor: 0n });
  });

  test('a line and its reversal sum to nothing in both currencies, with the same shares and rate', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 15n }),
        fc.option(fc.bigInt({ min: 0n, max: 10n ** 15n })),
        fc.boolean(),
        (amount, costMinor, rated) => {
          const line = postBooking({ ...won, costMinor }, amount, {
            ...posting('b', '2026-03-31'),
            reportingCurrency: 'TWD',
            rate: rated ? rate : null,
          });
          const back = reverseBooking(line, posting('c', '2026-11-23'));
          const sum = (field: 'amountMinor' | 'costMinor' | 'reportingAmountMinor' | 'reportingCostMinor') =>
            (line[field] ?? 0n) + (back[field] ?? 0n);
          return (
            sum('amountMinor') === 0n &&
            sum('costMinor') === 0n &&
            sum('reportingAmountMinor') === 0n &&
            sum('reportingCostMinor') === 0n &&
            back.reversesId === line.id &&
            back.rate === line.rate &&
            back.ownerId === line.ownerId &&
            back.bookingDate === '2026-11-23' &&
            (back.costMinor === null) === (line.costMinor === null)
          );
        },
      ),
    );
  });

  test('what stands again counts today as reported, and where it stood as restated, however often', () => {
    const line = postBooking(won, 10n, { ...posting('b', '2026-03-31'), reportingCurrency: 'TWD', rate });
    const again = repostBooking(line, posting('c', '2026-11-23'), null);
    const once = repostBooking(again, posting('d', '2026-11-24'), null);
    expect([again, once].map(({ bookingDate, adjustsDate }) => [bookingDate, adjustsDate])).toEqual([
      ['2026-11-23', '2026-03-31'],
      ['2026-11-24', '2026-03-31'],
    ]);
    expect(once).toMatchObject({ amountMinor: 10n, rate: rate.rate, reversesId: null });
    const back = reverseBooking(once, posting('e', '2026-11-25'));
    expect([restatedDay(once), restatedDay(back)]).toEqual(['2026-03-31', '2026-11-25']);
  });

  test('an adjustment takes the shares of what it adjusts and the rate of the day it is about', () => {
    const line = postBooking(won, 10n, { ...posting('b', '2026-03-31'), reportingCurrency: 'TWD', rate });
    const { moveId: _, ...today } = posting('c', '2026-11-23');
    const given = { amountMinor: -4n, costMinor: null, adjustsDate: date('2026-03-31'), note: 'a discount' };
    const posted = { ...today, reportingCurrency: 'TWD', rate: { rate: '30', rateDate: date('2026-03-31') } };
    expect(adjustmentBooking(line, given, posted)).toMatchObject({
      moveId: null,
      ownerId: 'p',
      amountMinor: -4n,
      reportingAmountMinor: -1n,
      reportingCostMinor: null,
      rate: '30',
      bookingDate: '2026-11-23',
      adjustsDate: '2026-03-31',
    });
  });
});
