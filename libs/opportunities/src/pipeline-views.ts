import type { Currency, Id, Money, PlainDate } from '@tandem/kernel';
import type { BookingRestatement } from './booking-restatement.entity';
import type { BookingRow } from './rules/post-booking';
import type { AllowedMove } from './rules/decide-move';
import type { HandOffState } from './rules/decide-hand-off';
import type { MoveRow } from './rules/next-move-row';
import type { BookingType, ForecastCategory, Outcome } from './rules/tracked-state';

/** Something with a name in one or two languages. */
export interface Named<What extends string> {
  readonly id: Id<What>;
  readonly name: string;
  readonly nameZh: string | null;
}

export interface HandOffView {
  readonly id: Id<'hand_off'>;
  readonly opportunityId: Id<'opportunity'>;
  readonly opportunityName: string;
  readonly account: Omit<Named<'account'>, 'id'> | null;
  readonly state: HandOffState;
  readonly fromTeamId: Id<'team'>;
  readonly toTeamId: Id<'team'>;
  /** Whom in that team it is meant for; null when anybody may take it. */
  readonly toPerson: Named<'person'> | null;
  readonly offeredBy: Named<'person'> | null;
  readonly offeredAt: Date;
  readonly dueAt: Date;
  readonly answeredBy: Named<'person'> | null;
  readonly answeredAt: Date | null;
  readonly reason: string | null;
  readonly note: string | null;
  /** Still waiting after its time. */
  readonly overdue: boolean;
  /** Whether the one who asks may answer it, or give it back once accepted. */
  readonly mayAnswer: boolean;
  readonly version: number;
}

export interface CardView {
  readonly id: Id<'opportunity'>;
  readonly name: string;
  readonly account: Named<'account'> | null;
  readonly stageId: Id<'stage'>;
  readonly outcome: Outcome;
  readonly amount: Money | null;
  readonly closeDate: PlainDate | null;
  readonly owner: Named<'person'>;
  readonly teamId: Id<'team'>;
  readonly nextStep: string | null;
  readonly nextStepDate: PlainDate | null;
  readonly stageEnteredAt: Date;
  readonly daysInStage: number;
  readonly stale: boolean;
  readonly openHandOff: HandOffView | null;
  readonly version: number;
}

export interface OpportunityView extends CardView {
  readonly product: Named<'product'> | null;
  readonly contact: {
    readonly id: Id<'contact'>;
    readonly name: string;
    readonly email: string | null;
    readonly phone: string | null;
  } | null;
  readonly cost: Money | null;
  readonly probability: number | null;
  readonly forecastCategory: ForecastCategory | null;
  readonly bookingType: BookingType;
  readonly marketingOwner: Named<'person'> | null;
  readonly marketingTeamId: Id<'team'> | null;
  readonly source: Named<'source'> | null;
  readonly campaign: Named<'campaign'> | null;
  readonly lossReason: string | null;
  readonly createdAt: Date;
  /** Since when it counts nowhere, because the import that brought it was taken back. */
  readonly undoneAt: Date | null;
  readonly moves: readonly AllowedMove[];
  readonly mayEdit: boolean;
}

export interface BoardColumnView {
  readonly stageId: Id<'stage'>;
  readonly count: number;
  /** In the reporting currency, of all whose amount is known and convertible; null when there are some but none of these. */
  readonly total: Money | null;
  readonly weighted: Money | null;
  readonly withoutAmount: number;
  readonly cards: readonly CardView[];
}

export interface BoardView {
  readonly columns: readonly BoardColumnView[];
  readonly lost: { readonly count: number; readonly total: Money | null };
}

export interface MoveView extends Omit<MoveRow, 'actorId' | 'ownerFromId' | 'ownerToId' | 'hash'> {
  readonly actor: Named<'person'> | null;
  readonly ownerFrom: Named<'person'> | null;
  readonly ownerTo: Named<'person'>;
  /** Taken back by a later row: it never was. */
  readonly withdrawn: boolean;
  /** When it was true by what is known now, where a later row says otherwise than its own `at`. */
  readonly redatedTo: Date | null;
}

/** What a line of money is: posted by a win, taking another back, or posted by hand. */
export type BookingKind = 'booking' | 'reversal' | 'credit' | 'adjustment';

export interface RestatementView extends Pick<
  BookingRestatement,
  'revision' | 'rate' | 'rateDate' | 'reportingAmountMinor' | 'reportingCostMinor' | 'reason' | 'recordedAt'
> {
  readonly by: Named<'person'> | null;
}

export interface BookingView extends Omit<
  BookingRow,
  'opportunityId' | 'accountId' | 'productId' | 'ownerId' | 'teamId' | 'sourceId' | 'campaignId'
> {
  readonly kind: BookingKind;
  /** Another line takes this one back. */
  readonly reversed: boolean;
  /** Oldest first; the last is what it is worth as restated. */
  readonly restatements: readonly RestatementView[];
}

export interface HistoryView {
  readonly moves: readonly MoveView[];
  readonly handOffs: readonly HandOffView[];
  readonly bookings: readonly BookingView[];
}

/** A part of a list, and where it goes on. */
export interface PageOf<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
}

export const moneyOf = (amountMinor: bigint | null, currency: Currency): Money | null =>
  amountMinor === null ? null : { amountMinor, currency };

/** Picks `<prefix>Id`, `<prefix>Name`, `<prefix>NameZh` of a joined row. */
export function namedOf<What extends string>(row: object, prefix: string): Named<What> | null {
  const joined = row as Readonly<Record<string, string | null>>;
  const id = joined[`${prefix}Id`] as Id<What> | null | undefined;
  const name = joined[`${prefix}Name`];
  return id && name ? { id, name, nameZh: joined[`${prefix}NameZh`] ?? null } : null;
}
