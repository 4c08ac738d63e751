import { refusal, type PlainDate, type Refusal } from '@tandem/kernel';
import { meetingIsOver } from './settle-item';

export type ActionState = 'open' | 'done' | 'dropped';

/** The moment an action is settled at; null when it is opened again, and nothing at all when it is so already. */
export function settleAction(
  present: ActionState,
  wanted: ActionState,
  now: Date,
): { readonly state: ActionState; readonly settledAt: Date | null } | null {
  if (present === wanted) return null;
  return { state: wanted, settledAt: wanted === 'open' ? null : now };
}

/** When an action is agreed and when it must be done by the latest: at the next meeting its effect is looked at. */
export interface ActionTerm {
  readonly agendaState: 'composed' | 'held';
  readonly meetingDate: PlainDate;
  readonly nextMeetingDate: PlainDate;
}

/** An action is agreed at a meeting that is still open, and due before the next one. */
export function planAction(
  dueDate: PlainDate,
  { agendaState, meetingDate, nextMeetingDate }: ActionTerm,
): PlainDate | Refusal {
  if (agendaState === 'held') return meetingIsOver();
  if (dueDate < meetingDate) {
    const detail = `An action agreed at the meeting of ${meetingDate} cannot be due before it.`;
    return refusal('action.due_before_meeting', detail, { earliest: meetingDate });
  }
  if (dueDate > nextMeetingDate) {
    const detail = `An action is due before the next meeting, so by ${nextMeetingDate} at the latest. Agree the first step of a longer task.`;
    return refusal('action.due_after_next_meeting', detail, { latest: nextMeetingDate });
  }
  return dueDate;
}
