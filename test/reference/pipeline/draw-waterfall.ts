import { total } from '../exact';
import { standingBefore, type Followed, type State } from './follow-states';
import type { Pipe } from './pipe';

export const buckets = [
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
export type Bucket = (typeof buckets)[number];

/** What a deal adds to a line, with its sign; `at` is the instant of the change, where one change alone is told. */
export interface Movement {
  readonly id: string;
  readonly bucket: Bucket;
  readonly minor: bigint;
  readonly at: number | null;
}

export interface Waterfall {
  readonly movements: readonly Movement[];
  /** Deals in no line because a rate is missing. */
  readonly withoutRate: number;
  /** Deals that begin or end it without an amount. */
  readonly withoutAmount: number;
  /** Wins that booked nothing anybody can value. */
  readonly wonWithoutRate: number;
}

export type Form = 'net' | 'gross';

/** How the pipeline went from the start of a period to its end: the two ends compared (net), or change by change (gross). */
export function drawWaterfall(pipe: Pipe, form: Form): Waterfall {
  const movements: Movement[] = [];
  let [withoutRate, withoutAmount, wonWithoutRate] = [0, 0, 0];
  for (const deal of pipe.deals) {
    const [before, after] = [standingBefore(deal, pipe.from), standingBefore(deal, pipe.until)];
    const told = tellOf(deal, pipe);
    if (pipe.isHeld(before)) told.starts(before);
    if (form === 'net') compareEnds(told, pipe, { deal, before, after });
    else traceChanges(told, pipe, { deal, before });
    if (pipe.isHeld(after)) told.ends(after);
    const { isPartial, wonWithoutRate: won } = told.missing();
    if (isPartial) {
      withoutRate++;
      continue;
    }
    movements.push(...told.movements);
    wonWithoutRate += won;
    if ([before, after].some((end) => pipe.isHeld(end) && end.move.amountToMinor === null)) withoutAmount++;
  }
  const sum = (some: (bucket: Bucket) => boolean) =>
    total(movements.filter(({ bucket }) => some(bucket)).map(({ minor }) => minor));
  if (sum((bucket) => bucket !== 'end') !== sum((bucket) => bucket === 'end'))
    throw new Error('the waterfall of the reference does not balance');
  return { movements, withoutRate, withoutAmount, wonWithoutRate };
}

type Tell = ReturnType<typeof tellOf>;

/** Puts what becomes of one deal into lines; a missing plan rate makes all of it partial. */
function tellOf({ id }: Followed, pipe: Pipe) {
  const movements: Movement[] = [];
  let [isPartial, wonWithoutRate] = [false, 0];
  const says = (bucket: Bucket, minor: bigint, at: number | null): void =>
    void movements.push({ id, bucket, minor, at });
  const known = (minor: bigint | null): bigint => {
    if (minor === null) isPartial = true;
    return minor ?? 0n;
  };
  const worth = (state: State): bigint => known(pipe.worth(state));
  return {
    movements,
    missing: () => ({ isPartial, wonWithoutRate }),
    starts: (state: State): void => says('start', worth(state), null),
    comesIn: (before: State | null, state: State, at: number | null): void =>
      says(wayIn(before, pipe), worth(state), at),
    /** It was worth something else, whatever became of it then. */
    changes: (before: State, state: State, at: number | null): void => {
      const change = worth(state) - worth(before);
      if (change !== 0n) says(change > 0n ? 'increased' : 'decreased', change, at);
    },
    /** A win takes out what it booked; what the plan rate makes of it beyond that is a matter of rates. */
    leaves: (state: State, at: number | null): void => {
      const bucket = wayOut(state, pipe);
      const planned = worth(state);
      const booked = bucket === 'won' ? (state.bookedMinor ?? planned) : planned;
      says(bucket, -booked, at);
      if (booked !== planned) says('rate', booked - planned, at);
      if (bucket === 'won' && state.line !== null && state.bookedMinor === null) wonWithoutRate++;
    },
    /** What is still there is valued at the rate of the end. */
    ends: (state: State): void => {
      const end = known(pipe.worthAtEnd(state));
      if (end !== worth(state)) says('rate', end - worth(state), null);
      says('end', end, null);
    },
  };
}

interface Ends {
  readonly deal: Followed;
  readonly before: State | null;
  readonly after: State | null;
}

function compareEnds(told: Tell, pipe: Pipe, ends: Ends): void {
  const { before, after } = ends;
  const was = pipe.isHeld(before);
  const is = pipe.isHeld(after);
  if (was && after) told.changes(before, after, null);
  if (was && after && !is) told.leaves(after, null);
  if (!was && is) told.comesIn(before, after, null);
  if (!was && !is && after && hasPassed(ends, pipe)) {
    told.comesIn(before, after, null);
    told.leaves(after, null);
  }
}

/** It came and went: the scope won it, or closed what anybody had in the pipeline of the period, at its start or at any moment since. */
function hasPassed({ deal: { states }, before, after }: Ends, pipe: Pipe): boolean {
  if (after === null || after === before || !pipe.isMine(after)) return false;
  if (after.move.outcomeTo === 'won' && pipe.closesWithin(after)) return true;
  const since = states.filter(({ at }) => at >= pipe.from && at < pipe.until);
  return after.move.outcomeTo !== 'open' && [before, ...since].some((state) => pipe.isDue(state));
}

function traceChanges(told: Tell, pipe: Pipe, { deal, before }: Omit<Ends, 'after'>): void {
  let last = before;
  for (const state of deal.states.filter(({ at }) => at >= pipe.from && at < pipe.until)) {
    const [was, is] = [pipe.isHeld(last), pipe.isHeld(state)];
    const isWinOutside = !was && state.move.outcomeTo === 'won' && pipe.isMine(state) && pipe.closesWithin(state);
    if (was) told.changes(last as State, state, state.at);
    if (!was && (is || isWinOutside)) told.comesIn(last, state, state.at);
    if ((was && !is) || isWinOutside) told.leaves(state, state.at);
    last = state;
  }
}

/** By rank: owner change, reopened, pulled in, new. */
function wayIn(before: State | null, pipe: Pipe): Bucket {
  if (before === null) return 'new';
  if (!pipe.isMine(before)) return 'owner_change';
  return before.move.outcomeTo === 'open' ? 'pulled_in' : 'reopened';
}

/** By rank: removed, owner change, won or lost, pushed out. */
function wayOut(after: State, pipe: Pipe): Bucket {
  const { outcomeTo } = after.move;
  if (outcomeTo === 'cancelled') return 'removed';
  if (!pipe.isMine(after)) return 'owner_change';
  return outcomeTo === 'open' ? 'pushed_out' : outcomeTo;
}
