import { judgePassword } from './judge-password';

const ann = { name: 'Ann Lee', email: 'annabel@example.com' };

describe('judging a password', () => {
  it.each([
    ['four plain words', 'copper lantern river nine'],
    ['twelve characters', 'k7!pQ2zz0b#x'],
    ['Chinese, one sentence', '今天的會議改到下午三點半開始'],
    ['a short name by chance', 'Ann of green gables'],
  ])('takes %s', (_, password) => {
    expect(judgePassword(password, { ...ann, name: 'Ann' })).toBeNull();
  });

  it.each([
    ['eleven characters', 'k7!pQ2zz0b#', 'person.password_short'],
    ['one sign again and again', 'aaaaaaaaaaaaaaaa', 'person.password_monotonous'],
    ['the name', 'hello ANN LEE 2026', 'person.password_own_name'],
    ['the address', 'my-Annabel-2026', 'person.password_own_name'],
  ])('refuses %s', (_, password, code) => {
    expect(judgePassword(password, ann)).toMatchObject({ code });
  });
});
