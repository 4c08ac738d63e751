import { date, type Period } from '@tandem/kernel';
import type { BookingFact, ClosingEvent, ExpenseFact, Facts, QuotaShare } from '@tandem/metrics';

let count = 0;
const nextId = () => `id-${++count}`;

const credit = { ownerId: 'amy', teamId: 'north', officeId: 'taipei', sourceId: 'fair' } as const;

/** The second quarter of 2026. */
export const secondQuarter: Period = { key: '2026-Q2', from: date('2026-04-01'), until: date('2026-07-01') };

/** A booking line of 100 with a cost of 60. */
export const aLine = (wishes: Partial<BookingFact> = {}): BookingFact => ({
  id: nextId(),
  opportunityId: nextId(),
  accountId: 'acme',
  date: date('2026-05-04'),
  amountMinor: 100n,
  reportingMinor: wishes.amountMinor ?? 100n,
  costMinor: 60n,
  reversesId: null,
  isReversed: false,
  adjustsDate: null,
  isByHand: false,
  worthMinor: wishes.amountMinor ?? 100n,
  ...credit,
  ...wishes,
});

export const aWin = (wishes: Partial<ClosingEvent> = {}): ClosingEvent => ({
  opportunityId: nextId(),
  accountId: 'acme',
  outcome: 'won',
  sign: 1,
  date: date('2026-05-04'),
  isRenewal: false,
  ...credit,
  ...wishes,
});

export const aTeamQuota = (amountMinor: bigint, wishes: Partial<QuotaShare> = {}): QuotaShare => ({
  id: nextId(),
  teamId: 'north',
  personId: null,
  holderTeamId: 'north',
  holderOfficeId: 'taipei',
  amountMinor,
  isProrated: false,
  ...wishes,
});

export const aSalesExpense = (reportingMinor: bigint | null, wishes: Partial<ExpenseFact> = {}): ExpenseFact => ({
  id: nextId(),
  date: date('2026-05-04'),
  side: 'sales',
  category: 'people',
  note: null,
  reportingMinor,
  teamId: 'north',
  officeId: 'taipei',
  sourceId: null,
  ...wishes,
});

/** The facts of one quarter; nothing happened unless wished. */
export const someFacts = (wishes: Partial<Facts> = {}): Facts => ({
  reading: 'restated',
  currency: 'USD',
  newCustomerVariant: 'first_order',
  period: secondQuarter,
  scope: {},
  bookings: [],
  closings: [],
  newCustomers: [],
  expenses: [],
  quotas: [],
  ...wishes,
});
