import { describe, expect, test } from '@jest/globals';
import { date, isRefusal, money, type Id } from '@tandem/kernel';
import fc from 'fast-check';
import { decideAdjustment, type AdjustmentWish } from './decide-adjustment';
import { decideCredit, type CreditWish } from './decide-credit';
import { creditBooking, postBooking, reverseBooking, type BookingRow } from './post-booking';

const today = date('2026-11-23');
const recordedAt = new Date('2026-11-23T09:00:00.000Z');
const booked = (id: string, more: Partial<BookingRow> = {}): BookingRow => ({
  ...postBooking(
    {
      id: 'o' as Id<'opportunity'>,
      accountId: null,
      productId: null,
      bookingType: 'new_business',
      costMinor: 40n,
      currency: 'EUR',
      ownerId: 'rep' as Id<'person'>,
      teamId: 'team' as Id<'team'>,
      sourceId: null,
      campaignId: null,
    },
    100n,
    {
      id: id as Id<'booking'>,
      moveId: 'm' as Id<'move'>,
      bookingDate: date('2026-10-05'),
      recordedAt,
      reportingCurrency: 'USD',
      rate: { rate: '1.2', rateDate: date('2026-10-01') },
    },
  ),
  ...more,
});
const line = booked('b');
const codeOf = (decision: unknown) => (isRefusal(decision) ? decision.code : 'allowed');
const eur = (minor: bigint) => money(minor, 'EUR');
const back = (of: BookingRow, id: string) =>
  reverseBooking(of, { id: id as Id<'booking'>, moveId: null, bookingDate: today, recordedAt });
const credited = (of: BookingRow, id: string, amountMinor: bigint, costMinor: bigint | null = 0n) =>
  creditBooking(
    of,
    { amountMinor, costMinor, note: null },
    { id: id as Id<'booking'>, bookingDate: today, recordedAt },
  );

describe('a credit', () => {
  const credit = (wish: Partial<CreditWish> = {}, lines = [line], lockedBefore: string | null = null) =>
    decideCredit(
      { lines, today, lockedBefore: lockedBefore === null ? null : date(lockedBefore) },
      { amount: eur(30n), ...wish },
    );

  test('is a negative line with the shares and the frozen rate of what it gives back', () => {
    expect(credited(line, 'c', 30n, 10n)).toMatchObject({
      bookingType: 'credit',
      creditOfId: 'b',
      amountMinor: -30n,
      costMinor: -10n,
      reportingAmountMinor: -36n,
      reportingCostMinor: -12n,
      rate: '1.2',
      ownerId: 'rep',
      moveId: null,
      bookingDate: today,
    });
  });

  test('without a word on cost none of it comes back; what nobody knows stays unknown', () => {
    expect(credit()).toMatchObject({ amountMinor: 30n, costMinor: 0n, grantedOn: today });
    expect(credit({}, [booked('b', { costMinor: null })])).toMatchObject({ costMinor: null });
  });

  test.each<[string, Partial<CreditWish>, string]>([
    ['of everything', { amount: eur(100n) }, 'allowed'],
    ['of more than the booking', { amount: eur(101n) }, 'credit.exceeds'],
    ['of nothing', { amount: eur(0n) }, 'credit.not_positive'],
    ['below 0', { amount: eur(-1n) }, 'credit.not_positive'],
    ['in another currency', { amount: money(1n, 'USD') }, 'credit.other_currency'],
    ['with more cost than there was', { cost: eur(41n) }, 'credit.exceeds'],
    ['tomorrow', { grantedOn: date('2026-11-24') }, 'credit.ahead'],
    ['on the day it was booked', { grantedOn: date('2026-10-05') }, 'allowed'],
    ['before it was booked', { grantedOn: date('2026-10-04') }, 'credit.before_booking'],
    ['on another opportunity’s booking', { bookingId: 'x' as Id<'booking'> }, 'credit.booking_unknown'],
  ])('%s', (_, wish, code) => {
    expect(codeOf(credit(wish))).toBe(code);
  });

  test('is not dated into a locked period', () => {
    expect(credit({ grantedOn: date('2026-10-31') }, [line], '2026-11-01')).toMatchObject({
      code: 'period.locked',
      facts: { firstOpenDay: '2026-11-01', pointer: '/grantedOn' },
    });
  });

  test('adds to those before, but not to those that were taken back', () => {
    const first = credited(line, 'c', 80n, 30n);
    expect(credit({}, [line, first])).toMatchObject({
      code: 'credit.exceeds',
      facts: { left: { amountMinor: '20', currency: 'EUR' } },
    });
    expect(codeOf(credit({ amount: eur(1n), cost: eur(11n) }, [line, first]))).toBe('credit.exceeds');
    expect(codeOf(credit({}, [line, first, back(first, 'r')]))).toBe('allowed');
  });

  test('is granted on a line that stands and is no credit itself', () => {
    const first = credited(line, 'c', 10n);
    expect(codeOf(credit({ bookingId: first.id }, [line, first]))).toBe('credit.of_credit');
    expect(codeOf(credit({ bookingId: line.id }, [line, back(line, 'r')]))).toBe('credit.reversed');
    expect(codeOf(credit({}, [line, back(line, 'r')]))).toBe('credit.nothing_booked');
    const again = booked('b2', { amountMinor: 20n });
    expect(codeOf(credit({}, [line, back(line, 'r'), again]))).toBe('credit.exceeds');
  });

  test('whatever is granted, less than nothing is never left', () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt({ min: -5n, max: 60n })), (wishes) => {
        const lines = [line];
        wishes.forEach((amount, place) => {
          const decision = credit({ amount: eur(amount) }, lines);
          if (!isRefusal(decision)) lines.push(credited(decision.original, `c${place}`, decision.amountMinor));
        });
        const left = lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
        return left >= 0n && left <= 100n;
      }),
    );
  });
});

describe('an adjustment', () => {
  const adjust = (wish: Partial<AdjustmentWish> = {}, facts: Partial<Parameters<typeof decideAdjustment>[0]> = {}) =>
    decideAdjustment(
      { outcome: 'won', lines: [line], lockedBefore: date('2026-11-01'), ...facts },
      { amount: eur(-30n), adjustsDate: date('2026-10-05'), ...wish },
    );

  test('may take away or add, and without a word on cost leaves it', () => {
    expect(adjust()).toMatchObject({ adjusted: { id: 'b' }, amountMinor: -30n, costMinor: 0n });
    expect(adjust({ amount: eur(0n), cost: eur(5n) })).toMatchObject({ amountMinor: 0n, costMinor: 5n });
    expect(adjust({}, { lines: [booked('b', { costMinor: null })] })).toMatchObject({ costMinor: null });
  });

  test.each<[string, Partial<AdjustmentWish>, Partial<Parameters<typeof decideAdjustment>[0]>, string]>([
    ['of what is not won', {}, { outcome: 'open' }, 'adjustment.not_won'],
    ['of an open day', { adjustsDate: date('2026-11-01') }, {}, 'adjustment.not_locked'],
    ['where nothing is locked', {}, { lockedBefore: null }, 'adjustment.not_locked'],
    ['in another currency', { amount: money(1n, 'USD') }, {}, 'adjustment.other_currency'],
    ['of nothing', { amount: eur(0n) }, {}, 'adjustment.nothing'],
    ['beyond all measure', { amount: eur(10n ** 15n + 1n) }, {}, 'opportunity.amount_too_large'],
    [
      'of a cost nobody knows',
      { cost: eur(1n) },
      { lines: [booked('b', { costMinor: null })] },
      'adjustment.cost_unknown',
    ],
  ])('%s is refused', (_, wish, facts, code) => {
    expect(codeOf(adjust(wish, facts))).toBe(code);
  });
});
