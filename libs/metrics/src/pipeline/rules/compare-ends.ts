import { isDue, isHeld } from './hold-pipeline';
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
 * The *net* waterfall of one opportunity: how it stood at the start of the period against how it stood at the end. Unit: minor
 * units of the reporting currency. Null when a plan rate it needs is missing: it is then in no line, and counted.
 *
 * - The change of its amount from start to end is split out first (`increased`, `decreased`); what then came in or left does so in
 *   one bucket, by rank: removed, owner change, won or lost, pushed or pulled, new or reopened.
 * - So started at 100 and won at 120 is +20 increased, −120 won; pushed out and increased, in whatever order, is +20 and −120.
 * - What came and went within the period has both: it came in (new, reopened, pulled in, owner change) and was won, lost or removed.
 *   Came and went otherwise, as pulled in and pushed out again, is nothing: only the gross waterfall shows it.
 * - **Won equals bookings**: a win takes out the line it booked, in the reporting currency, as restated with its last restatement.
 *   That is the amount of the winning row at the rate of the booking date; what the plan rate makes of the same amount differs
 *   for foreign currencies only, and the difference is in `rate`. Every win of the scope that entered won in the period is in it,
 *   also one that nobody had expected in the period (pulled in and won). Credits and adjustments are lines of their own and not
 *   in it, and neither are reversals: a win reopened after the period stays in its period and comes back as `reopened` in another.
 *   A win whose booking has no rate leaves at the plan rate, and is counted.
 * - Without an amount an opportunity is worth 0 here, and a first amount is an increase.
 *
 * Source: the log of moves, the booking lines of wins, plan rates.
 */
export function compareEnds(deal: PipelineDeal, question: WaterfallQuestion): Movement[] | null {
  const { timeline, opportunityId } = deal;
  const before = stateBefore(timeline, question.from);
  const after = stateBefore(timeline, question.until);
  if (after === null) return [];
  const held = isHeld(before, question) ? before : null;
  const isHeldStill = isHeld(after, question);
  if (!held && !isHeldStill && !hasPassed(timeline, after, question)) return [];
  const first = held ? question.worth(held) : 0n;
  const last = question.worth(after);
  const atEnd = isHeldStill ? question.worthAtEnd(after) : 0n;
  if (first === null || last === null || atEnd === null) return null;
  // Pushed one by one, and not spread: sums are made of very many.
  const movements: Movement[] = [];
  const tell = ({ bucket, minor, state }: Pick<Movement, 'bucket' | 'minor' | 'state'>) =>
    movements.push({ opportunityId, bucket, minor, at: null, state });
  if (held) {
    tell({ bucket: 'start', minor: first, state: held });
    repriced(first, last, after).forEach(tell);
  } else tell(comingIn(before, after, last, question));
  (isHeldStill ? rated(last, atEnd, after) : goingOut(after, last, question)).forEach(tell);
  if (isHeldStill) tell({ bucket: 'end', minor: atEnd, state: after });
  return movements;
}

/**
 * It was the scope's at neither end, but the scope closed it: as a win of the period, or out of what had been anybody's pipeline of the
 * period at its start or at any moment since.
 */
function hasPassed(timeline: readonly DealState[], after: DealState, question: WaterfallQuestion): boolean {
  if (after.outcome === 'open' || after.at < question.from || !question.isInScope(after)) return false;
  const before = stateBefore(timeline, question.from);
  return (
    isWonOutside(after, question) ||
    (before !== null && isDue(before, question)) ||
    timeline.some((state) => state.at >= question.from && state.at < question.until && isDue(state, question))
  );
}
