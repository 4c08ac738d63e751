import { isRefusal, refusal, type PlainDate, type Refusal } from '@tandem/kernel';
import { decideClosingDay, type ClosingDays } from './decide-closing';
import type { TrackedState } from './tracked-state';

/** May it be closed as lost, and when? It stays in the stage where it was lost. */
export function decideLoss<Row extends TrackedState>(
  opportunity: Row,
  wish: ClosingDays & {
    readonly reason: string;
    readonly reasons: readonly string[];
    readonly closeDate?: PlainDate;
  },
): Row | Refusal {
  if (opportunity.outcome !== 'open') return notOpen(opportunity);
  if (!wish.reasons.includes(wish.reason)) {
    return refusal('opportunity.loss_reason_unknown', `Choose one of these reasons: ${wish.reasons.join(', ')}.`, {
      pointer: '/reason',
      allowed: wish.reasons,
    });
  }
  const closeDate = decideClosingDay(wish.closeDate, wish);
  if (isRefusal(closeDate)) return closeDate;
  return { ...opportunity, outcome: 'lost', closeDate };
}

/** May it be closed as never having been one, such as a duplicate? Cancelled counts in no win rate. */
export function decideCancellation<Row extends TrackedState>(opportunity: Row, today: PlainDate): Row | Refusal {
  if (opportunity.outcome !== 'open') return notOpen(opportunity);
  return { ...opportunity, outcome: 'cancelled', closeDate: today };
}

const notOpen = ({ outcome }: TrackedState): Refusal =>
  refusal('opportunity.not_open', `It is closed as ${outcome} already. Reopen it first.`, { outcome });
