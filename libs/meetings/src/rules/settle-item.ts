import { refusal, type Refusal } from '@tandem/kernel';
import { carriedTooOften } from './carry-over';

export type ItemState = 'open' | 'decided' | 'actioned' | 'dropped';

/** What somebody wants to become of an item. */
export interface ItemChange {
  readonly state: 'open' | 'parked' | 'decided' | 'dropped';
  readonly decision?: string | undefined;
}

export interface SettledItem {
  readonly state: ItemState;
  readonly decision: string | null;
  /** Since when it is set aside for the next meeting; only what is open can be. */
  readonly parkedAt: Date | null;
}

interface Standing {
  /** Of the meeting it stands on the agenda of. */
  readonly state: 'composed' | 'held';
  /** How many meetings the item was carried over from. */
  readonly carried: number;
}

/**
 * An item closes only with a decision or an action: deciding says what, dropping says why, and the state `actioned`
 * is reached by agreeing an action, never by saying so. One that is parked stays open and comes back on the next agenda; what was
 * carried over too often cannot be put off once more.
 */
export function settleItem(change: ItemChange, { state, carried }: Standing, now: Date): SettledItem | Refusal {
  if (state === 'held') return meetingIsOver();
  const decision = change.decision?.trim() ?? '';
  if (change.state === 'open') return { state: 'open', decision: null, parkedAt: null };
  if (change.state === 'parked')
    return carried < carriedTooOften ? { state: 'open', decision: null, parkedAt: now } : carriedEnough(carried);
  if (decision !== '') return { state: change.state, decision, parkedAt: null };
  return change.state === 'decided'
    ? refusal('agenda_item.decision_missing', 'Say what was decided, or agree an action for this item.')
    : refusal('agenda_item.reason_missing', 'Say why this item is dropped.');
}

const carriedEnough = (carried: number): Refusal =>
  refusal(
    'agenda_item.carried_too_often',
    `It was carried over ${carried} times already: do it, drop it or escalate it.`,
    { carried },
  );

export const meetingIsOver = (): Refusal =>
  refusal('agenda.held', 'This meeting is closed. Its chair can open it again.');
