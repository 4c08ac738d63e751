import { describe, expect, test } from '@jest/globals';
import type { Id } from '@tandem/kernel';
import type { WithdrawableState } from './decide-correction';
import { nextMoveRow, type MoveRow } from './next-move-row';
import type { RoadStage } from './stage-road';
import { takeBackRows } from './take-back-rows';

const stages: RoadStage[] = (
  [
    ['qualify', 'marketing', 'open'],
    ['prospect', 'sales', 'open'],
    ['propose', 'sales', 'open'],
    ['implement', 'sales', 'won'],
  ] as const
).map(([id, ownerSide, kind], position) => ({ id: id as Id<'stage'>, name: id, position, ownerSide, class: kind }));

const state = (stageId: string, more: Partial<WithdrawableState> = {}): WithdrawableState => ({
  stageId: stageId as Id<'stage'>,
  outcome: 'open',
  amountMinor: 100n,
  currency: 'USD',
  closeDate: null,
  ownerId: 'rep' as Id<'person'>,
  teamId: 'team' as Id<'team'>,
  probability: null,
  lossReason: null,
  costMinor: null,
  ...more,
});
const won = state('implement', { outcome: 'won' });
const lost = state('propose', { outcome: 'lost', lossReason: 'price' });

/** The log that states leave behind, and where it stands. */
function lived(...states: readonly WithdrawableState[]) {
  const log: MoveRow[] = [];
  let present: WithdrawableState | null = null;
  for (const after of states) {
    const last = log.at(-1);
    const at = new Date(Date.UTC(2026, 10, log.length + 1));
    const row = nextMoveRow(last && present ? { ...present, lastSeq: last.seq, logHash: last.hash } : null, after, {
      id: 'm' as Id<'move'>,
      opportunityId: 'o' as Id<'opportunity'>,
      version: log.length + 1,
      at,
      recordedAt: at,
      actorId: null,
      reasonKey: after.lossReason,
    });
    if (row) log.push(row);
    present = after;
  }
  if (!present) throw new Error('nothing was lived');
  return { log, stages, present };
}

describe('taking back what was written behind a row of a log', () => {
  test('goes from the last row to the first, each back to what was true before it', () => {
    const steps = takeBackRows(lived(state('prospect'), state('propose'), lost, won), 1);
    expect(steps.map(({ row }) => row.seq)).toEqual([4, 3, 2]);
    expect(steps.map(({ after }) => after)).toEqual([lost, state('propose'), state('prospect')]);
    expect(steps.map(({ effective }) => effective.length)).toEqual([3, 2, 1]);
  });

  test('leaves what loses its beginning cancelled where it stood, and otherwise what it was', () => {
    const steps = takeBackRows(lived(state('prospect'), lost), 0);
    expect(steps.at(-1)).toMatchObject({ row: { seq: 1 }, effective: [] });
    expect(steps.at(-1)?.after).toEqual({ ...state('prospect'), outcome: 'cancelled' });
  });

  test('what began won is cancelled in the first open stage of sales, because nothing else stands where it stood', () => {
    const [only] = takeBackRows(lived(won), 0);
    expect(only?.after).toEqual(state('prospect', { outcome: 'cancelled' }));
  });

  test('what was withdrawn already is not taken back twice', () => {
    const { log, present } = lived(state('prospect'), state('propose'));
    const last = log[1] as MoveRow;
    const back = nextMoveRow({ ...present, lastSeq: 2, logHash: last.hash }, state('prospect'), {
      id: last.id,
      opportunityId: last.opportunityId,
      version: 3,
      at: last.at,
      recordedAt: last.at,
      actorId: null,
      correction: 'withdraw',
      correctsSeq: 2,
    });
    const steps = takeBackRows({ log: [...log, back as MoveRow], stages, present: state('prospect') }, 0);
    expect(steps.map(({ row }) => row.seq)).toEqual([1]);
  });

  test('nothing behind the row is nothing to take back', () => {
    expect(takeBackRows(lived(state('prospect'), won), 2)).toEqual([]);
  });
});
