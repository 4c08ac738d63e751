import { describe, expect, test } from '@jest/globals';
import { defects, startPlanted, type Defect } from './planted-product';
import { fuzz } from './run';

/** Seldom met: how many requests it takes. */
const rare: Partial<Record<Defect, number>> = { 'takes the last of two': 1_500 };

const found = async (defect: Defect | null): Promise<string[]> => {
  const { target, stop } = await startPlanted(defect);
  const report = await fuzz(target, { requests: (defect && rare[defect]) ?? 240, seed: 1, round: 60 });
  stop();
  return report.findings.map(({ what }) => what);
};

describe('what the fuzzer sees', () => {
  test('in a product as it is documented it finds nothing', async () => {
    expect(await found(null)).toEqual([]);
  });

  test.each(Object.entries(defects))('it sees when a product %s', async (defect, says) => {
    expect(await found(defect as Defect)).toContainEqual(expect.stringContaining(says));
  });
});
