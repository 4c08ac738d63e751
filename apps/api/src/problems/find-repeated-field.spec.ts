import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { findRepeatedField } from './find-repeated-field';

describe('a field said twice', () => {
  test.each([
    ['{"amount":1,"amount":2}', 'amount'],
    ['{ "amount" : 1 ,\n "amount" : 1 }', 'amount'],
    ['{"a":1,"\\u0061":2}', 'a'],
    ['{"a\\"b":1,"c":2,"a\\u0022b":3}', 'a"b'],
    ['{"a\\\\":1,"a\\\\":2}', 'a\\'],
    ['{"":1,"":2}', ''],
    ['{"x":{"a":{},"a":[]}}', 'a'],
    ['[1,{"x":[{"a":1},{"b":1,"b":2}]}]', 'b'],
    ['{"x":["a",{"y":1}],"z":"}","x":0}', 'x'],
    ['{"金額":1,"金額":2}', '金額'],
  ])('is found in %s', (text, name) => {
    expect(findRepeatedField(text)).toBe(name);
  });

  test.each([
    '{"a":{"a":{"a":1}}}',
    '[{"a":1},{"a":1}]',
    '{"a":"a","b":["a","a",{"a":1}],"c":"b"}',
    '{"a":"\\",\\"a\\":","b":"\\\\"}',
    '{"a":",\\"a\\"","A":1,"a ":2}',
    '["a","a"]',
    '"a"',
    'null',
    '{}',
  ])('is not seen in %s', (text) => {
    expect(findRepeatedField(text)).toBeNull();
  });

  test('is never seen in what JSON.stringify wrote, and always when one of its fields is written once more', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue(), { minKeys: 1 }),
        fc.nat(),
        (body, at) => {
          const text = JSON.stringify(body);
          const names = Object.keys(body);
          const name = names[at % names.length] ?? '';
          const escaped = [...name].map((unit) => (unit.length === 1 ? hexadecimal(unit) : unit)).join('');
          expect(findRepeatedField(text)).toBeNull();
          expect(findRepeatedField(`[0,${text.slice(0, -1)},${JSON.stringify(name)}:1}]`)).toBe(name);
          expect(findRepeatedField(`${text.slice(0, -1)},"${escaped}":1}`)).toBe(name);
        },
      ),
    );
  });

  test.each([
    ['many fields', JSON.stringify(Object.fromEntries(Array.from({ length: 20_000 }, (_, n) => [`k${n}`, n])))],
    ['a deep list', '['.repeat(120_000) + ']'.repeat(120_000)],
    ['a deep object', '{"a":'.repeat(40_000) + '1' + '}'.repeat(40_000)],
    ['quotation marks', JSON.stringify({ a: '"'.repeat(120_000) })],
    ['backslashes', JSON.stringify({ a: '\\'.repeat(120_000) })],
  ])('is looked for in %s of 256 kB within a moment', (_, text) => {
    const since = performance.now();
    expect(findRepeatedField(text)).toBeNull();
    expect(performance.now() - since).toBeLessThan(500);
  });
});

const hexadecimal = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
