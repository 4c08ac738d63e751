import {
  enterOn,
  goesBefore,
  newWay,
  type Entry,
  type FunnelMode,
  type StageMove,
  type Way,
} from '../../rules/find-entries';
import { newVisits, stayOf, visitOn, type Visits } from '../../rules/measure-stay';
import type { Cell, CellCredit } from './cell';
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
  const { rows, stages } = setting;
  const { sourceId, campaignId, productId, segment } = belongings;
  const place = (entry: Entry): PlacedEntry => {
    const { teamId, ownerId } = entry;
    const credit: CellCredit = { teamId, ownerId, sourceId, campaignId, productId, segment };
    return { ...entry, day: setting.dayOf(entry.at), credit };
  };
  const nowhere = rows.map(() => null);
  const paths = modes.map((mode): Path => ({ mode, way: newWay(), entries: nowhere }));
  const visits = rows.map(newVisits);
  const cells: Cell[] = [];
  let before: Standing = { entries: [nowhere, nowhere, nowhere], stays: nowhere, amountMinor: null, currency: '' };
  for (const [index, move] of moves.entries()) {
    if (isToldByFunnel(move)) {
      const told = toldBy(move);
      for (const path of paths) {
        const found = enterOn(path.way, told, stages, path.mode);
        if (found.length > 0) path.entries = withEntries(path.entries, found.map(place), setting);
      }
      rows.forEach(({ stageIds }, row) => visitOn(visits[row] as Visits, told, stageIds));
    }
    if (moves[index + 1]?.recordedOn === move.recordedOn) continue;
    const now: Standing = {
      entries: paths.map(({ entries }) => entries) as unknown as Trio<Path['entries']>,
      stays: visits.map((each) => stayOf(each, Infinity)),
      amountMinor: move.amountMinor,
      currency: move.currency,
    };
    tellChanges(before, now, { known: move.recordedOn, dayOf: setting.dayOf, rows, cells });
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
