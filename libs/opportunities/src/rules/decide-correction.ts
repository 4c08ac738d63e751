import {
  decideOpenDay,
  isRefusal,
  localDate,
  refusal,
  type Id,
  type PlainDate,
  type Refusal,
  type Zone,
} from '@tandem/kernel';
import { effectiveLog } from './effective-log';
import type { MoveRow } from './next-move-row';
import { stageOf, type RoadStage } from './stage-road';
import type { Outcome, TrackedState } from './tracked-state';

/** What corrections need of a row of the log. */
export type LoggedRow = Omit<
  MoveRow,
  'opportunityId' | 'version' | 'note' | 'recordedAt' | 'actorId' | 'origin' | 'atPrecision' | 'hash'
>;

export interface CorrectionFacts {
  /** Every row, oldest first. */
  readonly log: readonly LoggedRow[];
  readonly stages: readonly RoadStage[];
}

export interface Calendar {
  readonly now: Date;
  readonly zone: Zone;
  readonly lockedBefore: PlainDate | null;
}

/** Nothing that anybody sells began before. */
const earliestEver = new Date('1900-01-01T00:00:00.000Z');

/**
 * May a row of the log be given another date? Between the rows around it (corrections read in), not ahead, and neither out
 * of nor into a locked period. The state stays; said twice, the later word rules.
 */
export function decideRedating(
  facts: CorrectionFacts,
  { correctsSeq, at }: { readonly correctsSeq: number; readonly at: Date },
  { now, zone, lockedBefore }: Calendar,
): { readonly at: Date; readonly effective: readonly LoggedRow[] } | Refusal {
  const found = findCorrectable(facts, correctsSeq);
  if (isRefusal(found)) return found;
  const { row, effective, place } = found;
  const [earliest, latest] = [effective[place - 1]?.at ?? earliestEver, effective[place + 1]?.at ?? now];
  if (at < earliest || at > latest) {
    const bounds = { earliest: earliest.toISOString(), latest: latest.toISOString() };
    return refusal(
      'correction.out_of_order',
      `It lies between the changes around it: take an instant from ${bounds.earliest} to ${bounds.latest}.`,
      { pointer: '/at', ...bounds },
    );
  }
  if (at.getTime() === row.at.getTime()) {
    return refusal('correction.same_instant', 'It stands at this instant already.', { pointer: '/at' });
  }
  for (const instant of [row.at, at]) {
    const day = decideOpenDay(localDate(instant, zone), lockedBefore, '/at');
    if (isRefusal(day)) return day;
  }
  return { at, effective: effective.with(place, { ...row, at }) };
}

/** What taking back changes, and the cost that shares the currency of the amount. */
export interface WithdrawableState extends TrackedState {
  readonly lossReason: string | null;
  readonly costMinor: bigint | null;
}

export type WithdrawalDecision<Row> = {
  readonly after: Row;
  /** The row that is taken back. */
  readonly row: LoggedRow;
  /** The log as it reads afterwards. */
  readonly effective: readonly LoggedRow[];
};

/**
 * May a row of the log be taken back, and what is then true again? Only the latest that still stands, and neither the
 * beginning nor what a hand-off did. An amount comes back in the currency it was in, and a cost known in another one would
 * change its meaning.
 */
export function decideWithdrawal<Row extends WithdrawableState>(
  facts: CorrectionFacts,
  correctsSeq: number,
  present: Row,
): WithdrawalDecision<Row> | Refusal {
  const found = findCorrectable(facts, correctsSeq);
  if (isRefusal(found)) return found;
  const { row, effective, place } = found;
  const { stageFromId, outcomeFrom } = row;
  if (stageFromId === null || outcomeFrom === null) {
    return refusal('correction.beginning', 'Its beginning is not taken back: cancel the opportunity instead.', {
      pointer: '/correctsSeq',
    });
  }
  const latest = effective.at(-1)?.seq;
  if (latest !== row.seq) {
    return refusal(
      'correction.not_latest',
      `Only the latest change can be taken back, number ${latest}: take back what came after first.`,
      { pointer: '/correctsSeq', latest },
    );
  }
  const currency = row.amountFromMinor === null ? present.currency : row.currency;
  if (currency !== present.currency && present.costMinor !== null) {
    return refusal(
      'correction.cost_in_the_way',
      `Its cost is in ${present.currency}, the amount it had was in ${currency}: empty the cost first.`,
      { pointer: '/correctsSeq', present: present.currency, wished: currency },
    );
  }
  const before = effective.slice(0, place);
  return { row, effective: before, after: stateBefore({ ...row, stageFromId, outcomeFrom }, before, present) };
}

/** What was true before the latest row that stands; `before` are those that still do. */
export function stateBefore<Row extends WithdrawableState>(
  row: LoggedRow & { readonly stageFromId: Id<'stage'>; readonly outcomeFrom: Outcome },
  before: readonly LoggedRow[],
  present: Row,
): Row {
  return {
    ...present,
    stageId: row.stageFromId,
    outcome: row.outcomeFrom,
    amountMinor: row.amountFromMinor,
    currency: row.amountFromMinor === null ? present.currency : row.currency,
    closeDate: row.closeDateFrom,
    ownerId: row.ownerFromId ?? present.ownerId,
    teamId: row.teamFromId ?? present.teamId,
    probability: row.probabilityFrom,
    lossReason: row.outcomeFrom === 'lost' ? lossReasonOf(before) : null,
  };
}

function findCorrectable({ log, stages }: CorrectionFacts, seq: number) {
  const pointer = '/correctsSeq';
  const row = log.find((one) => one.seq === seq);
  if (!row) return refusal('correction.unknown_row', `Its log has no row ${seq}.`, { pointer, seq });
  if (row.correction !== null) {
    return refusal(
      'correction.of_correction',
      `Row ${seq} is a correction itself: correct row ${row.correctsSeq}, which it is about.`,
      { pointer, seq, corrects: row.correctsSeq },
    );
  }
  const effective = effectiveLog(log);
  const place = effective.findIndex((one) => one.seq === seq);
  const standing = effective[place];
  if (!standing) {
    return refusal('correction.withdrawn_already', `Row ${seq} was taken back already.`, { pointer, seq });
  }
  if (row.stageFromId !== null && sideOf(stages, row.stageFromId) !== sideOf(stages, row.stageToId)) {
    return refusal(
      'correction.by_hand_off',
      'A hand-off did this, and its own clock says when: give the hand-off back with a reason instead.',
      { pointer, seq },
    );
  }
  return { row: standing, effective, place };
}

const sideOf = (stages: readonly RoadStage[], id: Id<'stage'>): RoadStage['ownerSide'] => stageOf(stages, id).ownerSide;

const lossReasonOf = (effective: readonly LoggedRow[]): string | null =>
  effective.findLast(({ outcomeFrom, outcomeTo }) => outcomeTo === 'lost' && outcomeFrom !== 'lost')?.reasonKey ?? null;
