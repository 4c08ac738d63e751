import { inOrder } from '../exact';
import type { StageRow } from '../history/history';
import type { Event } from '../history/read-log';

export type Mode = 'ordered' | 'strict' | 'any';

/** A first entry into a stage, and whose it was then. */
export interface Entry {
  readonly stageId: string;
  readonly at: number;
  readonly isImplied: boolean;
  readonly isInferred: boolean;
  readonly ownerId: string;
  readonly teamId: string;
}

/** All visits together; `endedAt` is null while it is there. */
export interface Stay {
  readonly total: number;
  readonly endedAt: number | null;
}

/** What moves a deal in the funnel: another stage, or another outcome. */
const isStep = ({ move }: Event): boolean =>
  move.stageFromId === null || move.stageFromId !== move.stageToId || move.outcomeFrom !== move.outcomeTo;

/** What had happened by now, step by step. */
export const stepsOf = (events: readonly Event[], now: number): Event[] =>
  events.filter((event) => isStep(event) && event.move.at.getTime() <= now);

/**
 * First entries. *Any*: into whatever stage it came, as it came. *Ordered*: a mandatory stage that was jumped over on the way ahead
 * counts as entered with the jump, implied. *Strict*: only on the way ahead, and nothing any more after such a jump.
 */
export function entriesOf(steps: readonly Event[], stages: readonly StageRow[], mode: Mode): Entry[] {
  const order = inOrder(stages, (one, other) => one.position < other.position);
  const entries: Entry[] = [];
  const enter = (stageId: string, { move, at, isInferred }: Event, isImplied: boolean): void => {
    if (entries.some((entry) => entry.stageId === stageId)) return;
    entries.push({ stageId, at, isImplied, isInferred, ownerId: move.ownerToId, teamId: move.teamToId });
  };
  let furthest = -1;
  for (const step of steps) {
    const stageId = step.move.stageToId;
    const place = order.findIndex(({ id }) => id === stageId);
    const jumped = order.filter(
      ({ id, mandatory }, at) =>
        at > furthest && at < place && mandatory === 1 && !entries.some((entry) => entry.stageId === id),
    );
    if (mode === 'strict' && jumped.length > 0) return entries;
    const isAhead = place > furthest;
    if (mode === 'ordered') for (const { id } of jumped) enter(id, step, true);
    if (mode !== 'strict' || isAhead) enter(stageId, step, false);
    furthest = Math.max(furthest, place);
  }
  return entries;
}

/** The entry into any of several stages: the first, and of two at one instant the real one. */
export const entryInto = (entries: readonly Entry[], stageIds: readonly string[]): Entry | null =>
  inOrder(
    entries.filter(({ stageId }) => stageIds.includes(stageId)),
    (one, other) => one.at < other.at || (one.at === other.at && !one.isImplied && other.isImplied),
  )[0] ?? null;

/**
 * Time in some stages, all visits together: a visit ends by leaving them or by closing without a win. What was told as true does not
 * happen before what had been told before it, so no visit is below 0.
 */
export function stayIn(steps: readonly Event[], stageIds: readonly string[], now: number): Stay | null {
  let [total, visits] = [0, 0];
  let since: number | null = null;
  let endedAt: number | null = null;
  let clock = -Infinity;
  for (const { move, at } of steps) {
    clock = Math.max(clock, at);
    const isThere = stageIds.includes(move.stageToId) && ['open', 'won'].includes(move.outcomeTo);
    if (isThere && since === null) {
      since = clock;
      visits++;
    }
    if (!isThere && since !== null) {
      total += clock - since;
      endedAt = clock;
      since = null;
    }
  }
  if (visits === 0) return null;
  return since === null ? { total, endedAt } : { total: total + now - since, endedAt: null };
}
