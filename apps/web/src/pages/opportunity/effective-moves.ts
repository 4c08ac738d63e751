import type { MoveWire } from '@tandem/contracts';

/** When a change was true as far as is known now: where a correction gave it another date, on that one. */
export const trueAt = ({ at, redatedTo }: MoveWire): string => redatedTo ?? at;

/** The log as it is known now, oldest first: without the corrections, and without what they took back. */
export const effectiveMoves = (moves: readonly MoveWire[]): MoveWire[] =>
  moves
    .filter(({ correction, withdrawn }) => correction === null && !withdrawn)
    .sort((one, other) => one.seq - other.seq);

export interface Visit {
  readonly first: string;
  readonly last: string;
  readonly times: number;
}

/** When each stage was entered, by its id; an entry that was taken back never was. */
export function visitsOf(moves: readonly MoveWire[]): ReadonlyMap<string, Visit> {
  const visits = new Map<string, Visit>();
  for (const move of effectiveMoves(moves)) {
    if (move.stageFromId === move.stageToId) continue;
    const before = visits.get(move.stageToId);
    const at = trueAt(move);
    visits.set(move.stageToId, { first: before?.first ?? at, last: at, times: (before?.times ?? 0) + 1 });
  }
  return visits;
}
