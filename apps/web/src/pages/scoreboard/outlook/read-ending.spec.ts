import type { MoneyWire } from '@tandem/contracts';
import { readEnding } from './read-ending';

const twd = (amountMinor: number): MoneyWire => ({ amountMinor: String(amountMinor), currency: 'TWD' });

describe('a forecast as amounts to compare', () => {
  const forecast = {
    won: twd(100),
    open: { count: 3, worth: twd(900), weighted: twd(400) },
    simulated: { p10: twd(200), p50: twd(500), p90: twd(800), draws: 2_048 },
    notes: [],
  };

  it('holds what is won with all that is open', () => {
    expect(readEnding(forecast)).toEqual({
      wonMinor: 100n,
      lowMinor: 200n,
      likelyMinor: 500n,
      highMinor: 800n,
      allMinor: 1_000n,
      isFew: false,
    });
  });

  it('takes the server’s word for it that they are few', () => {
    expect(readEnding({ ...forecast, notes: [{ code: 'few_deals', detail: '' }] }).isFew).toBe(true);
  });
});
