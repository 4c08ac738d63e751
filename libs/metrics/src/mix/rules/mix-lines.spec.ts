import fc from 'fast-check';
import { ratioText } from '../../rules/ratio';
import { mixKinds, mixLines, mixOf, type MixedLine } from './mix-lines';

const line = (reportingMinor: bigint, wishes: Partial<MixedLine> = {}): MixedLine => ({
  reportingMinor,
  costMinor: null,
  productId: 'box',
  segment: null,
  teamId: 'north',
  ownerId: 'amy',
  bookingType: 'new_business',
  isFuture: false,
  ...wishes,
});

describe('a mix', () => {
  it('tells revenue, gross profit of known cost, coverage and the share of future products', () => {
    const lines = [
      line(600n, { costMinor: 200n, isFuture: true }),
      line(-100n, { costMinor: -40n, isFuture: true, bookingType: 'credit' }),
      line(300n),
    ];
    const { revenueMinor, profitMinor, coverage, futureMinor, futureShare } = mixOf(lines);
    // (600 − 200) + (−100 + 40) = 340; 700 of 1,000 booked have a known cost; 500 of 800 are of the future.
    expect([revenueMinor, profitMinor, futureMinor]).toEqual([800n, 340n, 500n]);
    expect([coverage, futureShare].map((share) => share && ratioText(share))).toEqual(['0.7', '0.625']);
  });

  it('knows no gross profit without a known cost, and no share of nothing', () => {
    expect(mixOf([line(300n), line(-300n)])).toMatchObject({ profitMinor: null, futureShare: null });
    expect(mixLines([line(300n), line(-300n, { productId: 'bag' })], 'product').map(({ share }) => share)).toEqual([
      null,
      null,
    ]);
    expect(mixOf([])).toEqual({
      revenueMinor: 0n,
      profitMinor: null,
      coverage: null,
      futureMinor: 0n,
      futureShare: null,
    });
  });

  it('begins with the largest part, and what lacks the attribute is a part too', () => {
    const parts = mixLines(
      [line(1n, { segment: null }), line(5n, { segment: 'retail' }), line(3n, { segment: 'steel' })],
      'segment',
    );
    expect(parts.map(({ id, share }) => [id, share && ratioText(share)])).toEqual([
      ['retail', '0.555556'],
      ['steel', '0.333333'],
      [null, '0.111111'],
    ]);
  });

  it('has parts that add up to the whole, whatever is booked', () => {
    const some = fc.record({
      reportingMinor: fc.bigInt({ min: -(10n ** 9n), max: 10n ** 12n }),
      costMinor: fc.option(fc.bigInt({ min: 0n, max: 10n ** 9n })),
      productId: fc.option(fc.constantFrom('a', 'b', 'c')),
      segment: fc.option(fc.constantFrom('x', 'y')),
      teamId: fc.constantFrom('n', 's'),
      ownerId: fc.constantFrom('amy', 'ben', 'cho'),
      bookingType: fc.constantFrom('renewal', 'credit', 'expansion'),
      isFuture: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(some, { maxLength: 40 }), fc.constantFrom(...mixKinds), (lines, by) => {
        const [whole, parts] = [mixOf(lines), mixLines(lines, by)];
        const sum = (of: (part: (typeof parts)[number]) => bigint | null) =>
          parts.reduce((total, part) => total + (of(part) ?? 0n), 0n);
        expect(sum(({ revenueMinor }) => revenueMinor)).toBe(whole.revenueMinor);
        expect(sum(({ profitMinor }) => profitMinor)).toBe(whole.profitMinor ?? 0n);
        expect(sum(({ futureMinor }) => futureMinor)).toBe(whole.futureMinor);
        if (whole.revenueMinor > 0n) expect(sum(({ share }) => share && share.numerator)).toBe(1_000_000n);
      }),
    );
  });
});
