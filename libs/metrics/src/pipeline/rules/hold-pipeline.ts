import type { Currency, PlainDate } from '@tandem/kernel';
import { valueAmount, type PlanRates } from '../../rules/value-amount';
import type { DealState } from './read-timeline';

/** What belongs to the pipeline a question is about. */
export interface PipelineScope {
  /** Whether it was the scope's, by person and team of that moment. */
  readonly isInScope: (state: Pick<DealState, 'ownerId' | 'teamId'>) => boolean;
  /** The days it has to close in; null for any day and none. */
  readonly closing: { readonly from: PlainDate; readonly until: PlainDate } | null;
}

/** Whether it is expected to close (or has closed) in the days asked about. */
export const closesWithin = ({ closeDate }: Pick<DealState, 'closeDate'>, { closing }: PipelineScope): boolean =>
  closing === null || (closeDate !== null && closeDate >= closing.from && closeDate < closing.until);

/** Whether it is open and closing in the days asked about, whosever it is. */
export const isDue = (state: DealState, scope: PipelineScope): boolean =>
  state.outcome === 'open' && closesWithin(state, scope);

/** Whether it is part of the pipeline: open, the scope's, and closing in the days asked about. */
export const isHeld = (state: DealState | null, scope: PipelineScope): state is DealState =>
  state !== null && isDue(state, scope) && scope.isInScope(state);

/**
 * What an opportunity is worth at plan rates, in minor units of the reporting currency, half even. Without an amount it adds 0 and
 * is counted apart; null when its currency has no rate, because a missing rate is never 1.
 */
export function worthOf(
  { amountMinor, currency }: Pick<DealState, 'amountMinor' | 'currency'>,
  rates: PlanRates,
  reporting: Currency,
): bigint | null {
  return amountMinor === null ? 0n : valueAmount(amountMinor, currency, { currency: reporting, rates });
}
