import { bin, type Parameter } from '@tandem/database';
import type { Id, PlainDate } from '@tandem/kernel';
import type { FoldedHistory, KnownState } from './load-history';
import type { MoveRow } from './rules/next-move-row';
import type { BookingRow } from './rules/post-booking';
import type { BookingType } from './rules/tracked-state';

/** An opportunity with everything that is known of its past, oldest state first. */
export interface KnownOpportunity {
  readonly id: Id<'opportunity'>;
  readonly name: string;
  readonly accountId: Id<'account'> | null;
  readonly contactId: Id<'contact'> | null;
  readonly productId: Id<'product'> | null;
  readonly costMinor: bigint | null;
  readonly bookingType: BookingType;
  readonly marketingOwnerId: Id<'person'> | null;
  readonly marketingTeamId: Id<'team'> | null;
  readonly sourceId: Id<'source'> | null;
  readonly campaignId: Id<'campaign'> | null;
  readonly nextStep: string | null;
  readonly nextStepDate: PlainDate | null;
  readonly states: readonly KnownState[];
  readonly handOffs: readonly KnownHandOff[];
}

/** A hand-off as it stands; an open one has no answer yet. */
export interface KnownHandOff {
  readonly id: Id<'hand_off'>;
  readonly contractId: Id<'hand_off_contract'>;
  readonly state: 'offered' | 'accepted' | 'rejected' | 'returned' | 'expired';
  readonly fromTeamId: Id<'team'>;
  readonly toTeamId: Id<'team'>;
  readonly toPersonId: Id<'person'> | null;
  readonly offeredById: Id<'person'> | null;
  readonly offeredAt: Date;
  readonly dueAt: Date;
  readonly answeredById: Id<'person'> | null;
  readonly answeredAt: Date | null;
  readonly reasonKey: string | null;
  readonly note: string | null;
}

const list = (columns: string): readonly string[] => columns.trim().split(/\s+/);

export const opportunityColumns =
  list(`id name account_id contact_id product_id stage_id stage_class outcome amount_minor cost_minor
  currency close_date probability booking_type owner_id team_id marketing_owner_id marketing_team_id source_id campaign_id next_step
  next_step_date loss_reason created_at stage_entered_at last_seq log_hash version`);

export function opportunityRow(known: KnownOpportunity, { moves, standing }: FoldedHistory): Parameter[] {
  const { state, lastSeq, logHash, version, stageEnteredAt } = standing;
  return [
    bin(known.id),
    known.name,
    bin(known.accountId),
    bin(known.contactId),
    bin(known.productId),
    bin(state.stageId),
    state.outcome === 'won' ? 'won' : 'open',
    state.outcome,
    state.amountMinor,
    known.costMinor,
    state.currency,
    state.closeDate,
    state.probability,
    known.bookingType,
    bin(state.ownerId),
    bin(state.teamId),
    bin(known.marketingOwnerId),
    bin(known.marketingTeamId),
    bin(known.sourceId),
    bin(known.campaignId),
    known.nextStep,
    known.nextStepDate,
    state.outcome === 'lost' ? (moves.at(-1)?.reasonKey ?? null) : null,
    moves[0]?.at ?? stageEnteredAt,
    stageEnteredAt,
    lastSeq,
    logHash,
    version,
  ];
}

export const moveColumns =
  list(`id opportunity_id seq version stage_from_id stage_to_id outcome_from outcome_to amount_from_minor
  amount_to_minor currency close_date_from close_date_to owner_from_id owner_to_id team_from_id team_to_id probability_from
  probability_to reason_key note at recorded_at actor_id origin at_precision correction corrects_seq hash`);

export const moveRow = (move: MoveRow): Parameter[] => [
  bin(move.id),
  bin(move.opportunityId),
  move.seq,
  move.version,
  bin(move.stageFromId),
  bin(move.stageToId),
  move.outcomeFrom,
  move.outcomeTo,
  move.amountFromMinor,
  move.amountToMinor,
  move.currency,
  move.closeDateFrom,
  move.closeDateTo,
  bin(move.ownerFromId),
  bin(move.ownerToId),
  bin(move.teamFromId),
  bin(move.teamToId),
  move.probabilityFrom,
  move.probabilityTo,
  move.reasonKey,
  move.note,
  move.at,
  move.recordedAt,
  bin(move.actorId),
  move.origin,
  move.atPrecision,
  move.correction,
  move.correctsSeq,
  move.hash,
];

export const bookingColumns =
  list(`id opportunity_id move_id account_id product_id booking_type amount_minor cost_minor currency
  reporting_amount_minor reporting_cost_minor reporting_currency rate rate_date booking_date recorded_at owner_id team_id
  source_id campaign_id reverses_id credit_of_id adjusts_date note`);

export const bookingRow = (booking: BookingRow): Parameter[] => [
  bin(booking.id),
  bin(booking.opportunityId),
  bin(booking.moveId),
  bin(booking.accountId),
  bin(booking.productId),
  booking.bookingType,
  booking.amountMinor,
  booking.costMinor,
  booking.currency,
  booking.reportingAmountMinor,
  booking.reportingCostMinor,
  booking.reportingCurrency,
  booking.rate,
  booking.rateDate,
  booking.bookingDate,
  booking.recordedAt,
  bin(booking.ownerId),
  bin(booking.teamId),
  bin(booking.sourceId),
  bin(booking.campaignId),
  bin(booking.reversesId),
  bin(booking.creditOfId),
  booking.adjustsDate,
  booking.note,
];

export const handOffColumns =
  list(`id opportunity_id contract_id state from_team_id to_team_id to_person_id offered_by_id offered_at
  due_at answered_by_id answered_at reason_key note open_mark version`);

export const handOffRow = (opportunityId: Id<'opportunity'>, handOff: KnownHandOff): Parameter[] => [
  bin(handOff.id),
  bin(opportunityId),
  bin(handOff.contractId),
  handOff.state,
  bin(handOff.fromTeamId),
  bin(handOff.toTeamId),
  bin(handOff.toPersonId),
  bin(handOff.offeredById),
  handOff.offeredAt,
  handOff.dueAt,
  bin(handOff.answeredById),
  handOff.answeredAt,
  handOff.reasonKey,
  handOff.note,
  handOff.state === 'offered' ? 1 : null,
  handOff.state === 'offered' ? 1 : 2,
];
