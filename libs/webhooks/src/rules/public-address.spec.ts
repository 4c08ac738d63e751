import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addressBytes, isPublicAddress } from './public-address';

const closed: readonly (readonly [address: string, what: string])[] = [
  ['0.0.0.0', 'this machine'],
  ['0.1.2.3', 'this network'],
  ['10.0.0.1', 'private'],
  ['10.255.255.255', 'private'],
  ['100.64.0.1', 'a provider’s own network'],
  ['100.100.100.200', 'metadata of a cloud, in a provider’s network'],
  ['100.127.255.254', 'a provider’s own network'],
  ['127.0.0.1', 'this machine'],
  ['127.0.1.1', 'this machine'],
  ['127.255.255.255', 'this machine'],
  ['169.254.0.1', 'link-local'],
  ['169.254.169.254', 'metadata of most clouds'],
  ['169.254.170.2', 'credentials of containers'],
  ['172.16.0.1', 'private'],
  ['172.17.0.1', 'the bridge of containers'],
  ['172.31.255.255', 'private'],
  ['192.0.0.1', 'protocols'],
  ['192.0.0.192', 'metadata of a cloud'],
  ['192.0.2.1', 'documentation'],
  ['192.88.99.1', 'relays of 6to4'],
  ['192.168.0.1', 'private'],
  ['192.168.255.255', 'private'],
  ['198.18.0.1', 'benchmarks'],
  ['198.19.255.255', 'benchmarks'],
  ['198.51.100.7', 'documentation'],
  ['203.0.113.9', 'documentation'],
  ['224.0.0.1', 'multicast'],
  ['239.255.255.250', 'multicast'],
  ['240.0.0.1', 'reserved'],
  ['255.255.255.255', 'broadcast'],
  ['::', 'this machine'],
  ['::1', 'this machine'],
  ['[::1]', 'this machine, in brackets'],
  ['0:0:0:0:0:0:0:1', 'this machine, written out'],
  ['0000:0000:0000:0000:0000:0000:0000:0001', 'this machine, with all its noughts'],
  ['::127.0.0.1', 'this machine, compatible'],
  ['::7f00:1', 'this machine, compatible in hexadecimal'],
  ['::ffff:127.0.0.1', 'this machine, mapped'],
  ['::ffff:7f00:1', 'this machine, mapped in hexadecimal'],
  ['0:0:0:0:0:ffff:7f00:0001', 'this machine, mapped and written out'],
  ['::FFFF:10.0.0.1', 'private, mapped'],
  ['::ffff:169.254.169.254', 'metadata, mapped'],
  ['::ffff:a9fe:a9fe', 'metadata, mapped in hexadecimal'],
  ['::ffff:0:127.0.0.1', 'translated'],
  ['64:ff9b::127.0.0.1', 'this machine behind NAT64'],
  ['64:ff9b::7f00:1', 'this machine behind NAT64'],
  ['64:ff9b::a9fe:a9fe', 'metadata behind NAT64'],
  ['64:ff9b::10.1.2.3', 'private behind NAT64'],
  ['64:ff9b:1::1', 'NAT64 of the house'],
  ['64:ff9b:1:fffe::8.8.8.8', 'NAT64 of the house'],
  ['100::1', 'nowhere'],
  ['2001::1', 'Teredo'],
  ['2001:0:7f00:1::', 'Teredo to this machine'],
  ['2001:10::1', 'ORCHID'],
  ['2001:20::1', 'ORCHID'],
  ['2001:db8::1', 'documentation'],
  ['2002:7f00:1::', '6to4 to this machine'],
  ['2002:a00:1::1', '6to4 to a private network'],
  ['2002:a9fe:a9fe::', '6to4 to metadata'],
  ['2002:808:808::1', '6to4 to anywhere'],
  ['3fff::1', 'documentation'],
  ['5f00::1', 'routing of a provider'],
  ['fc00::1', 'private'],
  ['fd00::1', 'private'],
  ['fd00:ec2::254', 'metadata of a cloud'],
  ['fe80::1', 'link-local'],
  ['fe80::1%eth0', 'link-local with its zone'],
  ['febf::1', 'link-local'],
  ['fec0::1', 'site-local'],
  ['ff02::1', 'multicast'],
  ['ff0e::1', 'multicast of the world'],
  ['4000::1', 'not given out'],
];

const noAddresses = [
  '',
  'localhost',
  '127.1',
  '0177.0.0.1',
  '0x7f000001',
  '2130706433',
  '1.2.3',
  '1.2.3.4.5',
  '256.1.1.1',
  '01.2.3.4',
  '1.2.3.4 ',
  ':::1',
  '1::2::3',
  '12345::1',
  '1:2:3:4:5:6:7',
  '1:2:3:4:5:6:7:8:9',
  '::1.2.3',
  '1.2.3.4::',
  'g::1',
  '2606:4700::1111%1',
];

const open = [
  '1.1.1.1',
  '8.8.8.8',
  '9.255.255.255',
  '11.0.0.0',
  '100.63.255.255',
  '100.128.0.0',
  '126.255.255.255',
  '128.0.0.1',
  '172.15.255.255',
  '172.32.0.0',
  '192.0.1.1',
  '192.167.255.255',
  '192.169.0.0',
  '198.17.255.255',
  '198.20.0.0',
  '223.255.255.255',
  '2001:200::1',
  '2001:4860:4860::8888',
  '2606:4700:4700::1111',
  '2a00:1450:4001:82a::200e',
  '::ffff:8.8.8.8',
  '64:ff9b::8.8.8.8',
];

describe('an address webhooks may be sent to', () => {
  test('at least sixty others are known', () => expect(closed.length).toBeGreaterThanOrEqual(60));

  test.each(closed)('is not %s (%s)', (address) => expect(isPublicAddress(address)).toBe(false));

  test.each(noAddresses)('is an address in full, which “%s” is not', (text) => {
    expect(addressBytes(text)).toBeNull();
    expect(isPublicAddress(text)).toBe(false);
  });

  test.each(open)('is %s', (address) => expect(isPublicAddress(address)).toBe(true));

  const anyV4 = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255), fc.nat(255)).map((bytes) => bytes.join('.'));

  test('is judged the same however an IPv4 address is dressed', () => {
    fc.assert(
      fc.property(anyV4, (address) => {
        const [a = 0, b = 0, c = 0, d = 0] = address.split('.').map(Number);
        const hex = `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`;
        const dressed = [`::ffff:${address}`, `::ffff:${hex}`, `64:ff9b::${address}`, `64:ff9b::${hex}`];
        expect(dressed.map(isPublicAddress)).toEqual(dressed.map(() => isPublicAddress(address)));
      }),
    );
  });

  test('is never closed by one notation and open by another', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(0xffff), { minLength: 8, maxLength: 8 }), (words) => {
        const long = words.map((word) => word.toString(16).padStart(4, '0')).join(':');
        const short = new URL(`http://[${long}]/`).hostname;
        expect(addressBytes(short)).toEqual(addressBytes(long));
      }),
    );
  });
});
