/** A hand-off as its clock sees it; instants in milliseconds. */
export interface TimedHandOff {
  readonly state: 'offered' | 'accepted' | 'rejected' | 'returned' | 'expired';
  readonly reasonKey: string | null;
  readonly dueAt: number;
  /** When it ended, by an answer or without one. */
  readonly answeredAt: number | null;
  /** When somebody of the receiving team first recorded a change of the opportunity after the offer. */
  readonly touchedAt: number | null;
}

export type HandOffFate = 'met' | 'breached' | 'running' | 'outside';

export interface Judgement {
  readonly fate: HandOffFate;
  /** When the clock stopped: accepted, rejected or touched, whichever was first. */
  readonly stoppedAt: number | null;
}

/**
 * What became of an offer by a moment. Met: accepted, rejected or touched no later than it was due, which is when the agreed working
 * time of the receiver was over. Breached: not by then; whatever follows, it stays breached. Running: neither yet. Outside: the
 * opportunity was closed by somebody else before it was due. Running out is no answer, and giving an accepted one back does not undo
 * the acceptance. Touches count when they were recorded: a change dated back meets nothing. Source: definitions, hand-off SLA.
 */
export function judgeHandOff(handOff: TimedHandOff, now: number): Judgement {
  const { dueAt, touchedAt } = handOff;
  const endedAt = handOff.answeredAt !== null && handOff.answeredAt <= now ? handOff.answeredAt : null;
  const stops = [
    ...(endedAt !== null && isAnswer(handOff) ? [endedAt] : []),
    ...(touchedAt !== null && touchedAt <= (endedAt ?? now) ? [touchedAt] : []),
  ];
  if (stops.length > 0) {
    const stoppedAt = Math.min(...stops);
    return { fate: stoppedAt <= dueAt ? 'met' : 'breached', stoppedAt };
  }
  if (endedAt !== null && endedAt <= dueAt && isClosed(handOff)) return { fate: 'outside', stoppedAt: null };
  return { fate: dueAt < now ? 'breached' : 'running', stoppedAt: null };
}

const isClosed = ({ state, reasonKey }: TimedHandOff): boolean => state === 'returned' && reasonKey === 'closed';

const isAnswer = (handOff: TimedHandOff): boolean =>
  handOff.state === 'accepted' || handOff.state === 'rejected' || (handOff.state === 'returned' && !isClosed(handOff));
