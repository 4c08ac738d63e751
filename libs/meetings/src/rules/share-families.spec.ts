import { shareFamilies } from './share-families';

describe('the product mix', () => {
  it('names the largest families with their share of all that was booked', () => {
    const mix = shareFamilies(
      [
        { family: 'Core', minor: 50n },
        { family: null, minor: 25n },
        { family: 'A', minor: 15n },
        { family: 'B', minor: 7n },
        { family: 'C', minor: 3n },
      ],
      '2026-Q1',
      'USD',
    );
    expect(mix?.families.map(({ family, share }) => [family, share])).toEqual([
      ['Core', '0.5000'],
      [null, '0.2500'],
      ['A', '0.1500'],
      ['B', '0.0700'],
    ]);
    expect(mix?.others).toEqual({ count: 1, amount: { amountMinor: '3', currency: 'USD' }, share: '0.0300' });
  });

  it('has no others where every family is named', () => {
    expect(shareFamilies([{ family: 'A', minor: 5n }], '2026-Q1', 'USD')?.others).toBeNull();
  });

  it('keeps the law that the shares shown add up to 100 %', () => {
    for (let seed = 1; seed <= 300; seed += 1) {
      const families = Array.from({ length: 1 + (seed % 8) }, (_, place) => ({
        family: `F${place}`,
        minor: BigInt(((seed * 7919 + place * 104_729) % 9973) + 1) * (place > 5 ? -1n : 1n),
      }));
      const mix = shareFamilies(families, '2026-Q1', 'USD');
      if (!mix) continue;
      const tenths = [...mix.families, ...(mix.others ? [mix.others] : [])].map(({ share }) => Number(share) * 1000);
      for (const shown of tenths) expect(Math.abs(shown - Math.round(shown))).toBeLessThan(1e-9);
      expect(Math.round(tenths.reduce((sum, shown) => sum + shown, 0))).toBe(1000);
    }
  });

  it('has nothing to say where nothing was booked', () => {
    expect(shareFamilies([], '2026-Q1', 'USD')).toBeNull();
    expect(shareFamilies([{ family: 'A', minor: -5n }], '2026-Q1', 'USD')).toBeNull();
  });
});
