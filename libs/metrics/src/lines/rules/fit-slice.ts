import type { BookingFact, Credit, Scope } from '../../rules/facts';

/** What a booking line says beside whose it is. */
export interface BookingTraits {
  readonly campaignId: string | null;
  readonly productId: string | null;
  /** Of the customer today; nobody keeps what it was. */
  readonly segment: string | null;
  readonly bookingType: string;
  /** The line's own. */
  readonly currency: string;
  readonly recordedAt: Date;
}

export type TraitedLine = BookingFact & BookingTraits;

/** What a question about booking lines is narrowed to: an id, null for lines without the attribute, nothing for all. */
export interface LineScope extends Scope {
  readonly campaignId?: string | null | undefined;
  readonly productId?: string | null | undefined;
  readonly segment?: string | null | undefined;
}

/** Whether a line belongs to a scope, by whose and what it was when it was booked. */
export const fitsSlice = (line: TraitedLine, scope: LineScope): boolean =>
  isCreditedTo(line, scope) &&
  fits(scope.campaignId, line.campaignId) &&
  fits(scope.productId, line.productId) &&
  fits(scope.segment, line.segment);

/** Whether something that happened belongs to a scope, by whose it was then. */
export const isCreditedTo = ({ teamId, officeId, ownerId, sourceId }: Credit, scope: Scope): boolean =>
  fits(scope.teamId, teamId) &&
  fits(scope.officeId, officeId) &&
  fits(scope.personId, ownerId) &&
  fits(scope.sourceId, sourceId);

/** Whether nothing narrows a question. */
export const isWhole = (scope: LineScope): boolean => Object.values(scope).every((wished) => wished === undefined);

const fits = (wished: string | null | undefined, actual: string | null): boolean =>
  wished === undefined || wished === actual;
