export { Account } from './account.entity';
export { AccountMerge } from './account-merge.entity';
export { type FoundAccount } from './accounts-search.reader';
export { AccountsService } from './accounts.service';
export { BoardReader, type BoardQuery } from './board.reader';
export { Booking } from './booking.entity';
export { BookingRestatement } from './booking-restatement.entity';
export { Contact } from './contact.entity';
export { ContactsSearchReader, type FoundContact } from './contacts-search.reader';
export { CorrectionsService } from './corrections.service';
export { CreditsService } from './credits.service';
export {
  CurrencyRestatementsService,
  type RestatementResult,
  type RestatementWish,
} from './currency-restatements.service';
export { ExchangeRate } from './exchange-rate.entity';
export { ExchangeRatesReader, type RateInForce } from './exchange-rates.reader';
export { ExchangeRatesService } from './exchange-rates.service';
export { CustomerTail } from './customer-tail.entity';
export { FactTail } from './fact-tail.entity';
export { appendAccountsToTail, appendFamiliesToTail } from './fact-tail';
export { HandOff } from './hand-off.entity';
export { HandOffDeskReader, type DeskOfferView, type HandOffDesk } from './hand-off-desk.reader';
export { HandOffsReader, type HandOffQuery } from './hand-offs.reader';
export { HandOffsService } from './hand-offs.service';
export { HistoryReader } from './history.reader';
export { MyWorkReader, type MyWork, type WorkView } from './my-work.reader';
export { OpportunitiesModule } from './opportunities.module';
export { OpportunitiesService } from './opportunities.service';
export { type Books, type KnownState, type Standing } from './load-history';
export { HistoryUndo, type LoadedPart, type TakenBack } from './history-undo.service';
export { HistoryLoader } from './load-history.repository';
export { type Outline } from './load-history.standing';
export { type KnownHandOff, type KnownOpportunity } from './load-history.rows';
export { Opportunity } from './opportunity.entity';
export {
  type Backdated,
  type CorrectionWish,
  type LossWish,
  type MoveWish,
  type Opening,
  type OpportunityEdit,
} from './opportunity-wishes';
export { OpportunityMove } from './opportunity-move.entity';
export { PipelineReader, type OpportunityQuery } from './pipeline.reader';
export {
  type BoardColumnView,
  type BoardView,
  type BookingView,
  type CardView,
  type HandOffView,
  type HistoryView,
  type MoveView,
  type Named,
  type OpportunityView,
  type PageOf,
  type RestatementView,
} from './pipeline-views';
export { Product } from './product.entity';
export { ProductsService } from './products.service';
export {
  ReferencesReader,
  type AccountDetail,
  type AccountQuery,
  type AccountView,
  type ProductView,
} from './references.reader';
export { type AdjustmentWish } from './rules/decide-adjustment';
export { type CreditWish } from './rules/decide-credit';
export { isExpired, type HandOffState } from './rules/decide-hand-off';
export { type AllowedMove, type MoveMeaning } from './rules/decide-move';
export { effectiveLog, type CorrectableRow } from './rules/effective-log';
export {
  nextMoveRow,
  type MoveCorrection,
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
export { SearchReader, type FoundOpportunity, type FoundRecords } from './search.reader';
export { trackedOf, type BookingType, type Outcome, type TrackedState } from './rules/tracked-state';
export { type SentBackView } from './sent-back.reader';
export { workedBeside } from './worked-beside';
export { WaitingHandOffsReader, type WaitingHandOff, type WaitingHandOffs } from './waiting-hand-offs.reader';
export { type ViewFilter, type ViewPage } from './views/rules/view';
export { DefaultView, SavedView } from './views/saved-view.entity';
export { SavedViewsReader, type SavedViewsView, type SavedViewView } from './views/saved-views.reader';
export { SavedViewsService, type NewView } from './views/saved-views.service';
