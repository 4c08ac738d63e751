import { isHeld } from './hold-pipeline';
import {
  comingIn,
  goingOut,
  isWonOutside,
  rated,
  repriced,
  type Movement,
  type PipelineDeal,
  type WaterfallQuestion,
} from './move-pipeline';
import { stateBefore, type DealState } from './read-timeline';

/**
 * The *gross* waterfall of one opportunity: every change of the period for itself, so that what was pushed out and pulled in again
 * is in both lines, and a win that was reopened and won again is won twice. Within one change the amount is split out first, then
 * it came in or left in one bucket by the same rank as in the net waterfall. Start, end and their difference are those of the
 * net waterfall to the minor unit. Unit: minor units of the reporting currency; null when a plan rate it needs is missing.
 *
 * Won: each win takes out the line it booked (see `compareEnds`). Source: the log of moves, the booking lines of wins, plan rates.
 */
export function traceMovements(deal: PipelineDeal, question: WaterfallQuestion): Movement[] | null {
  const { timeline, opportunityId } = deal;
  const first = stateBefore(timeline, question.from);
  const movements: Movement[] = [];
  if (isHeld(first, question)) {
    const minor = question.worth(first);
    if (minor === null) return null;
    movements.push({ opportunityId, bucket: 'start', minor, at: null, state: first });
  }
  let before = first;
  for (const state of timeline) {
    if (state.at < question.from || state.at >= question.until) continue;
    const changes = changesOf(before, state, question);
    if (changes === null) return null;
    movements.push(...changes.map((change) => ({ ...change, opportunityId, at: state.at })));
    before = state;
  }
  if (!isHeld(before, question)) return movements;
  const [minor, atEnd] = [question.worth(before), question.worthAtEnd(before)];
  if (minor === null || atEnd === null) return null;
  const ending = [...rated(minor, atEnd, before), { bucket: 'end' as const, minor: atEnd, state: before }];
  return [...movements, ...ending.map((change) => ({ ...change, opportunityId, at: null }))];
}

function changesOf(before: DealState | null, state: DealState, question: WaterfallQuestion) {
  const held = isHeld(before, question) ? before : null;
  const isHeldNow = isHeld(state, question);
  if (!held && !isHeldNow && !isWonOutside(state, question)) return [];
  const first = held ? question.worth(held) : 0n;
  const last = question.worth(state);
  if (first === null || last === null) return null;
  return [
    ...(held ? repriced(first, last, state) : [comingIn(before, state, last, question)]),
    ...(isHeldNow ? [] : goingOut(state, last, question)),
  ];
}
