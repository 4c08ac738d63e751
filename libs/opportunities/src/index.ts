export { Account } from './account.entity';
export { Booking } from './booking.entity';
export { Contact } from './contact.entity';
export { ExchangeRate } from './exchange-rate.entity';
export { HandOff } from './hand-off.entity';
export { type Books, type KnownState, type Standing } from './load-history';
export { HistoryLoader, type KnownHandOff, type KnownOpportunity } from './load-history.repository';
export { Opportunity } from './opportunity.entity';
export { OpportunityMove } from './opportunity-move.entity';
export { Product } from './product.entity';
export { type HandOffState } from './rules/decide-hand-off';
export { type AllowedMove, type MoveMeaning } from './rules/decide-move';
export {
  nextMoveRow,
  type MoveCircumstances,
  type MoveOrigin,
  type MovePrecision,
  type MoveRow,
} from './rules/next-move-row';
export {
  postBooking,
  reverseBooking,
  type Bookable,
  type BookingRow,
  type DatedRate,
  type Posting,
} from './rules/post-booking';
export { daysInStage, isStale } from './rules/stale';
export { trackedOf, type BookingType, type Outcome, type TrackedState } from './rules/tracked-state';
