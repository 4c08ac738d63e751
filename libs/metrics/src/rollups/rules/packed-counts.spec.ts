import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  addCounts,
  bytesOf,
  eachAsked,
  eachCount,
  longestLength,
  mostRows,
  packPlace,
  unpackPlace,
} from './packed-counts';

const place = fc.record({
  reading: fc.constantFrom('both', 'restated', 'reported'),
  modes: fc.integer({ min: 1, max: 7 }),
  to: fc.nat(mostRows - 1),
  length: fc.oneof(fc.nat(400), fc.nat(longestLength - 1)),
  known: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 2_932_896 })),
});
const counted = fc.tuple(
  place,
  fc.oneof(fc.integer({ min: -3, max: 3 }), fc.integer({ min: -2_000_000_000, max: 2_000_000_000 })),
);

test('a place is one safe number and comes back from it, even the last one', () => {
  fc.assert(
    fc.property(place, (one) => {
      expect(Number.isSafeInteger(packPlace(one))).toBe(true);
      expect(unpackPlace(packPlace(one))).toEqual(one);
    }),
  );
});

test('bytes that were appended to each other hold what was counted together', () => {
  fc.assert(
    fc.property(fc.array(fc.array(counted, { maxLength: 20 }), { maxLength: 5 }), (parts) => {
      const packed = parts.map((part) => part.map(([one, count]) => [packPlace(one), count] as const));
      const expected = new Map<number, number>();
      for (const [one, count] of packed.flat()) expected.set(one, (expected.get(one) ?? 0) + count);
      const found = addCounts(new Map(), Buffer.concat(packed.map((part) => bytesOf(part))));
      for (const [one, count] of expected) expect(found.get(one) ?? 0).toBe(count);
      let told = 0;
      eachCount(bytesOf(found), () => told++);
      expect(told).toBe([...expected.values()].filter((count) => count !== 0).length);
    }),
  );
});

test('only what a mode, a reading and a day know is told', () => {
  fc.assert(
    fc.property(
      fc.array(counted, { maxLength: 20 }),
      fc.constantFrom(1, 2, 4),
      fc.nat(3_000_000),
      (counts, mode, knownBy) => {
        const told: unknown[] = [];
        eachAsked(
          bytesOf(counts.map(([one, count]) => [packPlace(one), count])),
          { mode, reading: 'reported', knownBy },
          (...one) => told.push(one),
        );
        const expected = counts.filter(
          ([{ reading, modes, known }, count]) =>
            reading !== 'restated' && (modes & mode) > 0 && known <= knownBy && count !== 0,
        );
        expect(told).toEqual(expected.map(([{ to, length }, count]) => [to, length, count]));
      },
    ),
  );
});
