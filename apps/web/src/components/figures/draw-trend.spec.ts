import fc from 'fast-check';
import { drawTrend } from './draw-trend';

describe('a trend', () => {
  it('runs from the lowest at the bottom to the highest at the top', () => {
    expect(drawTrend([10, 30, 20])).toEqual([
      [
        { x: 0, y: 100, place: 0 },
        { x: 50, y: 0, place: 1 },
        { x: 100, y: 50, place: 2 },
      ],
    ]);
  });

  it('has a gap where nothing is known, and stands in the middle where nothing changes', () => {
    expect(drawTrend([5, null, 5])).toEqual([[{ x: 0, y: 50, place: 0 }], [{ x: 100, y: 50, place: 2 }]]);
    expect(drawTrend([null, null])).toEqual([]);
  });

  it('stays in its box and keeps every known value', () => {
    const values = fc.array(fc.option(fc.integer({ min: -1_000, max: 1_000 })), { maxLength: 12 });
    fc.assert(
      fc.property(values, (given) => {
        const points = drawTrend(given).flat();
        expect(points.map(({ place }) => given[place])).toEqual(given.filter((value) => value !== null));
        expect(points.every(({ x, y }) => x >= 0 && x <= 100 && y >= 0 && y <= 100)).toBe(true);
      }),
    );
  });
});
