import { expect, test } from '@jest/globals';
import { fraction } from '../exact';
import { isLikely } from './is-likely';
import type { Forecast, Weighed } from './weigh-deals';

const deal = (minor: bigint, percent: bigint): Weighed => ({
  place: 'open',
  stageId: 'propose',
  category: 'pipeline',
  basis: 'own',
  exact: fraction(percent, 100n),
  minor,
  weighted: 0n,
});
const said = (...deals: readonly Weighed[]): Forecast => ({ won: 1_000n, wonNotes: [], deals, stages: [] });
const range = (p10: bigint, p50: bigint, p90: bigint) => ({ p10, p50, p90 });

test('without chance there is one answer', () => {
  const sure = said(deal(50n, 100n), deal(7n, 0n));
  expect(isLikely(range(1_050n, 1_050n, 1_050n), sure)).toBe(true);
  expect(isLikely(range(1_050n, 1_050n, 1_057n), sure)).toBe(false);
  expect(isLikely(range(1_000n, 1_050n, 1_050n), sure)).toBe(false);
});

test('of one deal all or nothing: a bound is likely where about as many draws reach it', () => {
  const one = (percent: bigint) => said(deal(100n, percent));
  expect(isLikely(range(1_000n, 1_100n, 1_100n), one(65n))).toBe(true);
  expect(isLikely(range(1_000n, 1_000n, 1_100n), one(65n))).toBe(false);
  expect(isLikely(range(1_000n, 1_000n, 1_100n), one(35n))).toBe(true);
  expect(isLikely(range(1_000n, 1_000n, 1_000n), one(35n))).toBe(false);
  expect(isLikely(range(1_000n, 1_000n, 1_100n), one(50n))).toBe(true);
  expect(isLikely(range(1_000n, 1_100n, 1_100n), one(50n))).toBe(true);
});

test('of many deals a bound that a tenth too many draws reach is none, and neither is a sum that cannot be', () => {
  const coins = said(...Array.from({ length: 20 }, () => deal(10n, 50n)));
  expect(isLikely(range(1_070n, 1_100n, 1_130n), coins)).toBe(true);
  expect(isLikely(range(1_070n, 1_110n, 1_130n), coins)).toBe(false);
  expect(isLikely(range(1_050n, 1_100n, 1_130n), coins)).toBe(false);
  expect(isLikely(range(1_070n, 1_105n, 1_130n), coins)).toBe(false);
});
