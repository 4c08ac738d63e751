import { noDays, noteDay, orderOf, readWrittenDay } from './read-written-day';

const orderOfAll = (...days: string[]) => orderOf(days.reduce(noteDay, noDays));

describe('a written day', () => {
  it.each([
    ['2026-05-31', 'dmy', '2026-05-31'],
    ['2026-05-31 14:02', 'ymd', '2026-05-31'],
    ['2026-05-31T14:02:00.000Z', 'mdy', '2026-05-31'],
    ['2026/5/1', 'ymd', '2026-05-01'],
    ['2026年5月1日', 'ymd', '2026-05-01'],
    ['31/05/2026', 'dmy', '2026-05-31'],
    ['31.5.26', 'dmy', '2026-05-31'],
    ['05/31/2026 2:14 PM', 'mdy', '2026-05-31'],
    ['115/11/23', 'roc', '2026-11-23'],
    ['05/31/2026', 'dmy', null],
    ['2026-02-30', 'ymd', null],
    ['soon', 'ymd', null],
    ['', 'ymd', null],
  ] as const)('%j by %s is %j', (text, order, day) => {
    expect(readWrittenDay(text, order)).toBe(day);
  });
});

describe('the order of the days of a list', () => {
  it('is told by one day that can be read only one way', () => {
    expect(orderOfAll('05/06/2026', '31/05/2026')).toBe('dmy');
    expect(orderOfAll('05/06/2026', '05/31/2026')).toBe('mdy');
    expect(orderOfAll('115/11/23', '99/1/2')).toBe('roc');
    expect(orderOfAll('2026-05-06', 'no day', '')).toBe('ymd');
  });

  it('is nobody’s guess where all days are unclear, or two contradict each other', () => {
    expect(orderOfAll('05/06/2026')).toBeNull();
    expect(orderOfAll('31/05/2026', '05/31/2026')).toBeNull();
  });
});
