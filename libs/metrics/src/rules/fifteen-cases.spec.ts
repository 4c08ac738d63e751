import { calendarOfMonths, date, instantsOf, localDate, periodFrom, type Period, type PlainDate } from '@tandem/kernel';
import { workingMinutes } from '@tandem/people';
import { aLine, aSalesExpense, aTeamQuota, aWin, secondQuarter, someFacts } from '../../../../test/builders/some-facts';
import { day, hour, outcomes, start, visits } from '../../../../test/builders/some-log';
import type { Kpi } from '../kpi';
import { closings } from '../kpis/closings.kpi';
import { grossProfitPerCustomer } from '../kpis/gross-profit-per-customer.kpi';
import { lost } from '../kpis/lost.kpi';
import { netRevenue } from '../kpis/net-revenue.kpi';
import { newCustomers } from '../kpis/new-customers.kpi';
import { quotaAttainment } from '../kpis/quota-attainment.kpi';
import { salesExpenseRatio } from '../kpis/sales-expense-ratio.kpi';
import { winRate } from '../kpis/win-rate.kpi';
import { countFunnel, enteredIn, type FunnelDeal, type FunnelQuestion } from './count-funnel';
import { drawFunnel } from './draw-funnel';
import type { BookingFact, Ledger, Reading } from './facts';
import { exactly, type FigureValue } from './figure-value';
import { findEntries, type FunnelMode, type StageMove } from './find-entries';
import { foldDeal } from './fold-deal';
import { keepLedger } from './keep-ledger';
import { measureStay } from './measure-stay';
import { factsOf } from './narrow-facts';
import { ratioText } from './ratio';
import { readClosings, type OutcomeMove } from './read-closings';
import { shareQuotas } from './share-quotas';
import { sumFacts } from './sum-facts';

const stages = ['a', 'b', 'c', 'won'].map((id) => ({ id, mandatory: true }));
const rows = stages.map(({ id }) => ({ key: id, stageIds: [id] }));
const now = start + 300 * day;

const asDeal = (log: readonly StageMove[], mode: FunnelMode = 'ordered'): FunnelDeal => ({
  opportunityId: 'deal',
  ...foldDeal(log, { stages, rows, mode, now }),
  worthMinor: 100n,
  sourceId: null,
});

const asked = (wishes: Partial<FunnelQuestion> = {}): FunnelQuestion => ({
  rows,
  span: { from: start, until: start + 91 * day },
  previous: { from: start - 90 * day, until: start },
  yearBefore: { from: start - 365 * day, until: start - 275 * day },
  matureBefore: (windowDays) => now - windowDays * day,
  mode: 'ordered',
  isCredited: () => true,
  windowDays: () => 90,
  ...wishes,
});

const enteredOf = (deal: FunnelDeal, question = asked()) =>
  drawFunnel(countFunnel([deal], question))
    .map(({ key, entered, implied }) => `${key} ${entered}${implied ? ` (${implied} implied)` : ''}`)
    .join(', ');

const ratesOf = (deal: FunnelDeal) =>
  drawFunnel(countFunnel([deal], asked())).map(({ conversion }) =>
    conversion?.rate ? ratioText(conversion.rate) : null,
  );

const numberOf = (value: FigureValue | null): string | null => value && ratioText(exactly(value));

const firstQuarter: Period = { key: '2026-Q1', from: date('2026-01-01'), until: date('2026-04-01') };

interface Happened {
  readonly bookings?: readonly BookingFact[];
  readonly log?: readonly OutcomeMove[];
  readonly parents?: ReadonlyMap<string, string>;
}

const ledgerOf = (reading: Reading, { bookings = [], log = [], parents = new Map() }: Happened): Ledger =>
  keepLedger({
    ...someFacts({ reading }),
    lines: bookings,
    closings: readClosings(log, reading).map((closing) => aWin({ ...closing, opportunityId: 'deal' })),
    earlier: new Map(),
    parents,
    winBackMonths: 12,
  });

const inPeriod = (kpi: Kpi, ledger: Ledger, period: Period) =>
  numberOf(kpi.compute(sumFacts(factsOf(ledger, period, []))).value);

describe('cases that any implementation must get right', () => {
  test('case 1: A→C→won (skip)', () => {
    const log = visits('a c won');
    expect(enteredOf(asDeal(log))).toBe('a 1, b 1 (1 implied), c 1, won 1');
    expect(ratesOf(asDeal(log))).toEqual([null, '1', '1', '1']);
    expect(enteredOf(asDeal(log, 'strict'), asked({ mode: 'strict' }))).toBe('a 1, b 0, c 0, won 0');
    expect(enteredOf(asDeal(log, 'any'), asked({ mode: 'any' }))).toBe('a 1, b 0, c 1, won 1');
    expect(findEntries(log, stages, 'ordered').find(({ stageId }) => stageId === 'b')?.at).toBe(start + day);
  });

  test('case 2: A→B→A→B→won: B entered once, two visits', () => {
    const log = visits('a b a b won');
    expect(enteredOf(asDeal(log))).toBe('a 1, b 1, c 1 (1 implied), won 1');
    expect(findEntries(log, stages, 'ordered').find(({ stageId }) => stageId === 'b')?.at).toBe(start + day);
    expect(measureStay(log, ['b'], now)).toEqual({ total: 2 * day, visits: 2, endedAt: start + 4 * day });
    expect(drawFunnel(countFunnel([asDeal(log)], asked()))[1]?.medianDays).toBe(2);
  });

  test('case 3: created in the last stage', () => {
    expect(enteredOf(asDeal(visits('won')))).toBe('a 1 (1 implied), b 1 (1 implied), c 1 (1 implied), won 1');
    expect(ratesOf(asDeal(visits('won')))).toEqual([null, '1', '1', '1']);
    expect(enteredOf(asDeal(visits('c')))).toBe('a 1 (1 implied), b 1 (1 implied), c 1, won 0');
    expect(enteredOf(asDeal(visits('won'), 'any'), asked({ mode: 'any' }))).toBe('a 0, b 0, c 0, won 1');
  });

  test('case 4: won, reopened, lost across two quarters', () => {
    const log = outcomes(['open', '2026-02-01'], ['won', '2026-03-10'], ['open', '2026-04-20'], ['lost', '2026-05-05']);
    const sale = aLine({ id: 'sale', date: date('2026-03-10'), isReversed: true });
    const back = aLine({ reversesId: 'sale', date: date('2026-04-20'), amountMinor: -100n, costMinor: -60n });
    const figures = (reading: Reading, period: Period) =>
      [closings, lost, netRevenue, newCustomers].map((kpi) =>
        inPeriod(kpi, ledgerOf(reading, { bookings: [sale, back], log }), period),
      );
    expect(figures('reported', firstQuarter)).toEqual(['1', '0', '100', '1']);
    expect(figures('reported', secondQuarter)).toEqual(['-1', '1', '-100', '0']);
    expect(figures('restated', firstQuarter)).toEqual(['0', '0', '0', '0']);
    expect(figures('restated', secondQuarter)).toEqual(['0', '1', '0', '0']);
    expect(inPeriod(winRate, ledgerOf('restated', { log }), secondQuarter)).toBe('0');
  });

  test('case 4, its twin: won in Q1, reopened in Q2, won again in Q3 is reported +1 −1 +1 and restated in Q3 only', () => {
    const log = outcomes(['open', '2026-02-01'], ['won', '2026-03-10'], ['open', '2026-04-20'], ['won', '2026-08-01']);
    const third = { key: '2026-Q3', from: date('2026-07-01'), until: date('2026-10-01') };
    const by = (reading: Reading) =>
      [firstQuarter, secondQuarter, third].map((period) => inPeriod(closings, ledgerOf(reading, { log }), period));
    expect(by('reported')).toEqual(['1', '-1', '1']);
    expect(by('restated')).toEqual(['0', '0', '1']);
  });

  test('case 5: won at 120 after starting at 100 is one closing, booked at 120', () => {
    const log = outcomes(['open', '2026-04-02'], ['won', '2026-05-04']);
    const ledger = ledgerOf('restated', { log, bookings: [aLine({ amountMinor: 120n })] });
    expect([inPeriod(netRevenue, ledger, secondQuarter), inPeriod(closings, ledger, secondQuarter)]).toEqual([
      '120',
      '1',
    ]);
  });

  test('case 7: USD + EUR with a missing rate', () => {
    const facts = someFacts({
      bookings: [aLine(), aLine({ accountId: 'euro', amountMinor: 500n, reportingMinor: null, costMinor: null })],
    });
    const revenue = netRevenue.compute(sumFacts(facts));
    expect(numberOf(revenue.value)).toBe('100');
    expect(revenue.notes).toEqual([{ code: 'partial_total', facts: { count: 1 } }]);
    expect(grossProfitPerCustomer.compute(sumFacts(facts)).notes).toContainEqual({
      code: 'partial_total',
      facts: { count: 1 },
    });
  });

  test("case 8: a refund larger than the period's sales", () => {
    const refund = aLine({ amountMinor: -250n, costMinor: 0n });
    const facts = someFacts({
      bookings: [aLine(), refund],
      expenses: [aSalesExpense(40n)],
      quotas: [aTeamQuota(300n)],
    });
    expect(numberOf(netRevenue.compute(sumFacts(facts)).value)).toBe('-150');
    expect(salesExpenseRatio.compute(sumFacts(facts))).toMatchObject({
      value: null,
      unavailable: { code: 'no_net_sales' },
    });
    expect(numberOf(quotaAttainment.compute(sumFacts(facts)).value)).toBe('-0.5');
  });

  test('case 9: quota 0, and a joiner mid-period', () => {
    const bookings = [aLine()];
    expect(quotaAttainment.compute(sumFacts(someFacts({ bookings, quotas: [aTeamQuota(0n)] })))).toMatchObject({
      value: null,
      unavailable: { code: 'quota_zero' },
    });
    expect(quotaAttainment.compute(sumFacts(someFacts({ bookings })))).toMatchObject({
      value: null,
      unavailable: { code: 'quota_missing' },
    });
    const holders = new Map([
      ['amy', { teamId: 'north', officeId: 'taipei', joinedOn: date('2026-05-16'), leftOn: null }],
    ]);
    const line = {
      id: 'quota',
      teamId: null,
      personId: 'amy',
      from: secondQuarter.from,
      until: secondQuarter.until,
      amountMinor: 910n,
    };
    const everyDay = (from: PlainDate, until: PlainDate) => (Date.parse(until) - Date.parse(from)) / day;
    const quotas = shareQuotas([line], { period: secondQuarter, holders, workingDays: everyDay });
    expect(quotas).toMatchObject([{ amountMinor: 460n, isProrated: true }]);
    const own = quotaAttainment.compute(sumFacts(someFacts({ bookings, quotas, scope: { personId: 'amy' } })));
    expect(numberOf(own.value)).toBe('0.217391');
    expect(own.notes).toEqual([{ code: 'quota_prorated', facts: {} }]);
  });

  test('case 10: a first order in an account family that already buys', () => {
    const mother = aLine({ accountId: 'mother', date: date('2026-02-01') });
    const ledger = ledgerOf('restated', {
      bookings: [mother, aLine({ accountId: 'daughter' })],
      parents: new Map([['daughter', 'mother']]),
    });
    const as = (newCustomerVariant: Ledger['newCustomerVariant']) =>
      inPeriod(newCustomers, { ...ledger, newCustomerVariant }, secondQuarter);
    expect([as('first_order'), as('connected_new'), as('win_back')]).toEqual(['1', '1', '0']);
    expect(ledger.newCustomers.filter(({ variant }) => variant === 'connected_new')).toMatchObject([
      { accountId: 'daughter' },
    ]);
  });

  test('case 11: offered Friday 17:50, touched Monday 09:05, calendar 09–18, SLA 1 h: 15 minutes used, met', () => {
    const calendar = { zone: 'Asia/Taipei', opens: '09:00', closes: '18:00', weekdays: [1, 2, 3, 4, 5], holidays: [] };
    const used = workingMinutes(calendar, new Date('2026-11-20T17:50:00+08:00'), new Date('2026-11-23T09:05:00+08:00'));
    expect(used).toBe(15);
    expect(used).toBeLessThanOrEqual(60);
  });

  test('case 12: a DST week in Europe/Berlin, a deal at 00:30 local on the first day of a period', () => {
    const [week, next] = ['2026-W13', '2026-W14'].map((key) => {
      const period = periodFrom(key, calendarOfMonths(1));
      if (!period) throw new Error(key);
      const { from, until } = instantsOf(period, 'Europe/Berlin');
      return { from: from.getTime(), until: until.getTime() };
    });
    if (!week || !next) throw new Error('two weeks');
    expect((week.until - week.from) / hour).toBe(167);
    const deal = asDeal(visits('a').map((one) => ({ ...one, at: Date.parse('2026-03-30T00:30:00+02:00') })));
    expect(enteredIn([deal], 0, week, asked())).toEqual([]);
    expect(enteredIn([deal], 0, next, asked())).toHaveLength(1);
  });

  test('case 13: signed 31 March 23:30 in New York, organisation zone UTC: the close date decides', () => {
    const signed = new Date('2026-03-31T23:30:00-04:00');
    const on = localDate(signed, 'UTC');
    expect(on).toBe('2026-04-01');
    const log = outcomes(['open', '2026-03-01'], ['won', '2026-03-31', { on }]);
    const ledger = ledgerOf('restated', { log, bookings: [aLine({ date: date('2026-03-31') })] });
    const both = (period: Period) => [closings, netRevenue].map((kpi) => inPeriod(kpi, ledger, period));
    expect(both(firstQuarter)).toEqual(['1', '100']);
    expect(both(secondQuarter)).toEqual(['0', '0']);
  });

  test('case 14: created and won on one day', () => {
    const log = visits('a won').map((one, step) => ({ ...one, at: start + step * hour }));
    expect(ratesOf(asDeal(log))).toEqual([null, '1', '1', '1']);
    expect(measureStay(log, ['a'], now)).toEqual({ total: hour, visits: 1, endedAt: start + hour });
    const moves = outcomes(['open', '2026-05-04'], ['won', '2026-05-04']);
    expect(inPeriod(closings, ledgerOf('restated', { log: moves }), secondQuarter)).toBe('1');
  });

  test('case 15: owner change mid-deal', () => {
    const log = visits('a b won', (step) => (step < 1 ? 'amy' : 'ben'));
    const of = (person: string) => asked({ isCredited: ({ ownerId }) => ownerId === person });
    expect(enteredOf(asDeal(log), of('amy'))).toBe('a 1, b 0, c 0, won 0');
    expect(enteredOf(asDeal(log), of('ben'))).toBe('a 0, b 1, c 1 (1 implied), won 1');
    expect(drawFunnel(countFunnel([asDeal(log)], of('amy')))[1]?.conversion).toMatchObject({ mature: 1, converted: 1 });
    const moves = outcomes(['open', '2026-04-02'], ['won', '2026-05-04', { ownerToId: 'ben' }]);
    expect(readClosings(moves, 'restated')).toMatchObject([{ ownerId: 'ben' }]);
  });
});
