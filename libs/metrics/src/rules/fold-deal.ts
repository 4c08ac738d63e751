import type { FunnelDeal, RowOutline } from './count-funnel';
import { findEntries, firstOf, type FunnelMode, type FunnelStep, type StageMove } from './find-entries';
import { measureStay } from './measure-stay';

export interface FoldQuestion {
  /** In the order of the funnel. */
  readonly stages: readonly FunnelStep[];
  readonly rows: readonly RowOutline[];
  readonly mode: FunnelMode;
  /** Milliseconds; stays that have not ended last until now. */
  readonly now: number;
}

/** The log of one opportunity as rows of the funnel see it: first entries and stays. */
export function foldDeal(
  log: readonly StageMove[],
  { stages, rows, mode, now }: FoldQuestion,
): Pick<FunnelDeal, 'entries' | 'stays'> {
  return {
    entries: entriesOf(log, { stages, rows, mode }),
    stays: rows.map(({ stageIds }) => measureStay(log, stageIds, now)),
  };
}

/** First entries into rows of the funnel alone. */
export function entriesOf(
  log: readonly StageMove[],
  { stages, rows, mode }: Omit<FoldQuestion, 'now'>,
): FunnelDeal['entries'] {
  const entries = findEntries(log, stages, mode);
  return rows.map(({ stageIds }) => firstOf(entries, stageIds));
}
