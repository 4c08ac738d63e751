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

export type OpportunityEdit = Omit<Edit, 'owned'> & { readonly ownerId?: Id<'person'> };

export interface MoveWish {
  readonly toStageId: Id<'stage'>;
  readonly note?: string;
  readonly amount?: Money;
  readonly closeDate?: PlainDate;
}

export interface LossWish {
  readonly reason: string;
  readonly note?: string;
  readonly closeDate?: PlainDate;
}
