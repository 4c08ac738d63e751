import { isSameCode } from './same-code';

const code = 'K7QM-2F9X-TB4D';

describe('whether somebody typed the set-up code', () => {
  it.each(['K7QM-2F9X-TB4D', 'k7qm2f9xtb4d', ' K7QM 2F9X TB4D '])('yes: %p', (given) => {
    expect(isSameCode(given, code)).toBe(true);
  });

  it.each(['', 'K7QM-2F9X-TB4E', 'K7QM-2F9X', '----'])('no: %p', (given) => {
    expect(isSameCode(given, code)).toBe(false);
  });

  it('never where the code is nothing', () => {
    for (const nothing of ['', '設定碼設定碼設定碼', '!!!!----....']) {
      expect(isSameCode('', nothing)).toBe(false);
      expect(isSameCode(nothing, nothing)).toBe(false);
    }
  });
});
