import { describe, expect, test } from '@jest/globals';
import { bookingForm, digestOfBooking } from './canonical-booking';

const booking = {
  id: '0199ab00-0000-7000-8000-000000000001',
  opportunityId: '0199ab00-0000-7000-8000-000000000002',
  moveId: '0199ab00-0000-7000-8000-000000000003',
  accountId: '0199ab00-0000-7000-8000-000000000004',
  productId: null,
  bookingType: 'new_business',
  amountMinor: 100_000n,
  costMinor: 60_000n,
  currency: 'TWD',
  reportingAmountMinor: 100_000n,
  reportingCostMinor: 60_000n,
  reportingCurrency: 'TWD',
  rate: '1',
  rateDate: '2026-11-23',
  bookingDate: '2026-11-23',
  recordedAt: new Date('2026-11-23T09:00:00.005Z'),
  ownerId: '0199ab00-0000-7000-8000-00000000000c',
  teamId: '0199ab00-0000-7000-8000-00000000000d',
  sourceId: null,
  campaignId: null,
  reversesId: null,
  creditOfId: null,
  adjustsDate: null,
  note: '客戶退貨 | 一件',
};
const digest = digestOfBooking(booking);

function otherThan(value: unknown): unknown {
  if (value instanceof Date) return new Date(value.getTime() + 1);
  return value === null ? '1' : null;
}

describe('the digest of a booking line', () => {
  test('stays what it was for every line that is kept already', () => {
    expect(digest).toBe('4b77f0f5abe3aeeaf6c68c39bf7f7ea2c0d9947353cf40db169ceb5857237b91');
  });

  test('changes with any single value of the line', () => {
    const fields = Object.keys(bookingForm.columns).map((column) =>
      column.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
    );
    const others = fields.map((field) =>
      digestOfBooking({ ...booking, [field]: otherThan((booking as Readonly<Record<string, unknown>>)[field]) }),
    );
    expect(new Set([digest, ...others]).size).toBe(fields.length + 1);
  });

  test.each(['1', '1.0', '1.0000000000'])('is the same however many decimals a rate of %s is given with', (rate) => {
    expect(digestOfBooking({ ...booking, rate })).toBe(digest);
  });
});
