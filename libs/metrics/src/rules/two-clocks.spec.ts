import { date, isRefusal } from '@tandem/kernel';
import { outcomes } from '../../../../test/builders/some-log';
import { joinEarlierSales } from './find-new-customers';
import { knownBy } from './known-by';
import { readClosings } from './read-closings';
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
