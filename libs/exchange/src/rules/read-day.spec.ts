import { readDay } from './read-day';

describe('reading a date', () => {
  it('reads a date that exists, a leap day too', () => {
    expect(readDay(' 2016-02-29 ', 'close_date')).toBe('2016-02-29');
  });

  it('keeps an empty cell as unknown', () => {
    expect(readDay('', 'close_date')).toBeNull();
  });

  it.each(['2017-02-29', '2017-13-01', '31/05/2017', '2017-5-1', 'yesterday', '0000-01-01'])('refuses %j', (text) => {
    expect(readDay(text, 'close_date')).toMatchObject({ code: 'import.date_unreadable', facts: { value: text } });
  });
});
