import { hashOfMove, type Currency, type Id, type PlainDate } from '@tandem/kernel';
import { trackedOf, type Outcome, type TrackedState } from './tracked-state';

export type MoveOrigin = 'native' | 'import_event' | 'import_first_entry' | 'import_last_entry' | 'import_snapshot';
export type MovePrecision = 'second' | 'day' | 'inferred';
export type MoveCorrection = 'redate' | 'withdraw';

/** One row of the append-only log: everything before and after, and two clocks. */
export interface MoveRow {
  readonly id: Id<'move'>;
  readonly opportunityId: Id<'opportunity'>;
  /** 1, 2, 3 … without a hole. */
  readonly seq: number;
  /** The version the opportunity had after it. */
  readonly version: number;
  readonly stageFromId: Id<'stage'> | null;
  readonly stageToId: Id<'stage'>;
  readonly outcomeFrom: Outcome | null;
  readonly outcomeTo: Outcome;
  readonly amountFromMinor: bigint | null;
  readonly amountToMinor: bigint | null;
  readonly currency: Currency;
  readonly closeDateFrom: PlainDate | null;
  readonly closeDateTo: PlainDate | null;
  readonly ownerFromId: Id<'person'> | null;
  readonly ownerToId: Id<'person'>;
  readonly teamFromId: Id<'team'> | null;
  readonly teamToId: Id<'team'>;
  readonly probabilityFrom: number | null;
  readonly probabilityTo: number | null;
  readonly reasonKey: string | null;
  readonly note: string | null;
  /** When it was true. */
  readonly at: Date;
  /** When we learned it. */
  readonly recordedAt: Date;
  readonly actorId: Id<'person'> | null;
  readonly origin: MoveOrigin;
  readonly atPrecision: MovePrecision;
  /** What this row says about an earlier one: that it was true at another time (`redate`, at `at`), or never (`withdraw`). */
  readonly correction: MoveCorrection | null;
  readonly correctsSeq: number | null;
  /** SHA-256 over this row and the hash of the row before it. */
  readonly hash: Buffer;
}

/** Where a log stands: its last row by number and hash. */
export interface LogTail {
  readonly lastSeq: number;
  readonly logHash: Buffer;
}

export interface MoveCircumstances {
  readonly id: Id<'move'>;
  readonly opportunityId: Id<'opportunity'>;
  readonly version: number;
  readonly at: Date;
  readonly recordedAt: Date;
  readonly actorId: Id<'person'> | null;
  readonly reasonKey?: string | null;
  readonly note?: string | null;
  readonly origin?: MoveOrigin;
  readonly atPrecision?: MovePrecision;
  readonly correction?: MoveCorrection;
  readonly correctsSeq?: number;
}

/** The next row of the log, or null when nothing the log follows has changed and nothing is corrected; `before` is null at creation. */
export function nextMoveRow(
  before: (TrackedState & LogTail) | null,
  after: TrackedState,
  happened: MoveCircumstances,
): MoveRow | null {
  if (before && happened.correction === undefined && isSame(before, after)) return null;
  const row = {
    id: happened.id,
    opportunityId: happened.opportunityId,
    seq: (before?.lastSeq ?? 0) + 1,
    version: happened.version,
    stageFromId: before?.stageId ?? null,
    stageToId: after.stageId,
    outcomeFrom: before?.outcome ?? null,
    outcomeTo: after.outcome,
    amountFromMinor: before?.amountMinor ?? null,
    amountToMinor: after.amountMinor,
    currency: after.currency,
    closeDateFrom: before?.closeDate ?? null,
    closeDateTo: after.closeDate,
    ownerFromId: before?.ownerId ?? null,
    ownerToId: after.ownerId,
    teamFromId: before?.teamId ?? null,
    teamToId: after.teamId,
    probabilityFrom: before?.probability ?? null,
    probabilityTo: after.probability,
    reasonKey: happened.reasonKey ?? null,
    note: happened.note || null,
    at: happened.at,
    recordedAt: happened.recordedAt,
    actorId: happened.actorId,
    origin: happened.origin ?? 'native',
    atPrecision: happened.atPrecision ?? 'second',
    correction: happened.correction ?? null,
    correctsSeq: happened.correctsSeq ?? null,
  };
  return { ...row, hash: hashOfMove(row, before?.logHash ?? null) };
}

function isSame(before: TrackedState, after: TrackedState): boolean {
  const one = trackedOf(before);
  const other = trackedOf(after);
  return (Object.keys(one) as (keyof TrackedState)[]).every((field) => one[field] === other[field]);
}
