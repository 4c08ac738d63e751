import fc from 'fast-check';
import { readAddress, readSender } from './read-address';

describe('one address and nothing else', () => {
  it.each(['ann@example.com', 'a.b+c@sub.example.co', "o'neil@example.com", ' ann@localhost ', 'wang@例子.台灣'])(
    '%s',
    (text) => {
      expect(readAddress(text)).toBe(text.trim());
    },
  );

  it.each([
    'b@x\r\nBcc: evil@x',
    'a@x, b@x',
    'Ann <ann@x>',
    'ann@x;b@y',
    '@x',
    'ann@',
    'ann',
    'a b@x',
    '"a b"@x',
    'ann@-x',
    `${'a'.repeat(65)}@x`,
    '',
  ])('refuses %j', (text) => {
    expect(readAddress(text)).toBeNull();
  });

  it('never lets a control character, comma or bracket through', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (before, after) => {
        const address = readAddress(`${before}@${after}`);
        expect(address === null || !/[\p{Cc}\s,;:<>()[\]"\\]/u.test(address)).toBe(true);
      }),
    );
  });
});

describe('a sender', () => {
  it.each([
    ['Tandem <tandem@example.com>', { name: 'Tandem', address: 'tandem@example.com' }],
    ['"Weekly, joint" <t@example.com>', { name: 'Weekly, joint', address: 't@example.com' }],
    ['t@example.com', { name: '', address: 't@example.com' }],
    ['Tandem <t@x> <u@x>', null],
  ])('%s', (text, sender) => {
    expect(readSender(text)).toEqual(sender);
  });
});
