import {
  enterOn,
  goesBefore,
  newWay,
  type Entry,
  type FunnelMode,
  type StageMove,
  type Way,
} from '../../rules/find-entries';
import { newVisits, stayOf, visitOn, type Stay, type Visits } from '../../rules/measure-stay';
import { creditsOf, type Cell } from './cell';
import { tellChanges, type PlacedEntry, type Standing, type Trio } from './funnel-changes';
import { isToldByFunnel, type FunnelSetting } from './funnel-of';
import type { HistoryMove, OpportunityHistory } from './opportunity-history';

const modes = ['ordered', 'strict', 'any'] as const satisfies FunnelMode[];

/**
 * Whether a log can be followed once from its beginning to its end: nothing was corrected, its rows became known in their order, and
 * the source was never edited. Then both readings say the same, and each row only adds to what the rows before it say.
 */
export const isInOrder = ({ moves, edits }: OpportunityHistory): boolean =>
  edits.length === 0 &&
  moves.every(
    ({ correction, recordedOn }, place) =>
      correction === null && (place === 0 || recordedOn >= (moves[place - 1] as HistoryMove).recordedOn),
  );

/** What was found so far in one mode. */
interface Path {
  readonly mode: FunnelMode;
  readonly way: Way;
  /** First entries by row. */
  entries: readonly (PlacedEntry | null)[];
}

/**
 * What one opportunity whose log is in order adds to the funnel, as of any day: of each day what `funnelOf` says in each mode, less what
 * it said the day before. It is found in one pass, and only what a day has changed is told.
 */
export function funnelInOrder({ moves, belongings }: OpportunityHistory, setting: FunnelSetting): Cell[] {
  const { rows, stages, dayOf } = setting;
  const creditOf = creditsOf(belongings);
  const nowhere = rows.map(() => null);
  const [ordered, strict, any] = modes.map((mode): Path => ({
    mode,
    way: newWay(),
    entries: nowhere,
  })) as unknown as Trio<Path>;
  const visits = rows.map(newVisits);
  const cells: Cell[] = [];
  let before: Standing = { entries: [nowhere, nowhere, nowhere], stays: nowhere, amountMinor: null, currency: '' };
  let stays: readonly (Stay | null)[] = nowhere;
  let isTold = false;
  for (const [index, move] of moves.entries()) {
    if (isToldByFunnel(move)) {
      isTold = true;
      const told = toldBy(move);
      const placed: PlacedEntry[] = [];
      for (const path of [ordered, strict, any]) {
        const found = enterOn(path.way, told, stages, path.mode);
        if (found.length > 0)
          path.entries = withEntries(
            path.entries,
            found.map((entry) => placeOnce(placed, entry, { creditOf, dayOf })),
            setting,
          );
      }
      stays = rows.map(({ stageIds }, row) => {
        const visit = visits[row] as Visits;
        return visitOn(visit, told, stageIds) ? stayOf(visit, Infinity) : (stays[row] ?? null);
      });
    }
    if (moves[index + 1]?.recordedOn === move.recordedOn) continue;
    const { amountMinor, currency } = move;
    if (!isTold && before.amountMinor === amountMinor && before.currency === currency) continue;
    const entries = isTold ? ([ordered.entries, strict.entries, any.entries] as const) : before.entries;
    const now: Standing = { entries, stays, amountMinor, currency };
    isTold = false;
    tellChanges(before, now, { known: move.recordedOn, dayOf, rows, cells });
    before = now;
  }
  return cells;
}

const toldBy = ({ at, stageToId, outcomeTo, ownerToId, teamToId, isInferred }: HistoryMove): StageMove => ({
  at: at.getTime(),
  stageId: stageToId,
  outcome: outcomeTo,
  ownerId: ownerToId,
  teamId: teamToId,
  isInferred,
});

/** An entry with its day and whose it is: what several modes find in one row of the log is one. */
function placeOnce(
  placed: PlacedEntry[],
  entry: Entry,
  { creditOf, dayOf }: Pick<FunnelSetting, 'dayOf'> & { readonly creditOf: ReturnType<typeof creditsOf> },
): PlacedEntry {
  const { stageId, at, isImplied, isInferred, ownerId, teamId } = entry;
  for (const one of placed) if (one.stageId === stageId && one.isImplied === isImplied) return one;
  const credit = creditOf(entry);
  const one: PlacedEntry = { stageId, at, isImplied, isInferred, ownerId, teamId, day: dayOf(at), credit };
  placed.push(one);
  return one;
}

/** Entries into stages as the rows of the funnel see them. */
function withEntries(
  entries: Path['entries'],
  found: readonly PlacedEntry[],
  { rows }: FunnelSetting,
): (PlacedEntry | null)[] {
  return rows.map(({ stageIds }, row) => {
    let first = entries[row] ?? null;
    for (const entry of found) if (stageIds.includes(entry.stageId) && goesBefore(entry, first)) first = entry;
    return first;
  });
}
