import type { Id, Money, PlainDate } from '@tandem/kernel';
import type { Edit } from './rules/decide-edit';
import type { WishedReferences } from './rules/decide-references';
import type { BookingType } from './rules/tracked-state';

export interface Opening extends WishedReferences {
  readonly name: string;
  readonly stageId: Id<'stage'>;
  /** Makes an account of this name when no account is pointed at. */
  readonly accountName?: string | undefined;
  readonly amount: Money | null;
  readonly closeDate: PlainDate | null;
  /** Default: whoever opens it. */
  readonly ownerId?: Id<'person'> | undefined;
  readonly nextStep: string | null;
  readonly nextStepDate: PlainDate | null;
  readonly bookingType: BookingType;
}

/** When it was true, if not now. */
export interface Backdated {
  readonly at?: Date;
}

export type OpportunityEdit = Omit<Edit, 'owned'> & Backdated & { readonly ownerId?: Id<'person'> };

export interface MoveWish extends Backdated {
  readonly toStageId: Id<'stage'>;
  readonly note?: string;
  readonly amount?: Money;
  readonly closeDate?: PlainDate;
}

export interface LossWish extends Backdated {
  readonly reason: string;
  readonly note?: string;
  readonly closeDate?: PlainDate;
}

/** What is said of an earlier row of the log. */
export type CorrectionWish = { readonly correctsSeq: number; readonly note: string } & (
  | { readonly kind: 'redate'; readonly at: Date }
  | { readonly kind: 'withdraw' }
);
