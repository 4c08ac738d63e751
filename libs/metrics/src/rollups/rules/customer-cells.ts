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
import type { Appearance } from './appearance';
import type { CellReading } from './cell';

export const customerGrains = ['month', 'quarter', 'year'] as const;
export type CustomerGrain = (typeof customerGrains)[number];

/** By whom customers are counted; an office is not the sum of its teams, because both may have the same customer. */
export const customerSlices = ['all', 'team', 'person', 'source'] as const;
export type CustomerSlice = (typeof customerSlices)[number];

/** Which period a count is of, since when it is known and by which reading. */
export interface CustomerPlace {
  readonly grain: CustomerGrain;
  /** The first day of the period. */
  readonly day: PlainDate;
  readonly known: PlainDate;
  readonly reading: CellReading;
}

interface Sliced {
  readonly sliceKind: CustomerSlice;
  readonly slice: string | null;
}

/** A change of what one account is, in one slice and place. */
export interface CustomerCell extends Sliced {
  readonly at: CustomerPlace;
  /** By `roleBits`; each counts once. */
  readonly roles: number;
  readonly sign: 1 | -1;
}

/** The first days of the month, quarter and year that a day lies in. */
export type PeriodFinder = (day: PlainDate) => Readonly<Record<CustomerGrain, PlainDate>>;

export interface CustomerSetting {
  /** Whose months, quarters and years customers are counted in. */
  readonly calendar: FiscalCalendar;
  readonly periodsOf: PeriodFinder;
  readonly winBackMonths: number;
}

/** What one account adds to the counts of customers: in each slice and period it is each role once, however often it appears in it. */
export const customerCells = (appearances: readonly Appearance[], periodsOf: PeriodFinder): CustomerCell[] =>
  appearances.every(({ sign, reading }) => sign === 1 && reading === 'both')
    ? cellsAddedUp(appearances, periodsOf)
    : cellsDayByDay(appearances, periodsOf);

/** Of what was never taken back, and is the same by both readings: it is what it is from the first day it is known. */
function cellsAddedUp(appearances: readonly Appearance[], periodsOf: PeriodFinder): CustomerCell[] {
  const cells: CustomerCell[] = [];
  const said = new Map<string, number>();
  const isAlone = appearances.length === 1;
  for (const appearance of appearances) {
    const { date, roles, reading, known } = appearance;
    const periods = periodsOf(date);
    for (const grain of customerGrains) {
      const at: CustomerPlace = { grain, day: periods[grain], known, reading };
      for (const sliceKind of customerSlices) {
        const slice = creditedTo[sliceKind](appearance);
        let isNew = roles;
        if (!isAlone) {
          const key = keyOf({ sliceKind, slice }, at);
          const before = said.get(key) ?? 0;
          isNew &= ~before;
          if (isNew > 0) said.set(key, before | roles);
        }
        if (isNew > 0) cells.push({ sliceKind, slice, at, roles: isNew, sign: 1 });
      }
    }
  }
  return cells;
}

interface Said extends Sliced, Pick<CustomerPlace, 'grain' | 'day'> {
  restated: number;
  reported: number;
}

/** The same of whatever appearances, in the obvious way. */
export function cellsDayByDay(appearances: readonly Appearance[], periodsOf: PeriodFinder): CustomerCell[] {
  const cells: CustomerCell[] = [];
  let before = new Map<string, Said>();
  for (const known of new Set(appearances.map((one) => one.known))) {
    const now = saidOf(standing(appearances, known), periodsOf);
    for (const [key, said] of new Map([...before, ...now])) {
      const { sliceKind, slice, grain, day } = said;
      const [is, was] = [byReading(now.get(key)), byReading(before.get(key))];
      for (const reading of ['both', 'restated', 'reported'] as const) {
        const at = { grain, day, known, reading };
        const [more, less] = [is[reading] & ~was[reading], was[reading] & ~is[reading]];
        if (more > 0) cells.push({ sliceKind, slice, at, roles: more, sign: 1 });
        if (less > 0) cells.push({ sliceKind, slice, at, roles: less, sign: -1 });
      }
    }
    before = now;
  }
  return cells;
}

/** What stands by the end of a day: what appeared until then less what did no more. */
function standing(appearances: readonly Appearance[], known: PlainDate): Appearance[] {
  const stands = new Map<string, Appearance>();
  for (const one of appearances) {
    if (one.known > known) continue;
    const key = `${one.date} ${one.ownerId} ${one.teamId} ${one.sourceId} ${one.reading}`;
    const before = stands.get(key)?.roles ?? 0;
    stands.set(key, { ...one, roles: one.sign > 0 ? before | one.roles : before & ~one.roles });
  }
  return [...stands.values()];
}

function saidOf(appearances: readonly Appearance[], periodsOf: PeriodFinder): Map<string, Said> {
  const said = new Map<string, Said>();
  for (const one of appearances) {
    const periods = periodsOf(one.date);
    for (const grain of customerGrains) {
      for (const sliceKind of customerSlices) {
        const place = { sliceKind, slice: creditedTo[sliceKind](one), grain, day: periods[grain] };
        const key = keyOf(place, place);
        const known = said.get(key) ?? { ...place, restated: 0, reported: 0 };
        if (one.reading !== 'reported') known.restated |= one.roles;
        if (one.reading !== 'restated') known.reported |= one.roles;
        said.set(key, known);
      }
    }
  }
  return said;
}

/** What both readings say alike stands once. */
const byReading = ({ restated, reported }: Pick<Said, 'restated' | 'reported'> = nothing): Record<
  CellReading,
  number
> => ({
  both: restated & reported,
  restated: restated & ~reported,
  reported: reported & ~restated,
});
const nothing = { restated: 0, reported: 0 };

const keyOf = ({ sliceKind, slice }: Sliced, { grain, day }: Pick<CustomerPlace, 'grain' | 'day'>): string =>
  `${sliceKind} ${slice} ${grain} ${day}`;

const creditedTo: Readonly<Record<CustomerSlice, (appearance: Appearance) => string | null>> = {
  all: () => null,
  team: ({ teamId }) => teamId,
  person: ({ ownerId }) => ownerId,
  source: ({ sourceId }) => sourceId,
};
/** The span of each grain that a day lies in, by the fiscal calendar: in years of weeks a month is four or five of them. */
export const spanHolding: Readonly<Record<CustomerGrain, (day: PlainDate, calendar: FiscalCalendar) => DaySpan>> = {
  month: (day, calendar) => fiscalMonth(fiscalYearOf(day, calendar), fiscalMonthOf(day, calendar), calendar),
  quarter: (day, calendar) =>
    fiscalQuarter(fiscalYearOf(day, calendar), Math.ceil(fiscalMonthOf(day, calendar) / 3), calendar),
  year: (day, calendar) => fiscalYear(fiscalYearOf(day, calendar), calendar),
};

/** Finds periods by a calendar, each day's once: sums are made of millions of bookings on a few thousand days. */
export function periodFinder(calendar: FiscalCalendar): PeriodFinder {
  const found = new Map<PlainDate, Readonly<Record<CustomerGrain, PlainDate>>>();
  return (day) => {
    const known = found.get(day);
    if (known !== undefined) return known;
    const of = (grain: CustomerGrain) => spanHolding[grain](day, calendar).from;
    const periods = { month: of('month'), quarter: of('quarter'), year: of('year') };
    found.set(day, periods);
    return periods;
  };
}

/** The grain of which some days are exactly one span; null where counts of customers are not kept for them. */
export function grainOf({ from, until }: DaySpan, calendar: FiscalCalendar): CustomerGrain | null {
  return (
    customerGrains.find((grain) => {
      const span = spanHolding[grain](from, calendar);
      return span.from === from && span.until === until;
    }) ?? null
  );
}
