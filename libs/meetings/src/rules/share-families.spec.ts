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
  });

  it('has nothing to say where nothing was booked', () => {
    expect(shareFamilies([], '2026-Q1', 'USD')).toBeNull();
    expect(shareFamilies([{ family: 'A', minor: -5n }], '2026-Q1', 'USD')).toBeNull();
  });
});
