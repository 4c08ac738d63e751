import type { PlainDate } from '@tandem/kernel';
import { elapsedDays } from '../../rules/convert-cohort';
import { stayHours, type RowOutline } from '../../rules/count-funnel';
import type { Reading } from '../../rules/facts';
import type { Entry, FunnelMode, FunnelStep, StageMove } from '../../rules/find-entries';
import { foldDeal } from '../../rules/fold-deal';
import { readMoves } from '../../rules/read-moves';
import type { CellCredit, OfFunnel } from './cell';
import type { HistoryMove, OpportunityHistory } from './opportunity-history';
import { longestLength } from './packed-counts';
import { correctionsIn } from './sales-of';

/** A row that sums are kept of. */
export interface KeptRow extends RowOutline {
  /** The rows behind it that some side of the funnel has beside it; nobody asks about a pair of rows that no side has together. */
  readonly ahead: readonly number[];
}

export interface FunnelSetting {
  /** In the order of the funnel. */
  readonly stages: readonly FunnelStep[];
  /** Rows of the seller's and the buyer's side; rows of the same stages stand here once. */
  readonly rows: readonly KeptRow[];
  readonly dayOf: (instant: number) => PlainDate;
}

/** What one opportunity adds to the funnel in one mode, as a reading has it. */
export function funnelOf(
  history: OpportunityHistory,
  { reading, mode }: { readonly reading: Reading; readonly mode: FunnelMode },
  { stages, rows, dayOf }: FunnelSetting,
): OfFunnel[] {
  const log = readLog(history.moves, reading);
  // Stays that go on are in no sum, so it does not matter how long they have lasted.
  const { entries, stays } = foldDeal(log, { stages, rows, mode, now: Infinity });
  const { amountMinor, currency } = history.moves.at(-1) ?? { amountMinor: null, currency: '' };
  const { sourceId, campaignId, productId, segment } = history.belongings;
  const creditOf = ({ teamId, ownerId }: Entry): CellCredit => ({
    teamId,
    ownerId,
    sourceId,
    campaignId,
    productId,
    segment,
  });
  return entries.flatMap((entry, row): OfFunnel[] => {
    if (!entry) return [];
    const credit = creditOf(entry);
    const place = { credit, modes: 0 };
    const isDated = !entry.isInferred;
    const isValued = isDated && amountMinor !== null;
    const entered: OfFunnel = {
      ...place,
      kind: 'entry',
      day: dayOf(entry.at),
      row,
      currency: isValued ? currency : '',
      measures: {
        entered: isDated ? 1 : 0,
        implied: isDated && entry.isImplied ? 1 : 0,
        undated: isDated ? 0 : 1,
        valued: isValued ? 1 : 0,
        valueMinor: isValued ? amountMinor : 0n,
      },
    };
    if (!isDated) return [entered];
    const conversions = (rows[row]?.ahead ?? []).flatMap((to): OfFunnel[] => {
      const took = elapsedDays({ enteredAt: entry.at, reachedAt: entries[to]?.at ?? null }, mode);
      return took === null || took > longestDays
        ? []
        : [
            {
              ...place,
              kind: 'conversion',
              day: dayOf(entry.at),
              from: row,
              to,
              elapsedDays: took,
              measures: { converted: 1 },
            },
          ];
    });
    const stay = stays[row];
    if (!stay || stay.endedAt === null) return [entered, ...conversions];
    const hours = Math.min(stayHours(stay), longestHours);
    return [
      entered,
      ...conversions,
      { ...place, kind: 'stay', day: dayOf(stay.endedAt), row, hours, measures: { stays: 1 } },
    ];
  });
}

/** What the sums can hold; no window is as long. */
export const longestDays = longestLength - 1;
export const longestHours = longestLength - 1;

/** Whether a row is about a stage or an outcome at all. */
export const isToldByFunnel = ({ stageFromId, stageToId, outcomeFrom, outcomeTo }: HistoryMove): boolean =>
  stageFromId === null || stageFromId !== stageToId || outcomeFrom !== outcomeTo;

/** The log as far as stages and outcomes go, as `FunnelDealsReader` reads it. */
function readLog(moves: readonly HistoryMove[], reading: Reading): StageMove[] {
  const told = moves.filter(isToldByFunnel).map((move) => ({ ...move, isWithdrawal: false }));
  const corrections = correctionsIn(moves);
  const read = corrections.length === 0 ? told : readMoves(told, corrections, reading);
  return read.map(({ at, stageToId, outcomeTo, ownerToId, teamToId, isInferred }) => ({
    at: at.getTime(),
    stageId: stageToId,
    outcome: outcomeTo,
    ownerId: ownerToId,
    teamId: teamToId,
    isInferred,
  }));
}
