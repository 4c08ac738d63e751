import { closesWithin, type PipelineScope } from './hold-pipeline';
import type { DealState } from './read-timeline';

/** The lines of a waterfall, from start to end. */
export const waterfallBuckets = [
  'start',
  'new',
  'pulled_in',
  'reopened',
  'increased',
  'decreased',
  'pushed_out',
  'lost',
  'won',
  'removed',
  'owner_change',
  'rate',
  'end',
] as const;

export type WaterfallBucket = (typeof waterfallBuckets)[number];

/** What one opportunity adds to one line, with its sign. */
export interface Movement {
  readonly opportunityId: string;
  readonly bucket: WaterfallBucket;
  /** Minor units of the reporting currency. */
  readonly minor: bigint;
  /** Milliseconds of the event; null for what only the two ends say. */
  readonly at: number | null;
  /** The state that says whose it was and what it was worth in its own currency. */
  readonly state: DealState;
}

export interface PipelineDeal {
  readonly opportunityId: string;
  readonly timeline: readonly DealState[];
}

export interface WaterfallQuestion extends PipelineScope {
  /** Milliseconds; a change exactly at `from` belongs to the period, one exactly at `until` does not. */
  readonly from: number;
  readonly until: number;
  /** At the plan rate of the period, by which start and movements are valued; null without a rate. */
  readonly worth: (state: DealState) => bigint | null;
  /** At the plan rate of the end. */
  readonly worthAtEnd: (state: DealState) => bigint | null;
}

/** Why it came into the pipeline, by rank: owner change, reopened, pulled in, new. `before` is outside, or null when there was none. */
export function wayIn(before: DealState | null, scope: PipelineScope): WaterfallBucket {
  if (before === null) return 'new';
  if (!scope.isInScope(before)) return 'owner_change';
  return before.outcome === 'open' ? 'pulled_in' : 'reopened';
}

/** Why it left the pipeline, by rank: removed, owner change, won or lost, pushed out (any date outside, and none). */
export function wayOut(after: DealState, scope: PipelineScope): WaterfallBucket {
  if (after.outcome === 'cancelled') return 'removed';
  if (!scope.isInScope(after)) return 'owner_change';
  return after.outcome === 'open' ? 'pushed_out' : after.outcome;
}

/** A win that counts for the scope though nothing was in the pipeline the moment before: bookings ask for no pipeline. */
export const isWonOutside = (state: DealState, scope: PipelineScope): boolean =>
  state.outcome === 'won' && scope.isInScope(state) && closesWithin(state, scope);

/** Something the pipeline gained or lost: start, end, or a line between them. */
interface Change {
  readonly bucket: WaterfallBucket;
  readonly minor: bigint;
  readonly state: DealState;
}

/** It came in, with all it is worth then. */
export const comingIn = (before: DealState | null, state: DealState, minor: bigint, scope: PipelineScope): Change => ({
  bucket: wayIn(before, scope),
  minor,
  state,
});

/** It was worth something else, whatever became of it then; nothing when it was not. */
export function repriced(before: bigint, minor: bigint, state: DealState): Change[] {
  if (before === minor) return [];
  return [{ bucket: minor > before ? 'increased' : 'decreased', minor: minor - before, state }];
}

/**
 * It left, with all it was worth then. A win takes out exactly what it booked: the difference to the plan rate, which only a
 * foreign currency has, is a change by rate.
 */
export function goingOut(state: DealState, minor: bigint, scope: PipelineScope): Change[] {
  const bucket = wayOut(state, scope);
  if (bucket !== 'won' || state.bookedMinor === null) return [{ bucket, minor: -minor, state }];
  return [{ bucket, minor: -state.bookedMinor, state }, ...rated(minor, state.bookedMinor, state)];
}

/** What rates alone changed; nothing when they did not. */
export const rated = (before: bigint, minor: bigint, state: DealState): Change[] =>
  before === minor ? [] : [{ bucket: 'rate', minor: minor - before, state }];
