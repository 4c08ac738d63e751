import { describe, expect, it } from '@jest/globals';
import { peopleCalled } from './find-people';
import { readAction } from './read-action';

const person = (id: string, en: string, zhTW: string | null = null) => ({ id, name: { en, zhTW } });
const people = [
  person('lee', 'Ann Lee', '李安'),
  person('wu', 'Ann Wu', '吳安安'),
  person('ben', 'Ben Chou', '周小明'),
  person('benita', 'Benita Ray'),
];
/** Monday 30 November to Monday 7 December 2026. */
const term = { from: '2026-11-30', until: '2026-12-07' };
const read = (line: string) => readAction(line, { people, term });
const known = (value: string) => ({ is: 'known', value });

describe('one line becomes an action', () => {
  it.each([
    ['fix MQL reject reasons @Ann Lee 12/04', 'fix MQL reject reasons', 'lee', '2026-12-04'],
    ['@ben 12/4 fix it', 'fix it', 'ben', '2026-12-04'],
    ['fix it @Benita fri', 'fix it', 'benita', '2026-12-04'],
    ['fix it @lee by Friday.', 'fix it', 'lee', '2026-12-04'],
    ['fix it, @wu, tomorrow', 'fix it', 'wu', '2026-12-01'],
    ['fix it mon @chou', 'fix it', 'ben', '2026-12-07'],
    ['fix it @chou next tue', 'fix it', 'ben', '2026-12-08'],
    ['fix it +3d @chou', 'fix it', 'ben', '2026-12-03'],
    ['fix it @chou +1w', 'fix it', 'ben', '2026-12-07'],
    ['fix it @chou 2026-12-02', 'fix it', 'ben', '2026-12-02'],
    ['修正退件原因 @周小明 12/4', '修正退件原因', 'ben', '2026-12-04'],
    ['修正退件原因＠小明週五前', '修正退件原因', 'ben', '2026-12-04'],
    ['修正退件原因 @李安 下週一', '修正退件原因', 'lee', '2026-12-07'],
    ['修正退件原因 12月4日 @吳安安', '修正退件原因', 'wu', '2026-12-04'],
    ['修正退件原因 @安安 明天', '修正退件原因', 'wu', '2026-12-01'],
    ['修正退件原因 @周小明 2026/12/3', '修正退件原因', 'ben', '2026-12-03'],
    ['send the 11/20 webinar list to a@b.tw @chou 3/12', 'send the 11/20 webinar list to a@b.tw', 'ben', '2026-12-03'],
  ])('%s', (line, title, owner, due) => {
    expect(read(line)).toEqual({ title, owner: known(owner), due: known(due) });
  });

  it('asks who and when where that is not said', () => {
    expect(read('fix it')).toEqual({ title: 'fix it', owner: { is: 'missing' }, due: { is: 'missing' } });
    expect(read('  ').title).toBe('');
    expect(read('fix it @').owner).toEqual({ is: 'missing' });
    expect(read('prepare the 12/04 webinar @chou').due).toEqual({ is: 'missing' });
    expect(read('Sun report @chou').due).toEqual({ is: 'missing' });
  });

  it('asks which one where several are meant', () => {
    expect(read('fix it @Ann 12/04').owner).toEqual({ is: 'several', said: 'Ann', values: ['lee', 'wu'] });
    expect(read('fix it @lee @chou').owner).toEqual({ is: 'several', said: 'lee, chou', values: ['lee', 'ben'] });
    const long = { people, term: { from: '2026-01-01', until: '2026-12-31' } };
    expect(readAction('fix it 3/4', long).due).toEqual({
      is: 'several',
      said: '3/4',
      values: ['2026-03-04', '2026-04-03'],
    });
  });

  it('says what it does not know', () => {
    expect(read('fix it @Zoe 12/04')).toMatchObject({
      owner: { is: 'unknown', said: 'Zoe' },
      due: known('2026-12-04'),
    });
    expect(read('fix it @lee 13/45').due).toEqual({ is: 'unknown', said: '13/45' });
    expect(read('fix it @lee 2026-02-30').due).toEqual({ is: 'unknown', said: '2026-02-30' });
  });

  it('takes a date out of the term as month and day, for the meeting to refuse', () => {
    expect(read('fix it @lee 12/24').due).toEqual(known('2026-12-24'));
    expect(read('fix it @lee 1/5').due).toEqual(known('2027-01-05'));
  });
});

describe('names that are being typed', () => {
  it.each([
    ['an', ['lee', 'wu']],
    ['Ann L', ['lee']],
    ['ben', ['ben', 'benita']],
    ['安', ['lee', 'wu']],
    ['Ann Lee 12/04', []],
  ])('%s', (typed, ids) => {
    expect(peopleCalled(typed, people).map(({ id }) => id)).toEqual(ids);
  });
});
