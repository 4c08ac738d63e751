import { decideReading } from './decide-reading';

const lines = (start: number, end: number) =>
  [
    { bucket: 'start', count: start },
    { bucket: 'new', count: 90_000 },
    { bucket: 'end', count: end },
  ] as const;

describe('whether all that is open is read for the ending of a period', () => {
  it.each([
    ['waits until it is known how many there are', undefined, false, { open: 0, next: 'wait' }],
    ['reads a few', lines(12, 20_000), false, { open: 20_000, next: 'read' }],
    ['asks first where many are open now', lines(12, 20_001), false, { open: 20_001, next: 'ask' }],
    ['asks first where many were open at the start', lines(30_000, 5), false, { open: 30_000, next: 'ask' }],
    ['reads many when somebody wants it', lines(12, 20_001), true, { open: 20_001, next: 'read' }],
    ['reads where nothing was open', [], false, { open: 0, next: 'read' }],
  ])('%s', (_, told, isBegun, decided) => {
    expect(decideReading({ lines: told, isBegun })).toEqual(decided);
  });
});
