import type { PlainDate } from '@tandem/kernel';
import type { ClosingMove } from '../../rules/closings-of';
import type { Correction } from '../../rules/read-moves';

/** A row of the log with the local day it was recorded on. */
export interface HistoryMove extends ClosingMove {
  readonly recordedOn: PlainDate;
  readonly correction: Correction['correction'] | null;
  readonly correctsSeq: number | null;
  readonly stageFromId: string | null;
  readonly stageToId: string;
  /** Nobody knows when it was true; `at` is only when it was found out. */
  readonly isInferred: boolean;
  readonly amountMinor: bigint | null;
  readonly currency: string;
  /** Expected while open, actual once closed. */
  readonly closeDate: PlainDate | null;
  /** The rep's own, in percent; null means the stage's. */
  readonly probability: number | null;
}

/** A booking line; amounts are of the reporting currency, null where the line was not converted into it. */
export interface HistoryLine {
  readonly id: string;
  readonly recordedOn: PlainDate;
  readonly bookingDate: PlainDate;
  readonly adjustsDate: PlainDate | null;
  readonly reversesId: string | null;
  readonly accountId: string | null;
  /** In the line's own currency; only its sign matters here. */
  readonly amountMinor: bigint;
  /** No win booked it: a credit or an adjustment. */
  readonly isByHand: boolean;
  /** It gives back what another line booked. */
  readonly isCredit: boolean;
  readonly reportingMinor: bigint | null;
  readonly costMinor: bigint | null;
  readonly ownerId: string;
  readonly teamId: string;
  readonly sourceId: string | null;
  readonly campaignId: string | null;
  readonly productId: string | null;
}

/** What a line is worth by a rate that was learned later. */
export interface HistoryRestatement {
  readonly lineId: string;
  readonly revision: number;
  readonly recordedOn: PlainDate;
  readonly reportingMinor: bigint;
  readonly costMinor: bigint | null;
}

/** The log of moves does not follow the source; the audit trail says what it was before each edit. */
export interface SourceEdit {
  readonly auditId: string;
  readonly recordedOn: PlainDate;
  readonly sourceBefore: string | null;
}

/** What an opportunity belongs to; all but the source as it is now, because nobody keeps their past. */
export interface Belongings {
  readonly sourceId: string | null;
  readonly campaignId: string | null;
  readonly productId: string | null;
  readonly segment: string | null;
}

/** All that the sums of one opportunity are made of; each list oldest first. */
export interface OpportunityHistory {
  readonly opportunityId: string;
  readonly isRenewal: boolean;
  readonly moves: readonly HistoryMove[];
  readonly lines: readonly HistoryLine[];
  readonly restatements: readonly HistoryRestatement[];
  readonly edits: readonly SourceEdit[];
  readonly belongings: Belongings;
}

/** The days on which something of it was recorded, oldest first. */
export function recordingDays({
  moves,
  lines,
  restatements,
  edits,
}: Pick<OpportunityHistory, 'moves' | 'lines' | 'restatements' | 'edits'>): PlainDate[] {
  const days = [moves, lines, restatements, edits].flatMap((rows) => rows.map(({ recordedOn }) => recordedOn));
  return [...new Set(days)].sort();
}

/** What was known of it by the end of a day. */
export function knownOn(history: OpportunityHistory, day: PlainDate): OpportunityHistory {
  const isKnown = ({ recordedOn }: { readonly recordedOn: PlainDate }) => recordedOn <= day;
  const next = history.edits.find((edit) => !isKnown(edit));
  return {
    ...history,
    moves: history.moves.filter(isKnown),
    lines: history.lines.filter(isKnown),
    restatements: history.restatements.filter(isKnown),
    edits: history.edits.filter(isKnown),
    belongings: next ? { ...history.belongings, sourceId: next.sourceBefore } : history.belongings,
  };
}
