import { expect, test } from '@jest/globals';
import { appendTo, newAppendedBytes } from './appended-bytes';

const key = (day: number) => ['rollup_stay', 1, Buffer.from([1, 2, day % 256]), 'day', `2026-01-${day}`];

test('a row is loose once more than four kilobytes were appended, and then anew', () => {
  const appended = newAppendedBytes();
  const told = Array.from({ length: 10 }, () => appendTo(appended, key(1), 1_000));
  expect(told).toEqual([false, false, false, false, true, false, false, false, false, true]);
});

test('of many rows with little each next to none are loose', () => {
  const appended = newAppendedBytes();
  let loose = 0;
  for (let row = 0; row < 50_000; row++) if (appendTo(appended, key(row), 1_500)) loose++;
  expect(loose).toBeLessThan(500);
});

test('what was appended long ago is forgotten before it is taken for what another row has', () => {
  const appended = newAppendedBytes();
  let loose = 0;
  for (let row = 0; row < 400_000; row++) if (appendTo(appended, key(row), 400)) loose++;
  expect(loose).toBeLessThan(20);
  expect(appended.total).toBeLessThan(400_000 * 400);
});
