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
  const found = new Map<string, Entry>();
  const enter = (stageId: string, { at, ownerId, teamId, isInferred = false }: StageMove, isImplied: boolean) => {
    if (!found.has(stageId)) found.set(stageId, { stageId, at, isImplied, isInferred, ownerId, teamId });
  };
  let furthest = -1;
  for (const move of log) {
    const place = stages.findIndex(({ id }) => id === move.stageId);
    if (place < 0) continue;
    const isAhead = place > furthest + 1 && mode !== 'any';
    const jumped = isAhead
      ? stages.slice(furthest + 1, place).filter(({ id, mandatory }) => mandatory && !found.has(id))
      : [];
    if (mode === 'strict') {
      if (jumped.length > 0) break;
      if (place <= furthest) continue;
    }
    for (const { id } of jumped) enter(id, move, true);
    enter(move.stageId, move, false);
    furthest = Math.max(furthest, place);
  }
  return [...found.values()];
}

/** The entry into a row of several stages: the first of any of them; a real entry goes before an implied one. */
export function firstOf(entries: readonly Entry[], stageIds: readonly string[]): Entry | null {
  let first: Entry | null = null;
  for (const entry of entries) {
    if (!stageIds.includes(entry.stageId)) continue;
    if (!first || entry.at < first.at || (entry.at === first.at && first.isImplied)) first = entry;
  }
  return first;
}
