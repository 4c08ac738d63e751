import {
  fiscalMonth,
  fiscalMonthOf,
  fiscalQuarter,
  fiscalYear,
  fiscalYearOf,
  type DaySpan,
  type FiscalCalendar,
  type PlainDate,
} from '@tandem/kernel';
import type { BookingFact, Credit, NewCustomerVariant, Reading } from '../../rules/facts';
import { isSale } from '../../rules/read-bookings';
import { isCosted } from '../../rules/sum-sales';
import type { CellReading } from './cell';
import { familyFacts, learningDays, type CustomerFamily } from './customer-family';

export const customerGrains = ['month', 'quarter', 'year'] as const;
export type CustomerGrain = (typeof customerGrains)[number];

/** By whom customers are counted; an office is not the sum of its teams, because both may have the same customer. */
export const customerSlices = ['all', 'team', 'person', 'source'] as const;
export type CustomerSlice = (typeof customerSlices)[number];

/** What an account is in a period: 1 or nothing of each. */
export type CustomerRole = 'costed' | 'winning' | NewCustomerVariant;
export const customerRoles = [
  'costed',
  'winning',
  'first_order',
  'connected_new',
  'win_back',
] as const satisfies readonly CustomerRole[];

/** A change of what an account is, in one slice and period, since a day. */
export interface CustomerCell {
  readonly accountId: string;
  readonly sliceKind: CustomerSlice;
  readonly slice: string | null;
  readonly grain: CustomerGrain;
  /** The first day of the period. */
  readonly day: PlainDate;
  readonly role: CustomerRole;
  readonly reading: CellReading;
  readonly known: PlainDate;
  readonly sign: 1 | -1;
}

export interface CustomerSetting {
  /** Whose months, quarters and years customers are counted in. */
  readonly calendar: FiscalCalendar;
  readonly winBackMonths: number;
}

type Place = Omit<CustomerCell, 'reading' | 'known' | 'sign'>;

/**
 * What the accounts of a family add to the counts of customers, by either reading and as of any day: for each day on which
 * something was learned, what they are from then on less what they were before.
 */
export function customerCells(family: CustomerFamily, setting: CustomerSetting): CustomerCell[] {
  const cells: CustomerCell[] = [];
  let before = new Map<string, Place & { readonly reading: CellReading }>();
  for (const known of learningDays(family)) {
    const now = told(family, known, setting);
    for (const [key, place] of now) if (!before.has(key)) cells.push({ ...place, known, sign: 1 });
    for (const [key, place] of before) if (!now.has(key)) cells.push({ ...place, known, sign: -1 });
    before = now;
  }
  return cells;
}

/** What both readings say alike stands once. */
function told(family: CustomerFamily, known: PlainDate, setting: CustomerSetting) {
  const reported = rolesOf(family, { reading: 'reported', known }, setting);
  const rows = new Map<string, Place & { readonly reading: CellReading }>();
  const tell = (key: string, place: Place, reading: CellReading) =>
    rows.set(`${key} ${reading}`, { ...place, reading });
  for (const [key, place] of rolesOf(family, { reading: 'restated', known }, setting)) {
    tell(key, place, reported.delete(key) ? 'both' : 'restated');
  }
  for (const [key, place] of reported) tell(key, place, 'reported');
  return rows;
}

function rolesOf(
  family: CustomerFamily,
  { reading, known }: { readonly reading: Reading; readonly known: PlainDate },
  { calendar, winBackMonths }: CustomerSetting,
): Map<string, Place> {
  const { bookings, newCustomers } = familyFacts(family, { reading, known, winBackMonths });
  const roles = new Map<string, Place>();
  const play = (role: CustomerRole, accountId: string, { date, ...credit }: Credit & Pick<BookingFact, 'date'>) => {
    for (const grain of customerGrains) {
      const day = spanHolding[grain](date, calendar).from;
      for (const sliceKind of customerSlices) {
        const slice = creditedTo[sliceKind](credit);
        roles.set(`${accountId} ${sliceKind} ${slice} ${grain} ${day} ${role}`, {
          accountId,
          sliceKind,
          slice,
          grain,
          day,
          role,
        });
      }
    }
  };
  for (const line of bookings) {
    if (isCosted(line)) play('costed', line.accountId, line);
    if (line.accountId !== null && isSale(line, reading)) play('winning', line.accountId, line);
  }
  for (const { variant, accountId, ...customer } of newCustomers) play(variant, accountId, customer);
  return roles;
}

const creditedTo: Readonly<Record<CustomerSlice, (credit: Credit) => string | null>> = {
  all: () => null,
  team: ({ teamId }) => teamId,
  person: ({ ownerId }) => ownerId,
  source: ({ sourceId }) => sourceId,
};

/** The span of each grain that a day lies in, by the fiscal calendar: in years of weeks a month is four or five of them. */
const spanHolding: Readonly<Record<CustomerGrain, (day: PlainDate, calendar: FiscalCalendar) => DaySpan>> = {
  month: (day, calendar) => fiscalMonth(fiscalYearOf(day, calendar), fiscalMonthOf(day, calendar), calendar),
  quarter: (day, calendar) =>
    fiscalQuarter(fiscalYearOf(day, calendar), Math.ceil(fiscalMonthOf(day, calendar) / 3), calendar),
  year: (day, calendar) => fiscalYear(fiscalYearOf(day, calendar), calendar),
};

/** The grain of which some days are exactly one span; null where counts of customers are not kept for them. */
export function grainOf({ from, until }: DaySpan, calendar: FiscalCalendar): CustomerGrain | null {
  return (
    customerGrains.find((grain) => {
      const span = spanHolding[grain](from, calendar);
      return span.from === from && span.until === until;
    }) ?? null
  );
}
