import { addDays, type PlainDate } from '@tandem/kernel';
import { text } from '@tandem/language';
import fc from 'fast-check';
import { aLine, aSalesExpense, aTeamQuota, aWin, secondQuarter, someFacts } from '../../../test/builders/some-facts';
import { catalogue, kpiOf } from './catalogue';
import { figureKeys } from './kpi';
import type { Facts } from './rules/facts';
import { exactly } from './rules/figure-value';
import { findNewCustomers } from './rules/find-new-customers';
import { narrowFacts, sliceFacts } from './rules/narrow-facts';
import { compareRatios, ratio } from './rules/ratio';
import { readBookings } from './rules/read-bookings';
import { sumFacts } from './rules/sum-facts';

const someDay: fc.Arbitrary<PlainDate> = fc
  .integer({ min: 0, max: 90 })
  .map((days) => addDays(secondQuarter.from, days));
const credit = {
  ownerId: fc.constantFrom('amy', 'ben'),
  teamId: fc.constantFrom('north', 'south'),
  officeId: fc.constantFrom('taipei', null),
  sourceId: fc.constantFrom('fair', null),
};
const minor = fc.bigInt({ min: -500n, max: 1_000n });

const line = fc
  .record({
    ...credit,
    date: someDay,
    accountId: fc.constantFrom('acme', 'bolt', 'coil', null),
    amountMinor: minor,
    costMinor: fc.option(minor),
    convertible: fc.boolean(),
    isReversed: fc.boolean(),
  })
  .map(({ convertible, ...wishes }) => aLine({ ...wishes, reportingMinor: convertible ? wishes.amountMinor : null }));

const closing = fc
  .record({
    ...credit,
    date: someDay,
    outcome: fc.constantFrom('won' as const, 'lost' as const),
    isRenewal: fc.boolean(),
  })
  .map((wishes) => aWin(wishes));

const expense = fc
  .record({
    amount: fc.option(minor),
    side: fc.constantFrom('sales' as const, 'marketing' as const),
    teamId: fc.constantFrom('north', null),
  })
  .map(({ amount, ...wishes }) => aSalesExpense(amount, { ...wishes, officeId: wishes.teamId && 'taipei' }));

const quota = fc
  .record({ amount: fc.bigInt({ min: 0n, max: 900n }), personId: fc.constantFrom('amy', null) })
  .map(({ amount, personId }) => aTeamQuota(amount, { personId, teamId: personId ? null : 'north' }));

const facts: fc.Arbitrary<Facts> = fc
  .record({ lines: fc.array(line), closings: fc.array(closing), expenses: fc.array(expense), quotas: fc.array(quota) })
  .map(({ lines, ...rest }) =>
    someFacts({
      ...rest,
      bookings: readBookings(lines, 'restated'),
      newCustomers: findNewCustomers({
        bookings: lines,
        earlier: new Map(),
        parents: new Map([['bolt', 'acme']]),
        winBackMonths: 1,
        reading: 'restated',
      }),
    }),
  );

const scopes = fc.constantFrom(
  {},
  { teamId: 'north' },
  { officeId: null },
  { personId: 'amy' },
  { sourceId: 'fair' },
  { teamId: 'south', sourceId: null },
);

const total = (values: readonly ReturnType<typeof exactly>[]) =>
  values.reduce(
    (sum, value) =>
      ratio(sum.numerator * value.denominator + value.numerator * sum.denominator, sum.denominator * value.denominator),
    ratio(0n, 1n),
  );

describe('the catalogue', () => {
  test('holds every figure once, in the order of the scoreboard', () => {
    expect(catalogue.map(({ key }) => key)).toEqual(figureKeys);
  });

  test.each(figureKeys)('%s: the rows behind it add up exactly to the parts they name, in every scope', (key) => {
    const kpi = kpiOf(key);
    fc.assert(
      fc.property(facts, scopes, (all, scope) => {
        const some = narrowFacts(all, scope);
        const { parts } = kpi.compute(sumFacts(some));
        const rows = kpi.contributions(some);
        expect(rows.every(({ of }) => kpi.summed.includes(of))).toBe(true);
        for (const of of kpi.summed) {
          const part = parts.find((one) => one.key === of)?.value;
          const sum = total(rows.filter((row) => row.of === of).map(({ value }) => exactly(value)));
          expect(compareRatios(sum, part ? exactly(part) : ratio(0n, 1n))).toBe(0);
        }
      }),
    );
  });

  test.each(figureKeys)('%s: says why whenever it is not available, and only then', (key) => {
    fc.assert(
      fc.property(facts, scopes, (all, scope) => {
        const { value, unavailable } = kpiOf(key).compute(sumFacts(narrowFacts(all, scope)));
        expect(value === null).toBe(unavailable !== null);
      }),
    );
  });

  test.each(['net_revenue', 'closings', 'lost', 'new_customers'] as const)('%s of all slices is the whole', (key) => {
    const kpi = kpiOf(key);
    fc.assert(
      fc.property(
        facts,
        fc.constantFrom('team' as const, 'office' as const, 'person' as const, 'source' as const),
        (all, kind) => {
          const slices = [...sliceFacts(all, kind).values()].map((slice) => kpi.compute(sumFacts(slice)).value);
          const whole = kpi.compute(sumFacts(all)).value;
          const sum = total(slices.flatMap((value) => (value ? [exactly(value)] : [])));
          expect(whole && compareRatios(sum, exactly(whole))).toBe(0);
        },
      ),
    );
  });

  test('has a name, a formula and an explanation in both languages', () => {
    for (const locale of ['en', 'zh-TW']) {
      for (const key of figureKeys) {
        for (const what of ['name', 'formula', 'explanation'])
          expect(text(locale, `figures:${key}.${what}`)).not.toBe(`${key}.${what}`);
      }
    }
  });

  test('names every part and says every note in both languages', () => {
    fc.assert(
      fc.property(facts, scopes, (all, scope) => {
        for (const kpi of catalogue) {
          const { parts, notes, unavailable } = kpi.compute(sumFacts(narrowFacts(all, scope)));
          for (const locale of ['en', 'zh-TW']) {
            for (const { key } of parts) expect(text(locale, `figures:part.${key}`)).not.toBe(`part.${key}`);
            for (const { code, facts: said } of [...notes, ...(unavailable ? [unavailable] : [])]) {
              expect(text(locale, `figures:note.${code}`, said)).not.toBe(`note.${code}`);
            }
          }
        }
      }),
      { numRuns: 50 },
    );
  });
});
