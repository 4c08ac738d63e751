import type { ForecastWire } from '@tandem/contracts';
import type { Ending } from './judge-ending';

/** The forecast as amounts to compare. */
export function readEnding({
  won,
  open,
  simulated,
  notes,
}: Pick<NonNullable<ForecastWire['forecast']>, 'won' | 'open' | 'simulated' | 'notes'>): Ending {
  const wonMinor = BigInt(won.amountMinor);
  return {
    wonMinor,
    lowMinor: BigInt(simulated.p10.amountMinor),
    likelyMinor: BigInt(simulated.p50.amountMinor),
    highMinor: BigInt(simulated.p90.amountMinor),
    allMinor: wonMinor + BigInt(open.worth.amountMinor),
    isFew: notes.some(({ code }) => code === 'few_deals'),
  };
}
