import { date, type PlainDate } from '@tandem/kernel';
import { secondQuarter } from '../../../../test/builders/some-facts';
import { day } from '../../../../test/builders/some-log';
import { asCount, asMoney, asRatio } from './figure-value';
import { ratio, ratioText } from './ratio';
import { shareGone } from './share-gone';
import { covering, latestRevisions } from './share-quotas';
import { standAgainstTarget, type Aim } from './stand-against-target';
import { targetOf } from './sum-targets';

describe('quotas, targets and pace', () => {
  const months = ['2026-04', '2026-05', '2026-06'].map((month, index) => ({
    from: date(`${month}-01`),
    until: date(`2026-0${index + 5}-01`),
  }));

  test('three months make a quarter, two do not, and a year is never cut into pieces', () => {
    const year = { from: date('2026-01-01'), until: date('2027-01-01') };
    expect([
      covering(months, secondQuarter),
      covering(months.slice(1), secondQuarter),
      covering([year], secondQuarter),
    ]).toEqual([months, [], []]);
    const line = (one: (typeof months)[number]) => ({
      ...one,
      figureKey: 'net_revenue',
      unit: 'money' as const,
      value: 5n,
    });
    const of = (isAdditive: boolean) =>
      targetOf(months.map(line), { period: secondQuarter, isAdditive, currency: 'USD' });
    expect([of(true), of(false)]).toEqual([asMoney(15n, 'USD'), null]);
  });

  test('a piece that is longer but leads to a gap does not stand in the way of those that make a quarter', () => {
    const [april] = months;
    const sixWeeks = { from: date('2026-04-01'), until: date('2026-05-16') };
    const rest = { from: date('2026-05-01'), until: date('2026-07-01') };
    expect(covering([sixWeeks, rest, ...months.slice(0, 1)], secondQuarter)).toEqual([april, rest]);
    expect(covering([sixWeeks, ...months], secondQuarter)).toEqual(months);
    expect(covering([sixWeeks, rest], secondQuarter)).toEqual([]);
  });

  test('the latest revision of a quota counts', () => {
    const line = { id: 'one', teamId: 'north', personId: null, ...secondQuarter, amountMinor: 1n, revision: 1 };
    expect(latestRevisions([{ ...line, id: 'two', revision: 2 }, line])).toMatchObject([{ id: 'two' }]);
  });

  test('the share gone counts the working days before today', () => {
    const weekdays = (from: PlainDate, until: PlainDate) => (Date.parse(until) - Date.parse(from)) / day;
    const gone = (today: string) => ratioText(shareGone(secondQuarter, date(today), weekdays));
    expect([gone('2026-03-01'), gone('2026-04-01'), gone('2026-04-14'), gone('2026-07-01')]).toEqual([
      '0',
      '0',
      '0.142857',
      '1',
    ]);
  });

  const half = ratio(1n, 2n);
  const stand = (wishes: Partial<Aim>) =>
    standAgainstTarget({
      value: asCount(50),
      target: asCount(100),
      gone: half,
      betterWhen: 'higher',
      isAdditive: true,
      ...wishes,
    }).standing;

  test.each<[string, Partial<Aim>, string | null]>([
    ['half the count at half time is on track', {}, 'on_track'],
    ['a little less is still on track', { value: asCount(48) }, 'on_track'],
    ['much less is behind', { value: asCount(47) }, 'behind'],
    ['more is ahead', { value: asCount(53) }, 'ahead'],
    ['all of it is met at any time', { value: asCount(100) }, 'met'],
    ['less than all when the period is over is missed', { value: asCount(99), gone: ratio(1n, 1n) }, 'missed'],
    ['fewer losses than the pace allows is ahead', { value: asCount(40), betterWhen: 'lower' }, 'ahead'],
    ['more losses than the pace allows is behind', { value: asCount(60), betterWhen: 'lower' }, 'behind'],
    ['more losses than the target is missed at any time', { value: asCount(101), betterWhen: 'lower' }, 'missed'],
    [
      'a ratio has no pace and is held against the target itself',
      { value: asRatio(50n, 100n), target: asRatio(1n, 1n), isAdditive: false },
      'behind',
    ],
    [
      'a cost ratio under its target is met',
      { value: asRatio(1n, 10n), target: asRatio(2n, 10n), isAdditive: false, betterWhen: 'lower' },
      'met',
    ],
    ['before the first working day nobody is behind', { value: asCount(0), gone: ratio(0n, 1n) }, 'on_track'],
    ['nothing stands against no target', { target: null }, null],
  ])('%s', (_, wishes, standing) => {
    expect(stand(wishes)).toBe(standing);
  });
});
