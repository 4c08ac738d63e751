import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, calendarOfMonths, date, type FiscalCalendar, type PlainDate } from '@tandem/kernel';
import type { Reading } from '../../rules/facts';
import { isSale } from '../../rules/read-bookings';
import { isCosted } from '../../rules/sum-sales';
import { packed, unpacked } from '../packed-appearances';
import { customerRoles } from './appearance';
import { isInOrder } from './appearances-in-order';
import { appearancesDayByDay, customerAppearances } from './customer-appearances';
import { cellsDayByDay, customerCells, customerGrains, customerSlices, periodFinder } from './customer-cells';
import {
  familyFacts,
  learningDays,
  type CustomerFamily,
  type FamilyLine,
  type FamilyRestatement,
} from './customer-family';
import { addCustomers, customerChanges, newCustomerSums } from './customer-sums';

const first = date('2025-12-20');
const id = (number: number): string => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const accounts = [1, 2, 3].map(id);
const calendars: FiscalCalendar[] = [
  calendarOfMonths(4),
  { fiscalYearStart: 1, fiscalCalendar: 'weeks_445', fiscalYearRule: 'nearest', weekStart: 1 },
];

const usual = fc.record({
  account: fc.integer({ min: 0, max: 3 }),
  opportunity: fc.integer({ min: 0, max: 4 }),
  /** Days after the line before; a gap of a month wins a customer back. */
  later: fc.constantFrom(0, 0, 1, 5, 28, 31, 45),
  recordedLater: fc.constantFrom(0, 0, 0, 1, 3),
  owner: fc.integer({ min: 10, max: 11 }),
  source: fc.option(fc.integer({ min: 20, max: 21 }), { freq: 3 }),
  amount: fc.constantFrom(100n, 100n, 100n, 0n),
  hasCost: fc.boolean(),
  hasRate: fc.boolean(),
});
/** What is seldom: taken back, credited, adjusted, or recorded long before what was booked earlier. */
const odd = fc.record({
  kind: fc.constantFrom('none', 'none', 'reversal', 'credit', 'adjustment', 'early', 'restated'),
  merge: fc.option(fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 2 })), { freq: 4 }),
});
type Usual = typeof usual extends fc.Arbitrary<infer Value> ? Value : never;
type Odd = typeof odd extends fc.Arbitrary<infer Value> ? Value : never;

function familyOf(steps: readonly (readonly [Usual, Odd])[], parentPlaces: readonly (number | null)[]): CustomerFamily {
  const lines: FamilyLine[] = [];
  const restatements: FamilyRestatement[] = [];
  const merges: CustomerFamily['moved'][number][] = [];
  let day: PlainDate = first;
  let recordedOn: PlainDate = first;
  for (const [place, [one, { kind, merge }]] of steps.entries()) {
    day = addDays(day, one.later);
    const earliest = addDays(day, one.recordedLater);
    recordedOn = earliest > recordedOn ? earliest : recordedOn;
    const standing = lines.findLast(({ reversesId }) => reversesId === null);
    const line: FamilyLine = {
      id: id(100 + place),
      opportunityId: id(200 + one.opportunity),
      recordedOn,
      bookingDate: kind === 'early' ? addDays(day, -50) : day,
      adjustsDate: null,
      reversesId: null,
      accountId: accounts[one.account] ?? id(9),
      amountMinor: one.amount,
      isByHand: false,
      isCredit: false,
      reportingMinor: one.hasRate ? one.amount : null,
      costMinor: one.hasCost ? 30n : null,
      ownerId: id(one.owner),
      teamId: id(one.owner + 20),
      sourceId: one.source === null ? null : id(one.source),
    };
    if (kind === 'reversal' && standing && !lines.some(({ reversesId }) => reversesId === standing.id))
      lines.push({
        ...standing,
        id: line.id,
        recordedOn,
        bookingDate: day,
        reversesId: standing.id,
        amountMinor: -100n,
      });
    else if (kind === 'credit')
      lines.push({ ...line, isByHand: true, isCredit: true, amountMinor: -100n, reportingMinor: -100n });
    else if (kind === 'adjustment') lines.push({ ...line, isByHand: true, adjustsDate: addDays(day, -20) });
    else lines.push(line);
    if (kind === 'restated')
      restatements.push({
        opportunityId: line.opportunityId,
        lineId: line.id,
        revision: 1,
        recordedOn: addDays(recordedOn, 2),
        reportingMinor: 90n,
        costMinor: line.costMinor,
      });
    const [gone, into] = merge ?? [0, 0];
    if (gone !== into && !merges.some(({ accountId }) => accountId === accounts[gone]))
      merges.unshift({
        accountId: accounts[gone] ?? '',
        intoAccountId: accounts[into] ?? '',
        recordedOn,
        before: { childIds: [], intoParentId: null },
      });
  }
  const parents = parentPlaces.flatMap((parent, place): [string, string][] => {
    const [account, parentId] = [accounts[place], parent === null ? undefined : accounts[parent]];
    return account && parentId && account !== parentId ? [[account, parentId]] : [];
  });
  return { accountIds: new Set(accounts), lines, restatements, parents: new Map(parents), merges, moved: merges };
}

const parents = fc.tuple(
  fc.constant(null),
  fc.option(fc.integer({ min: 0, max: 2 })),
  fc.option(fc.integer({ min: 0, max: 2 })),
);
const quiet = fc
  .tuple(fc.array(usual, { minLength: 1, maxLength: 6 }), parents, fc.boolean())
  .map(([steps, kin, restates]) =>
    familyOf(
      steps.map((one) => [one, { kind: restates && one.hasRate ? 'restated' : 'none', merge: null }]),
      kin,
    ),
  );
const any = fc
  .tuple(fc.array(fc.tuple(usual, odd), { minLength: 1, maxLength: 6 }), parents)
  .map(([steps, kin]) => familyOf(steps, kin));

test('families of which nothing was taken back are told the short way, and it is the same', () => {
  fc.assert(
    fc.property(quiet, fc.integer({ min: 1, max: 2 }), (family, months) => {
      expect(isInOrder(family)).toBe(true);
      expect(customerAppearances(family, months)).toEqual(appearancesDayByDay(family, months));
    }),
    { numRuns: 150 },
  );
});

test('so are families of which anything happened, which one way or the other is right for', () => {
  let inOrder = 0;
  fc.assert(
    fc.property(any, fc.integer({ min: 1, max: 2 }), (family, months) => {
      if (isInOrder(family)) inOrder += 1;
      expect(customerAppearances(family, months)).toEqual(appearancesDayByDay(family, months));
    }),
    { numRuns: 150 },
  );
  expect(inOrder).toBeGreaterThan(5);
});

test('cells of what was never taken back are added up, and are the same as told day by day', () => {
  fc.assert(
    fc.property(quiet, fc.constantFrom(...calendars), (family, calendar) => {
      const periodsOf = periodFinder(calendar);
      for (const appearances of customerAppearances(family, 1).values()) {
        const [added, told] = [newCustomerSums(), newCustomerSums()];
        addCustomers(added, customerCells(appearances, periodsOf));
        addCustomers(told, cellsDayByDay(appearances, periodsOf));
        expect([...customerChanges(added)]).toEqual([...customerChanges(told)]);
      }
    }),
    { numRuns: 60 },
  );
});

test('what is packed is unpacked as it was', () => {
  fc.assert(
    fc.property(any, (family) => {
      for (const appearances of customerAppearances(family, 1).values()) {
        expect(unpacked(packed(appearances))).toEqual(appearances);
      }
    }),
  );
});

/** Distinct accounts by role, slice and period, counted one by one. */
function counted(family: CustomerFamily, reading: Reading, known: PlainDate, calendar: FiscalCalendar): string[] {
  const { bookings, newCustomers } = familyFacts(family, { reading, known, winBackMonths: 1 });
  const facts = [
    ...bookings.filter(isCosted).map((line) => ({ ...line, role: 'costed' })),
    ...bookings
      .filter((line) => line.accountId !== null && isSale(line, reading))
      .map((line) => ({ ...line, role: 'winning' })),
    ...newCustomers.map((customer) => ({ ...customer, role: customer.variant })),
  ];
  const periodsOf = periodFinder(calendar);
  const found = new Map<string, Set<string | null>>();
  for (const { role, accountId, date: day, ownerId, teamId, sourceId } of facts) {
    const slices = { all: null, team: teamId, person: ownerId, source: sourceId };
    for (const grain of customerGrains)
      for (const sliceKind of customerSlices) {
        const key = `${sliceKind} ${slices[sliceKind]} ${grain} ${periodsOf(day)[grain]} ${role}`;
        found.set(key, (found.get(key) ?? new Set()).add(accountId));
      }
  }
  return [...found].map(([key, some]) => `${key}: ${some.size}`).toSorted();
}

test('as of any day and by either reading, what the rows add up to is how many accounts there were', () => {
  fc.assert(
    fc.property(any, fc.constantFrom(...calendars), (family, calendar) => {
      const sums = newCustomerSums();
      for (const appearances of customerAppearances(family, 1).values())
        addCustomers(sums, customerCells(appearances, periodFinder(calendar)));
      const changes = [...customerChanges(sums)];
      for (const known of learningDays(family))
        for (const reading of ['reported', 'restated'] as const) {
          const totals = new Map<string, number>();
          for (const change of changes) {
            if (change.known > known || (change.reading !== 'both' && change.reading !== reading)) continue;
            for (const [place, role] of customerRoles.entries()) {
              const key = `${change.sliceKind} ${change.slice} ${change.grain} ${change.day} ${role}`;
              totals.set(key, (totals.get(key) ?? 0) + (change.counts[place] ?? 0));
            }
          }
          const told = [...totals].flatMap(([key, count]) => (count === 0 ? [] : [`${key}: ${count}`])).toSorted();
          expect(told).toEqual(counted(family, reading, known, calendar));
        }
    }),
    { numRuns: 60 },
  );
});

test('what is folded of accounts and taken back leaves nothing', () => {
  fc.assert(
    fc.property(any, (family) => {
      const sums = newCustomerSums();
      for (const appearances of customerAppearances(family, 1).values()) {
        addCustomers(sums, customerCells(appearances, periodFinder(calendarOfMonths(1))));
        const folded = unpacked(packed(appearances));
        addCustomers(sums, customerCells(folded, periodFinder(calendarOfMonths(1))), -1);
      }
      expect([...customerChanges(sums)]).toEqual([]);
    }),
  );
});
