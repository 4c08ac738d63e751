import { largestAmount, refusal, type Money, type PlainDate, type Refusal } from '@tandem/kernel';
import type { BookingRow } from './post-booking';
import { bookedByWin } from './standing-lines';
import type { Outcome } from './tracked-state';

export interface AdjustmentFacts {
  readonly outcome: Outcome;
  /** Every line of the opportunity. */
  readonly lines: readonly BookingRow[];
  readonly lockedBefore: PlainDate | null;
}

/** Signed: what is to be added to the day, or below 0 taken from it. */
export interface AdjustmentWish {
  readonly amount: Money;
  readonly cost?: Money;
  readonly adjustsDate: PlainDate;
}

export interface AdjustmentDecision {
  /** Whose shares the line takes. */
  readonly adjusted: BookingRow;
  readonly amountMinor: bigint;
  readonly costMinor: bigint | null;
}

/** May a locked day be adjusted by so much? Only of what is won, in its currency; an open day is booked on itself. */
export function decideAdjustment(facts: AdjustmentFacts, wish: AdjustmentWish): AdjustmentDecision | Refusal {
  const adjusted = facts.outcome === 'won' ? bookedByWin(facts.lines) : null;
  if (!adjusted)
    return refusal('adjustment.not_won', 'Only what is won can be adjusted; this one has nothing booked.', {});
  const { lockedBefore } = facts;
  if (lockedBefore === null || wish.adjustsDate >= lockedBefore) {
    return refusal(
      'adjustment.not_locked',
      `${wish.adjustsDate} is open: grant a credit, or reopen it and win it again at the right amount.`,
      { pointer: '/adjustsDate', day: wish.adjustsDate, lockedBefore },
    );
  }
  for (const [field, money] of Object.entries({ amount: wish.amount, cost: wish.cost })) {
    const refused = money && refuseMoney(money, adjusted.currency, `/${field}`);
    if (refused) return refused;
  }
  if (wish.cost && adjusted.costMinor === null) {
    return refusal(
      'adjustment.cost_unknown',
      'What it cost is not known, so it cannot be adjusted: leave the cost out.',
      {
        pointer: '/cost',
      },
    );
  }
  if (wish.amount.amountMinor === 0n && !wish.cost?.amountMinor) {
    return refusal('adjustment.nothing', 'Neither amount nor cost would change: say by how much.', {
      pointer: '/amount',
    });
  }
  const none = adjusted.costMinor === null ? null : 0n;
  return { adjusted, amountMinor: wish.amount.amountMinor, costMinor: wish.cost?.amountMinor ?? none };
}

function refuseMoney({ amountMinor, currency }: Money, wanted: string, pointer: string): Refusal | null {
  if (currency !== wanted)
    return refusal('adjustment.other_currency', `It is booked in ${wanted}, so its adjustments are too.`, {
      pointer,
      currency: wanted,
    });
  if (amountMinor > largestAmount || amountMinor < -largestAmount)
    return refusal('opportunity.amount_too_large', 'This amount is too large.', {
      pointer,
      largest: largestAmount.toString(),
    });
  return null;
}
