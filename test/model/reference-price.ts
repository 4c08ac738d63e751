import type { Coin } from './reference-log';
import type { Deal, Op } from './reference-words';

/** What an opportunity is worth and costs, in one currency. */
interface Price {
  readonly amount: bigint | null;
  readonly cost: bigint | null;
  readonly coin: Coin;
}

/**
 * What is true after somebody has said something about money; null when that cannot be. A known amount keeps its currency even
 * while it is emptied, because the log still holds it, and so does a cost that stays: another currency is a step of its own.
 */
export function priced({ state, cost }: Deal, said: Pick<Op, 'amount' | 'cost' | 'coin' | 'empties'>): Price | null {
  const costStays = said.cost === null && !said.empties.includes('cost');
  const isKnown = state.amount !== null || (costStays && cost !== null);
  const isSaid = said.amount !== null || said.cost !== null;
  if (isSaid && isKnown && said.coin !== state.coin) return null;
  return {
    amount: said.empties.includes('amount') ? null : (said.amount ?? state.amount),
    cost: costStays ? cost : said.cost,
    coin: isSaid ? said.coin : state.coin,
  };
}
