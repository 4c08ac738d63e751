import type { Currency, Id, PlainDate } from '@tandem/kernel';

/** How an opportunity ended, or that it has not; apart from its stage. */
export type Outcome = 'open' | 'won' | 'lost' | 'cancelled';

export type BookingType = 'new_business' | 'expansion' | 'renewal' | 'win_back';

/** What the rep calls an open opportunity in the forecast, from promised to left out. */
export const forecastCategories = ['commit', 'best_case', 'pipeline', 'omitted'] as const;

export type ForecastCategory = (typeof forecastCategories)[number];

/** What the log follows: a change in any of these writes one row. */
export interface TrackedState {
  readonly stageId: Id<'stage'>;
  readonly outcome: Outcome;
  /** Null when nobody has said yet; 0 is a price of nothing. */
  readonly amountMinor: bigint | null;
  readonly currency: Currency;
  /** Expected while open, actual once closed. */
  readonly closeDate: PlainDate | null;
  readonly ownerId: Id<'person'>;
  readonly teamId: Id<'team'>;
  /** The rep's own probability in percent; null means the stage's. */
  readonly probability: number | null;
}

/** Exactly the tracked part of a wider row. */
export const trackedOf = (row: TrackedState): TrackedState => ({
  stageId: row.stageId,
  outcome: row.outcome,
  amountMinor: row.amountMinor,
  currency: row.currency,
  closeDate: row.closeDate,
  ownerId: row.ownerId,
  teamId: row.teamId,
  probability: row.probability,
});
