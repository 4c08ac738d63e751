import type { BookingWire, HistoryWire, MoveWire, OpportunityWire } from '@tandem/contracts';
import type { BookingView, HistoryView, MoveView, OpportunityView } from '@tandem/opportunities';
import {
  presentCard,
  presentHandOff,
  presentMoney,
  presentMoneyOrNull,
  presentNamed,
  presentNamedOrNull,
} from './card.presenter';

export const presentOpportunity = (opportunity: OpportunityView): OpportunityWire => ({
  ...presentCard(opportunity),
  product: presentNamedOrNull(opportunity.product),
  contact: opportunity.contact,
  cost: presentMoneyOrNull(opportunity.cost),
  probability: opportunity.probability,
  forecastCategory: opportunity.forecastCategory,
  bookingType: opportunity.bookingType,
  marketingOwner: presentNamedOrNull(opportunity.marketingOwner),
  marketingTeamId: opportunity.marketingTeamId,
  source: presentNamedOrNull(opportunity.source),
  campaign: presentNamedOrNull(opportunity.campaign),
  lossReason: opportunity.lossReason,
  createdAt: opportunity.createdAt.toISOString(),
  undoneAt: opportunity.undoneAt?.toISOString() ?? null,
  moves: opportunity.moves.map(({ stageId, means }) => ({ stageId, means })),
  mayEdit: opportunity.mayEdit,
});

export const presentHistory = (history: HistoryView): HistoryWire => ({
  moves: history.moves.map(presentMove),
  handOffs: history.handOffs.map(presentHandOff),
  bookings: history.bookings.map(presentBooking),
});

const amountIn = (amountMinor: bigint | null, currency: string) =>
  amountMinor === null ? null : presentMoney({ amountMinor, currency });

const presentMove = (move: MoveView): MoveWire => ({
  id: move.id,
  seq: move.seq,
  version: move.version,
  at: move.at.toISOString(),
  recordedAt: move.recordedAt.toISOString(),
  precision: move.atPrecision,
  origin: move.origin,
  actor: presentNamedOrNull(move.actor),
  stageFromId: move.stageFromId,
  stageToId: move.stageToId,
  outcomeFrom: move.outcomeFrom,
  outcomeTo: move.outcomeTo,
  amountFrom: amountIn(move.amountFromMinor, move.currency),
  amountTo: amountIn(move.amountToMinor, move.currency),
  closeDateFrom: move.closeDateFrom,
  closeDateTo: move.closeDateTo,
  ownerFrom: presentNamedOrNull(move.ownerFrom),
  ownerTo: presentNamed(move.ownerTo),
  reason: move.reasonKey,
  note: move.note,
  correction: move.correction,
  correctsSeq: move.correctsSeq,
  withdrawn: move.withdrawn,
  redatedTo: move.redatedTo?.toISOString() ?? null,
});

const presentBooking = (booking: BookingView): BookingWire => ({
  id: booking.id,
  kind: booking.kind,
  bookingType: booking.bookingType,
  amount: presentMoney({ amountMinor: booking.amountMinor, currency: booking.currency }),
  cost: amountIn(booking.costMinor, booking.currency),
  reportingAmount: amountIn(booking.reportingAmountMinor, booking.reportingCurrency),
  rate: booking.rate,
  rateDate: booking.rateDate,
  bookingDate: booking.bookingDate,
  adjustsDate: booking.adjustsDate,
  recordedAt: booking.recordedAt.toISOString(),
  moveId: booking.moveId,
  reversesId: booking.reversesId,
  reversed: booking.reversed,
  creditOfId: booking.creditOfId,
  note: booking.note,
  restatements: booking.restatements.map((restatement) => ({
    revision: restatement.revision,
    rate: restatement.rate,
    rateDate: restatement.rateDate,
    amount: presentMoney({ amountMinor: restatement.reportingAmountMinor, currency: booking.reportingCurrency }),
    cost: amountIn(restatement.reportingCostMinor, booking.reportingCurrency),
    reason: restatement.reason,
    recordedAt: restatement.recordedAt.toISOString(),
    by: presentNamedOrNull(restatement.by),
  })),
});
