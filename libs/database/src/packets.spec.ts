import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { format, type SqlValue } from 'mysql2';
import { packets, type Left } from './packets';

const value = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom("'".repeat(40), '漢'.repeat(40)),
  fc.uint8Array().map((bytes) => Buffer.from(bytes)),
  fc.integer(),
  fc.bigInt(-(2n ** 63n), 2n ** 63n),
  fc.boolean(),
  fc.date({ noInvalidDate: true }),
  fc.constant(null),
);
const statement = fc
  .array(fc.oneof(value, fc.array(value, { minLength: 1, maxLength: 5 })), { maxLength: 8 })
  .map((parameters): Left => ({ sql: `CALL a(${parameters.map(() => '?').join(', ')})`, parameters }));
const bytes = 1_000;
const sizeOf = (packet: readonly Left[]) =>
  Buffer.byteLength(packet.map(({ sql, parameters }) => format(sql, parameters as SqlValue[], false, 'Z')).join(';\n'));

test('what is left for later goes out whole and in order, in packets no larger than a server takes', () => {
  fc.assert(
    fc.property(fc.array(statement, { maxLength: 40 }), (statements) => {
      const found = packets(statements, bytes);
      expect(found.flat()).toEqual(statements);
      for (const packet of found) if (packet.length > 1) expect(sizeOf(packet)).toBeLessThanOrEqual(bytes);
    }),
  );
});

test('what fits goes in one packet, and what alone is too large goes alone', () => {
  const small: Left = { sql: 'SELECT ?', parameters: [1] };
  const large: Left = { sql: 'SELECT ?', parameters: ['x'.repeat(bytes)] };
  expect(packets([small, small, small], bytes)).toEqual([[small, small, small]]);
  expect(packets([small, large, small], bytes)).toEqual([[small], [large], [small]]);
  expect(packets([], bytes)).toEqual([]);
});
