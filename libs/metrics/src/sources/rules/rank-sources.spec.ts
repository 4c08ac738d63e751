import fc from 'fast-check';
import { ratioText } from '../../rules/ratio';
import { pipelinePerCost, rankSources } from './rank-sources';

const source = (name: string, costMinor: bigint | null, pipelineMinor: bigint) => ({ name, costMinor, pipelineMinor });

describe('which source pays', () => {
  it('is the one with the most pipeline for each unit spent', () => {
    const ranked = rankSources([
      source('fair', 1_000n, 4_000n),
      source('search', 100n, 3_000n),
      source('letters', 500n, 0n),
    ]);
    expect(ranked.map(({ name }) => name)).toEqual(['search', 'fair', 'letters']);
  });

  it('is not told of a source whose cost nobody recorded, however much it brought', () => {
    const ranked = rankSources([
      source('unknown', null, 9_000n),
      source('free', 0n, 10_000n),
      source('paid', 9_000n, 1n),
    ]);
    expect(ranked.map(({ name }) => name)).toEqual(['paid', 'free', 'unknown']);
    expect(ranked.map((one) => pipelinePerCost(one) !== null)).toEqual([true, false, false]);
  });

  it('keeps every source once, in falling order', () => {
    const some = fc.record({
      costMinor: fc.option(fc.bigInt(-5n, 1_000n), { nil: null }),
      pipelineMinor: fc.bigInt(0n, 100_000n),
    });
    fc.assert(
      fc.property(fc.array(some), (given) => {
        const ranked = rankSources(given);
        expect(new Set(ranked)).toEqual(new Set(given));
        const told = ranked.flatMap((one) => pipelinePerCost(one) ?? []).map((one) => Number(ratioText(one)));
        expect(told).toEqual(told.toSorted((one, other) => other - one));
      }),
    );
  });
});
