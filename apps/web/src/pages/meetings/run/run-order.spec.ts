import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { beside, inRunOrder, shareSeconds } from './run-order';

const item = (id: string, section: 'actions' | 'leaks' | 'new', position: number, carried = 0) => ({
  id,
  section,
  position,
  carried,
});
const items = [item('c', 'leaks', 3), item('a', 'actions', 1), item('d', 'leaks', 4, 2), item('e', 'new', 5)];
const idsOf = (sections: ReturnType<typeof inRunOrder<(typeof items)[number]>>) =>
  sections.map((one) => one.items.map(({ id }) => id));

describe('a meeting goes through its agenda', () => {
  it('section by section, in each what was carried over first', () => {
    expect(idsOf(inRunOrder(items))).toEqual([['a'], ['d', 'c'], ['e']]);
  });

  it('from one item to the next and back', () => {
    const sections = inRunOrder(items);
    expect(beside(sections, undefined, 1)?.id).toBe('a');
    expect(beside(sections, 'a', 1)?.id).toBe('d');
    expect(beside(sections, 'c', 1)?.id).toBe('e');
    expect(beside(sections, 'd', -1)?.id).toBe('a');
    expect(beside(sections, 'e', 1)).toBeNull();
    expect(beside(sections, 'a', -1)).toBeNull();
    expect(beside([], undefined, 1)).toBeNull();
  });

  it('and gives each section its part of the time, all of it', () => {
    expect(shareSeconds(1_800, [2, 5, 40])).toEqual([338, 675, 787]);
    fc.assert(
      fc.property(fc.integer({ min: 60, max: 28_800 }), fc.array(fc.nat(60), { minLength: 1 }), (seconds, counts) => {
        const shares = shareSeconds(seconds, counts);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(seconds);
        expect(Math.min(...shares)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
