import { inOrder } from '../exact';
import type { StageRow } from '../history/history';

export type Side = 'seller' | 'buyer';

/** A stage of the seller, or a step of the buyer with the stages inside it. */
export interface FunnelRow {
  readonly key: string;
  readonly stageIds: readonly string[];
}

/** The rows of a side, in the order of their first stages. */
export function rowsOf(stages: readonly StageRow[], side: Side): FunnelRow[] {
  const order = inOrder(stages, (one, other) => one.position < other.position);
  if (side === 'seller') return order.map(({ id, stageKey }) => ({ key: stageKey, stageIds: [id] }));
  return [...new Set(order.map(({ buyerStep }) => buyerStep))].map((key) => ({
    key,
    stageIds: order.filter(({ buyerStep }) => buyerStep === key).map(({ id }) => id),
  }));
}
