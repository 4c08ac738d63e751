import { drawFrom } from './draw';

const many = (seed: number, purpose = 'x') => {
  const { whole } = drawFrom(seed, purpose);
  return Array.from({ length: 2000 }, () => whole(1, 6));
};

describe('drawing by seed', () => {
  it('draws the same for the same seed and purpose, and something else otherwise', () => {
    expect(many(7)).toEqual(many(7));
    expect(many(7)).not.toEqual(many(8));
    expect(many(7)).not.toEqual(many(7, 'y'));
  });

  it('keeps within its ends and reaches both, evenly', () => {
    const drawn = many(1);
    for (const face of [1, 2, 3, 4, 5, 6]) {
      const times = drawn.filter((value) => value === face).length;
      expect(times).toBeGreaterThan(270);
      expect(times).toBeLessThan(400);
    }
  });

  it('weighs', () => {
    const { weighed } = drawFrom(3, 'weights');
    const rare = Array.from({ length: 1000 }, () =>
      weighed([
        ['rare', 1],
        ['common', 9],
      ] as const),
    ).filter((thing) => thing === 'rare');
    expect(rare.length).toBeGreaterThan(60);
    expect(rare.length).toBeLessThan(140);
  });
});
