import { networkInterfaces } from 'node:os';
import type { LookupAddress } from 'node:dns';
import { describe, expect, test } from '@jest/globals';
import { guardedLookup, isOutside } from './guarded-lookup';

const resolvingTo =
  (...addresses: string[]) =>
  (_: string, __: unknown, found: (error: null, all: LookupAddress[]) => void) =>
    found(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );

const asked = (addresses: string[], all: boolean) =>
  new Promise<unknown>((resolve) => {
    guardedLookup(resolvingTo(...addresses))('hooks.acme.com', { all }, (error, address) =>
      resolve(error ? error.code : address),
    );
  });

describe('the look-up of a connection', () => {
  test('hands on public addresses, one or all', async () => {
    expect(await asked(['93.184.216.34', '2606:4700::1111'], false)).toBe('93.184.216.34');
    expect(await asked(['93.184.216.34'], true)).toEqual([{ address: '93.184.216.34', family: 4 }]);
  });

  test.each([
    [['127.0.0.1']],
    [['93.184.216.34', '10.0.0.1']],
    [['10.0.0.1', '93.184.216.34']],
    [['2606:4700::1111', 'fe80::1']],
    [['::ffff:169.254.169.254']],
    [[]],
  ])('refuses %j, whichever of them would be taken', async (addresses) => {
    expect(await asked(addresses, true)).toBe('EPRIVATE');
    expect(await asked(addresses, false)).toBe('EPRIVATE');
  });

  test('tells when a name leads nowhere', async () => {
    const failing = guardedLookup((_, __, found) => found(Object.assign(new Error('no'), { code: 'ENOTFOUND' }), []));
    const code = await new Promise((resolve) => failing('x', { all: true }, (error) => resolve(error?.code)));
    expect(code).toBe('ENOTFOUND');
  });

  test('this machine is never outside, whatever its addresses are', () => {
    const own = Object.values(networkInterfaces()).flatMap((found) => found ?? []);
    expect(own.filter(({ address }) => isOutside(address))).toEqual([]);
  });

  test.each([
    ['93.184.216.34', '93.184.216.34'],
    ['::ffff:93.184.216.34', '93.184.216.34'],
    ['::ffff:5db8:d822', '93.184.216.34'],
    ['0:0:0:0:0:ffff:5db8:d822', '93.184.216.34'],
    ['[::ffff:5db8:d822]', '93.184.216.34'],
    ['64:ff9b::93.184.216.34', '93.184.216.34'],
    ['64:ff9b::5db8:d822', '93.184.216.34'],
    ['93.184.216.34', '::ffff:93.184.216.34'],
    ['2606:4700::1111', '2606:4700:0:0::1111'],
  ])('%s leads to this machine when it is %s', (address, own) => {
    expect(isOutside(address, [own])).toBe(false);
    expect(isOutside(address, ['93.184.216.35', '2606:4700::1112'])).toBe(true);
  });
});
