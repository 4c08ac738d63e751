import { judgePassword, missingIn } from './judge-password';

const own = ['Ann Lee', 'annabel@example.com'];

describe('judging a password before it is sent', () => {
  it.each([
    ['copper lantern river nine', null],
    ['今天的會議改到下午三點半開始', null],
    ['k7!pQ2zz0b#', 'short'],
    ['aaaaaaaaaaaaaaaa', 'monotonous'],
    ['hello ANN LEE 2026', 'ownName'],
    ['my-Annabel-2026', 'ownName'],
  ])('%s', (password, fault) => {
    expect(judgePassword(password, own)).toBe(fault);
  });

  it('counts characters as people see them', () => {
    expect(missingIn('🚲🚲🚲')).toBe(9);
  });
});
