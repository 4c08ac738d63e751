import { describe, expect, test } from '@jest/globals';
import { besideAccount } from './beside-account';

const account = { en: 'Acme', zhTW: '頂點' };

describe('the name of an opportunity beside its account', () => {
  test('leaves the customer out, in either language', () => {
    expect(besideAccount('GTX Pro · Acme', account)).toBe('GTX Pro');
    expect(besideAccount('GTX Pro · Acme (renewal)', account)).toBe('GTX Pro (renewal)');
    expect(besideAccount('頂點 · GTX Pro', account)).toBe('GTX Pro');
  });

  test('stays whole when the customer is part of a longer name or is all there is', () => {
    expect(besideAccount('GTX Pro · Acmecloud', account)).toBe('GTX Pro · Acmecloud');
    expect(besideAccount('Acme', account)).toBe('Acme');
    expect(besideAccount('Renewal 2027', { en: 'Acme', zhTW: null })).toBe('Renewal 2027');
  });
});
