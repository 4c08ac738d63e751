import { refusal, type Refusal } from '@tandem/kernel';

export type ItemState = 'open' | 'decided' | 'actioned' | 'dropped';

/** What somebody wants to become of an item. */
export interface ItemChange {
  readonly state: 'open' | 'decided' | 'dropped';
  readonly decision?: string | undefined;
}

export interface SettledItem {
  readonly state: ItemState;
  readonly decision: string | null;
}

/**
 * An item closes only with a decision or an action: deciding says what, dropping says why, and the state `actioned`
 * is reached by agreeing an action, never by saying so.
 */
export function settleItem(change: ItemChange, agenda: { readonly state: 'composed' | 'held' }): SettledItem | Refusal {
  if (agenda.state === 'held') return meetingIsOver();
  const decision = change.decision?.trim() ?? '';
  if (change.state === 'open') return { state: 'open', decision: null };
  if (decision !== '') return { state: change.state, decision };
  return change.state === 'decided'
    ? refusal('agenda_item.decision_missing', 'Say what was decided, or agree an action for this item.')
    : refusal('agenda_item.reason_missing', 'Say why this item is dropped.');
}

export const meetingIsOver = (): Refusal =>
  refusal('agenda.held', 'This meeting is closed. Its chair can open it again.');
