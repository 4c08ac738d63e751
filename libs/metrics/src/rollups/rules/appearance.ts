import type { PlainDate } from '@tandem/kernel';
import type { Credit, NewCustomerVariant } from '../../rules/facts';
import type { CellReading } from './cell';

/** What an account is in a period: 1 or nothing of each. */
export type CustomerRole = 'costed' | 'winning' | NewCustomerVariant;
export const customerRoles = [
  'costed',
  'winning',
  'first_order',
  'connected_new',
  'win_back',
] as const satisfies readonly CustomerRole[];

/** Several roles stand in one number, a bit each. */
export const roleBits: Readonly<Record<CustomerRole, number>> = {
  costed: 1,
  winning: 2,
  first_order: 4,
  connected_new: 8,
  win_back: 16,
};

/** What an account is by its bookings of one day and credit: some of the roles, since a day (or no more, with sign −1) and by a reading. */
export interface Appearance extends Omit<Credit, 'officeId'> {
  readonly date: PlainDate;
  /** By `roleBits`; never 0. */
  readonly roles: number;
  readonly reading: CellReading;
  readonly known: PlainDate;
  readonly sign: 1 | -1;
}

/** By account, each list in the order of `inOrder`; accounts that are nothing are absent. */
export type Appearances = ReadonlyMap<string, readonly Appearance[]>;

/** By the day they are known; the order of all else only has to be one. */
export const inOrder = (appearances: readonly Appearance[]): readonly Appearance[] => {
  if (appearances.length < 2) return appearances;
  const places = new Map(appearances.map((one) => [one, placeOf(one)]));
  return appearances.toSorted((one, other) => ((places.get(one) ?? '') < (places.get(other) ?? '') ? -1 : 1));
};

/** Where an appearance stands among those of its account. */
export const placeOf = ({ known, date, reading, sign, ownerId, teamId, sourceId }: Appearance): string =>
  `${known} ${date} ${reading} ${sign} ${ownerId} ${teamId} ${sourceId}`;
