import { describe, expect, it } from '@jest/globals';
import { findTwins } from './find-twins';

const one = (id: string, name: string, email: string | null, accountId = 'acme') => ({ id, name, email, accountId });

describe('contacts that may be one', () => {
  it('have the same address however it is written, or the same name at the same customer', () => {
    expect(findTwins([one('a', 'Ann Lee', 'ann@acme.test'), one('b', 'A. Lee', 'Ann@ACME.test ')])).toEqual(
      new Set(['a', 'b']),
    );
    expect(findTwins([one('a', 'Ann  Lee', null), one('b', 'ann lee', 'ann@acme.test')])).toEqual(new Set(['a', 'b']));
  });

  it('are not two of one name at two customers, nor two without an address', () => {
    expect(findTwins([one('a', '王經理', null), one('b', '王經理', null, 'zed'), one('c', '李', null)])).toEqual(
      new Set(),
    );
  });
});
