import { date, isRefusal } from '@tandem/kernel';
import { outcomes } from '../../../../test/builders/some-log';
import { creditSources, type SourcedMove } from './credit-sources';
import { joinEarlierSales } from './find-new-customers';
import { knownBy } from './known-by';
import { readClosings, type Outcome } from './read-closings';
import { parentsBefore, survivors } from './survivors';

describe('known by the end of a day', () => {
  const now = new Date('2026-11-23T09:00:00Z');
  const by = (asOf: string | Date, zone = 'UTC') => {
    const known = knownBy(asOf, { now, zone });
    return isRefusal(known) ? known.code : known.toISOString();
  };

  test('the day is included to its last millisecond, in the zone of the organisation', () => {
    expect(by('2026-03-31')).toBe('2026-03-31T23:59:59.999Z');
    expect(by('2026-03-31', 'Asia/Taipei')).toBe('2026-03-31T15:59:59.999Z');
    expect(by('2026-03-31', 'America/New_York')).toBe('2026-04-01T03:59:59.999Z');
  });

  test('a day of clock change has 23 or 25 hours', () => {
    expect(by('2026-03-29', 'Europe/Berlin')).toBe('2026-03-29T21:59:59.999Z');
    expect(by('2026-10-25', 'Europe/Berlin')).toBe('2026-10-25T22:59:59.999Z');
  });

  test('today ends now', () => {
    expect(by('2026-11-23')).toBe(now.toISOString());
    expect(by(now)).toBe(now.toISOString());
  });

  test('a moment in the past is that moment', () => {
    expect(by(new Date('2026-11-02T08:30:00Z'))).toBe('2026-11-02T08:30:00.000Z');
  });

  test('a day to come is refused; which one that is the zone decides', () => {
    expect([by('2026-11-24'), by(new Date(now.getTime() + 1))]).toEqual(['as_of.future', 'as_of.future']);
    expect(by('2026-11-24', 'Pacific/Kiritimati')).toBe('as_of.future');
    const late = new Date('2026-11-23T11:00:00Z');
    expect(knownBy('2026-11-24', { now: late, zone: 'Pacific/Kiritimati' })).toEqual(late);
  });

  test('what is no day is refused, and the days of the Middle Ages are all before the first record', () => {
    expect(['2026-02-30', '31.3.2026', '', '2026-W10'].map((text) => by(text))).toEqual(Array(4).fill('as_of.unknown'));
    expect(by('1066-10-14')).toBe(by('1901-01-01'));
  });
});

describe('a closing that was taken back by a withdrawal', () => {
  const won = outcomes(['open', '2026-02-01'], ['won', '2026-03-10'], ['open', '2026-04-20', { isWithdrawal: true }]);
  const told = (log: typeof won) =>
    readClosings(log, 'reported').map(({ sign, outcome, date: on }) => `${sign} ${outcome} ${on}`);

  test('as reported stays on its day, and is taken off on the day of the withdrawal', () => {
    expect(told(won)).toEqual(['1 won 2026-03-10', '-1 won 2026-04-20']);
  });

  test('a reopening that was withdrawn wins again on the day of the withdrawal, not once more on the old one', () => {
    const back = outcomes(
      ['open', '2026-02-01'],
      ['won', '2026-03-10'],
      ['open', '2026-04-20'],
      ['won', '2026-05-05', { isWithdrawal: true, closeDateTo: date('2026-03-10') }],
    );
    expect(told(back)).toEqual(['1 won 2026-03-10', '-1 won 2026-04-20', '1 won 2026-05-05']);
  });
});

describe('a closing that was taken back before its own day', () => {
  const told = (log: ReturnType<typeof outcomes>) =>
    readClosings(log, 'reported').map(({ sign, outcome, date: on }) => `${sign} ${outcome} ${on}`);

  test('is taken back on that day, as its bookings are', () => {
    const early = outcomes(
      ['open', '2025-02-01'],
      ['won', '2025-03-05', { closeDateTo: date('2025-04-20') }],
      ['open', '2025-03-10'],
      ['lost', '2025-03-12', { closeDateTo: date('2025-04-22') }],
      ['open', '2025-03-14'],
    );
    expect(told(early)).toEqual(['1 won 2025-04-20', '-1 won 2025-04-20', '1 lost 2025-04-22', '-1 lost 2025-04-22']);
  });

  test('and so is one that a withdrawal brought back later than the next reopening says', () => {
    const back = outcomes(
      ['open', '2025-02-01'],
      ['won', '2025-03-05'],
      ['open', '2025-03-10'],
      ['won', '2025-05-05', { isWithdrawal: true, closeDateTo: date('2025-03-05') }],
      ['open', '2025-03-20'],
    );
    expect(told(back).slice(2)).toEqual(['1 won 2025-05-05', '-1 won 2025-05-05']);
  });
});

describe('the source of a closing', () => {
  const moved = (outcomeFrom: Outcome, outcomeTo: Outcome, wishes: Partial<SourcedMove> = {}): SourcedMove => ({
    outcomeFrom,
    outcomeTo,
    lineId: null,
    lineSourceId: null,
    auditId: null,
    auditSourceId: null,
    ...wishes,
  });
  const booked = (lineSourceId: string | null) => ({ lineId: 'line', lineSourceId });
  const credited = (...log: SourcedMove[]) => creditSources(log, 'now');

  test('is that of the line each win booked, none included', () => {
    const again = [moved('open', 'won', booked('fair')), moved('won', 'open'), moved('open', 'won', booked(null))];
    expect(credited(...again).filter((_, place) => place !== 1)).toEqual(['fair', null]);
  });

  test('stays with a move between won stages, and goes with a correction of what was booked', () => {
    expect(credited(moved('open', 'won', booked('fair')), moved('won', 'won'))).toEqual(['fair', 'fair']);
    expect(credited(moved('open', 'won', booked('fair')), moved('won', 'won', booked('web')))).toEqual(['fair', 'web']);
  });

  test('of a loss is the one it had until it was opened again, and the one it has while it is lost', () => {
    const losses = [
      moved('open', 'lost'),
      moved('lost', 'lost'),
      moved('lost', 'open', { auditId: 'line', auditSourceId: 'fair' }),
      moved('open', 'lost'),
    ];
    expect(credited(...losses).filter((_, place) => place !== 2)).toEqual(['fair', 'fair', 'now']);
  });

  test('goes with its being taken back; what is won again is credited anew', () => {
    const log = outcomes(
      ['open', '2025-02-01'],
      ['won', '2025-03-05', { sourceId: 'fair' }],
      ['open', '2025-04-10', { sourceId: 'web' }],
      ['won', '2025-05-05', { sourceId: 'web' }],
    );
    const told = readClosings(log, 'reported').map(({ sign, sourceId }) => `${sign} ${sourceId}`);
    expect(told).toEqual(['1 fair', '-1 fair', '1 web']);
  });

  test('follows a correction of what was booked, in what is taken back too', () => {
    const log = outcomes(
      ['won', '2025-03-05', { sourceId: 'fair' }],
      ['won', '2025-03-05', { closeDateTo: null, sourceId: 'web' }],
      ['open', '2025-04-10'],
    );
    expect(readClosings(log, 'reported').map(({ sourceId }) => sourceId)).toEqual(['web', 'web']);
  });
});

describe('accounts found to be one', () => {
  test('go on as the last of the chain', () => {
    const merges = [
      { accountId: 'a', intoAccountId: 'b' },
      { accountId: 'b', intoAccountId: 'c' },
      { accountId: 'x', intoAccountId: 'y' },
    ];
    expect([...survivors(merges)]).toEqual([
      ['a', 'c'],
      ['b', 'c'],
      ['x', 'y'],
    ]);
  });

  test('never go round in a circle', () => {
    expect(
      survivors([
        { accountId: 'a', intoAccountId: 'b' },
        { accountId: 'b', intoAccountId: 'a' },
      ]).get('a'),
    ).toBe('b');
  });

  test('stood in their own families before, each merge undone from the last to the first', () => {
    const now = new Map([
      ['child', 'c'],
      ['b', 'top'],
      ['c', 'top'],
    ]);
    const merges = [
      { accountId: 'b', intoAccountId: 'c', before: { childIds: ['child'], intoParentId: null } },
      { accountId: 'a', intoAccountId: 'b', before: { childIds: ['child'], intoParentId: 'top' } },
    ];
    expect([...parentsBefore(now, merges)]).toEqual([
      ['child', 'a'],
      ['b', 'top'],
    ]);
    expect([...parentsBefore(now, merges.slice(0, 1))]).toEqual([
      ['child', 'b'],
      ['b', 'top'],
    ]);
    expect(parentsBefore(now, [{ accountId: 'b', intoAccountId: 'c', before: {} }])).toEqual(now);
  });

  test('have bought when either had', () => {
    const sales = [
      { accountId: 'a', first: date('2025-01-01'), last: date('2025-02-01') },
      { accountId: 'b', first: date('2024-05-01'), last: date('2024-06-01') },
    ];
    const joined = joinEarlierSales(sales, survivors([{ accountId: 'a', intoAccountId: 'b' }]));
    expect([...joined]).toEqual([['b', { first: '2024-05-01', last: '2025-02-01' }]]);
  });
});
