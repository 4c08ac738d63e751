import { missedLines } from './missed-lines';

describe('the worker wakes itself when Redis does not', () => {
  const line = (lastMs: number | null, running = false) => ({ everyMs: 1_000, lastMs, running });

  it.each([
    ['a line that never ran runs at once', line(null), true],
    ['a line woken in time waits', line(9_000), false],
    ['a line a rhythm late still waits for Redis', line(8_600), false],
    ['a line one and a half rhythms late runs', line(8_500), true],
    ['a line still at work is left alone', line(1_000, true), false],
  ])('%s', (_, begun, due) => {
    expect(missedLines([begun], 10_000)).toEqual(due ? [begun] : []);
  });
});
