import { describe, expect, test } from '@jest/globals';
import { money } from '@tandem/kernel';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { csvLine, guarded, unguarded } from './write-csv';

describe('writing CSV', () => {
  test.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    ' =1',
    '"=1',
    "'=1",
    '＝1',
    '＋1',
    '－1',
    '＠A1',
    '=cmd|’/C calc’!A0',
  ])('%j is no formula any more', (text) => {
    expect(guarded(text)).toBe(`'${text}`);
  });

  test.each(['Acme', "'Acme'", 'a=b', '1-2', '', '鑫鴻＝好'])('%j stays as it is', (text) => {
    expect(guarded(text)).toBe(text);
  });

  test('amounts and counts are numbers, also below 0', () => {
    const cells = [money(-1_234n, 'USD'), money(-5n, 'TWD'), money(-1n, 'KWD'), -7, null];
    expect(csvLine(cells)).toBe('-12.34,-5,-0.001,-7,\r\n');
  });

  test('any text comes back as it went out', () => {
    const signs = fc.string({
      unit: fc.constantFrom('=', '+', '-', '@', "'", '"', ',', '\t', '\r', '\n', ' ', 'a', '＝', '中'),
    });
    fc.assert(
      fc.property(fc.array(fc.oneof(signs, fc.string({ unit: 'binary' })), { minLength: 2, maxLength: 5 }), (texts) => {
        const [record] = parse(csvLine(texts), { bom: false, record_delimiter: '\r\n' });
        expect(record?.map(unguarded)).toEqual(texts);
      }),
      { numRuns: 2_000 },
    );
  });
});
