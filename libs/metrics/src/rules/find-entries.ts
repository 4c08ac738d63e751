/** How entries are counted; see `findEntries`. */
export type FunnelMode = 'ordered' | 'strict' | 'any';

/** A row of the log as far as stages go, oldest first in a log. */
export interface StageMove {
  /** Milliseconds of the instant it was true. */
  readonly at: number;
  readonly stageId: string;
  readonly outcome: 'open' | 'won' | 'lost' | 'cancelled';
  readonly ownerId: string;
  readonly teamId: string;
  /** Nobody knows when it was true; `at` is only when it was found out. */
  readonly isInferred?: boolean;
}

/** A stage in the order of the funnel. */
export interface FunnelStep {
  readonly id: string;
  readonly mandatory: boolean;
}

/** The first time an opportunity entered a stage, and whose it was then. */
export interface Entry {
  readonly stageId: string;
  readonly at: number;
  /** Never really entered: a later stage was reached without it. */
  readonly isImplied: boolean;
  /** Nobody knows when, so it belongs to no period. */
  readonly isInferred: boolean;
  readonly ownerId: string;
  readonly teamId: string;
}

/**
 * First entries of one opportunity. *Ordered* (the default): a mandatory stage that was jumped over counts as entered at the
 * same instant, flagged implied; nothing beyond the furthest stage is ever implied. *Strict*: only stages really entered on
 * the way forward; who jumps over a mandatory stage counts nowhere from there on. *Any*: every stage really entered,
 * whatever the order. Steps back never undo a first entry.
 */
export function findEntries(log: readonly StageMove[], stages: readonly FunnelStep[], mode: FunnelMode): Entry[] {
  const way = newWay();
  return log.flatMap((move) => enterOn(way, move, stages, mode));
}

/** How far an opportunity has come, for whoever reads its log row by row. */
export interface Way {
  readonly entered: Set<string>;
  /** Place of the furthest stage; -1 before the first. */
  furthest: number;
  /** In the strict mode: a mandatory stage was jumped over, and nothing counts from there on. */
  isOver: boolean;
}

export const newWay = (): Way => ({ entered: new Set(), furthest: -1, isOver: false });

const none: readonly Entry[] = [];

/** The first entries that the next row of a log makes; goes on with the way. */
export function enterOn(way: Way, move: StageMove, stages: readonly FunnelStep[], mode: FunnelMode): readonly Entry[] {
  const place = stages.findIndex(({ id }) => id === move.stageId);
  if (place < 0 || way.isOver) return none;
  const isAhead = place > way.furthest + 1 && mode !== 'any';
  const jumped = isAhead
    ? stages.slice(way.furthest + 1, place).filter(({ id, mandatory }) => mandatory && !way.entered.has(id))
    : [];
  if (mode === 'strict') {
    if (jumped.length > 0) way.isOver = true;
    if (way.isOver || place <= way.furthest) return none;
  }
  way.furthest = Math.max(way.furthest, place);
  const isNew = !way.entered.has(move.stageId);
  if (jumped.length === 0 && !isNew) return none;
  const { at, ownerId, teamId, isInferred = false } = move;
  const entries = jumped.map(({ id }): Entry => ({ stageId: id, at, isImplied: true, isInferred, ownerId, teamId }));
  if (isNew) entries.push({ stageId: move.stageId, at, isImplied: false, isInferred, ownerId, teamId });
  for (const { stageId } of entries) way.entered.add(stageId);
  return entries;
}

/** The entry into a row of several stages: the first of any of them; a real entry goes before an implied one. */
export function firstOf(entries: readonly Entry[], stageIds: readonly string[]): Entry | null {
  let first: Entry | null = null;
  for (const entry of entries) {
    if (stageIds.includes(entry.stageId) && goesBefore(entry, first)) first = entry;
  }
  return first;
}

/** Whether an entry found later in a log is the first all the same. */
export const goesBefore = (entry: Entry, first: Entry | null): boolean =>
  !first || entry.at < first.at || (entry.at === first.at && first.isImplied);
