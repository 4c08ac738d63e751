import { date } from '@tandem/kernel';
import { aLine, aSalesExpense, aTeamQuota, aWin, someFacts } from '../../../../test/builders/some-facts';
import { closings } from './closings.kpi';
import { grossProfitPerCustomer } from './gross-profit-per-customer.kpi';
import { netRevenue } from './net-revenue.kpi';
import { quotaAttainment } from './quota-attainment.kpi';
import { revenueExpenseRatio } from './revenue-expense-ratio.kpi';
import { salesExpenseRatio } from './sales-expense-ratio.kpi';
import { winRate } from './win-rate.kpi';
import { winningCustomers } from './winning-customers.kpi';
import { exactly, type FigureValue } from '../rules/figure-value';
import { narrowFacts } from '../rules/narrow-facts';
import { ratioText } from '../rules/ratio';
import type { Part } from '../kpi';
import { medianProfit, sumFacts } from '../rules/sum-facts';

const numberOf = (value: FigureValue | null | undefined) => value && ratioText(exactly(value));
const partOf = (parts: readonly Part[], key: string) => numberOf(parts.find((part) => part.key === key)?.value);

describe('net revenue', () => {
  test('takes refunds off on the day they are granted', () => {
    const { value, parts } = netRevenue.compute(
      sumFacts(someFacts({ bookings: [aLine(), aLine({ amountMinor: -30n })] })),
    );
    expect([numberOf(value), partOf(parts, 'bookings'), partOf(parts, 'credits')]).toEqual(['70', '100', '-30']);
  });

  test('of a quarter without a booking is really 0', () => {
    expect(numberOf(netRevenue.compute(sumFacts(someFacts())).value)).toBe('0');
  });
});

describe('quota attainment', () => {
  const people = [
    aTeamQuota(700n, { teamId: null, personId: 'amy' }),
    aTeamQuota(500n, { teamId: null, personId: 'ben' }),
  ];
  const quotas = [aTeamQuota(1_000n), ...people];

  test('shows the people of a team carrying more than the team', () => {
    const { notes, parts } = quotaAttainment.compute(sumFacts(someFacts({ bookings: [aLine()], quotas })));
    expect([partOf(parts, 'quota'), partOf(parts, 'people_quota')]).toEqual(['1000', '1200']);
    expect(notes.map(({ code }) => code)).toEqual(['quota_over_assigned']);
  });

  test('of a person stands on that person’s quota alone', () => {
    const facts = narrowFacts(someFacts({ bookings: [aLine(), aLine({ ownerId: 'ben' })], quotas }), {
      personId: 'amy',
    });
    expect(numberOf(quotaAttainment.compute(sumFacts(facts)).value)).toBe('0.142857');
  });

  test('has no meaning for a source', () => {
    const facts = narrowFacts(someFacts({ bookings: [aLine()], quotas }), { sourceId: 'fair' });
    expect(quotaAttainment.compute(sumFacts(facts))).toMatchObject({
      value: null,
      unavailable: { code: 'quota_not_by_source' },
    });
  });
});

describe('gross profit per customer', () => {
  test('is a ratio of sums with the median beside it', () => {
    const bookings = [
      aLine({ amountMinor: 1_000n, costMinor: 400n }),
      aLine({ accountId: 'bolt', costMinor: 50n }),
      aLine({ accountId: 'coil', costMinor: 70n }),
    ];
    const { value, parts } = grossProfitPerCustomer.compute({
      ...sumFacts(someFacts({ bookings })),
      medianProfitMinor: medianProfit({ bookings }),
    });
    expect([numberOf(value), partOf(parts, 'gross_profit'), partOf(parts, 'median')]).toEqual(['227', '680', '50']);
  });

  test('leaves lines of unknown cost out on both sides and says it is only indicative', () => {
    const bookings = [aLine(), aLine({ accountId: 'bolt', amountMinor: 300n, costMinor: null })];
    const { value, parts, notes } = grossProfitPerCustomer.compute(sumFacts(someFacts({ bookings })));
    expect([numberOf(value), partOf(parts, 'customers'), partOf(parts, 'cost_coverage')]).toEqual(['40', '1', '0.25']);
    expect(notes).toEqual([{ code: 'indicative', facts: { percent: '25' } }]);
  });

  test('says which of the two is missing: customers or costs', () => {
    const why = (bookings: ReturnType<typeof aLine>[]) =>
      grossProfitPerCustomer.compute(sumFacts(someFacts({ bookings }))).unavailable?.code;
    expect([why([]), why([aLine({ costMinor: null })])]).toEqual(['no_customers', 'cost_unknown']);
  });
});

describe('expense ratios', () => {
  const facts = someFacts({
    bookings: [aLine()],
    expenses: [aSalesExpense(20n), aSalesExpense(15n, { side: 'marketing', teamId: null, officeId: null })],
  });

  test('do not call a cost moved across the aisle a progress', () => {
    expect([
      numberOf(salesExpenseRatio.compute(sumFacts(facts)).value),
      numberOf(revenueExpenseRatio.compute(sumFacts(facts)).value),
    ]).toEqual(['0.2', '0.35']);
  });

  test('are n/a where nothing was recorded, because unknown is not 0', () => {
    const of = (scope: Parameters<typeof narrowFacts>[1]) =>
      salesExpenseRatio.compute(sumFacts(narrowFacts(facts, scope))).unavailable?.code;
    expect(salesExpenseRatio.compute(sumFacts(someFacts({ bookings: [aLine()] }))).unavailable?.code).toBe(
      'expense_missing',
    );
    const oneSided = revenueExpenseRatio.compute(
      sumFacts(someFacts({ bookings: [aLine()], expenses: [aSalesExpense(40n)] })),
    );
    expect(oneSided).toMatchObject({ value: null, unavailable: { code: 'expense_one_sided' } });
    expect([
      of({ personId: 'amy' }),
      of({ sourceId: 'fair' }),
      of({ teamId: 'south' }),
      of({ teamId: 'north' }),
    ]).toEqual(['expense_not_by_person', 'expense_not_by_source', 'expense_not_assigned', undefined]);
  });
});

describe('closings, win rate and winning customers', () => {
  test('count renewals apart', () => {
    const { value, parts } = closings.compute(sumFacts(someFacts({ closings: [aWin(), aWin({ isRenewal: true })] })));
    expect([numberOf(value), partOf(parts, 'renewals')]).toEqual(['1', '1']);
  });

  test('carry an interval under 30 cases and none from 30 on', () => {
    const wins = (count: number) =>
      winRate.compute(
        sumFacts(
          someFacts({
            closings: Array.from({ length: count }, (_, index) => aWin({ outcome: index % 2 ? 'lost' : 'won' })),
          }),
        ),
      );
    expect(wins(29)).toMatchObject({
      interval: expect.anything(),
      notes: [{ code: 'few_cases', facts: { count: 29 } }],
    });
    expect(wins(30)).toMatchObject({ interval: null, notes: [] });
    expect(wins(0).unavailable?.code).toBe('nothing_closed');
  });

  test('count a customer once, and none for a free pilot or a sale taken back by credits or adjustments', () => {
    const bookings = [
      aLine({ date: date('2026-04-02') }),
      aLine(),
      aLine({ accountId: 'pilot', amountMinor: 0n }),
      aLine({ accountId: 'back', worthMinor: 0n }),
      aLine({ accountId: null }),
    ];
    const { value, notes } = winningCustomers.compute(sumFacts(someFacts({ bookings })));
    expect(numberOf(value)).toBe('1');
    expect(notes).toEqual([{ code: 'without_account', facts: { count: 1 } }]);
  });
});
