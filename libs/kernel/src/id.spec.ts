import { expect, test } from '@jest/globals';
import { cursorOf, cursorParts, paged } from './cursor';
import { idFrom, newId } from './id';
import { Problem } from './problem';

test('ids of one process are all different and stand in the order they were made', () => {
  const ids = Array.from({ length: 20_000 }, () => newId());
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.toSorted()).toEqual(ids);
  expect(ids.every((id) => idFrom(id.toUpperCase()) === id)).toBe(true);
});

test('what is no id is none', () => {
  expect(idFrom('')).toBeNull();
  expect(idFrom('0189000000007000800000000000000g')).toBeNull();
});

test('a page mark comes back as it was given, and anything else is refused', () => {
  expect(cursorParts(cursorOf(['a', 1, null]), 3)).toEqual(['a', 1, null]);
  expect(cursorParts(undefined, 3)).toBeNull();
  for (const strange of ['x', cursorOf(['a']), Buffer.from('{"a":1}').toString('base64url'), '\u0000']) {
    expect(() => cursorParts(strange, 3)).toThrow(Problem);
  }
});

test('the surplus row only says that there is more', () => {
  expect(paged([1, 2, 3], 2, (row) => [row])).toEqual({
    items: [1, 2],
    page: { nextCursor: cursorOf([2]), hasMore: true },
  });
  expect(paged([1, 2], 2, (row) => [row]).page).toEqual({ nextCursor: null, hasMore: false });
});
