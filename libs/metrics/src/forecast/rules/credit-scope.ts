import type { Credit, Scope } from '../../rules/facts';

/** Whether something belongs to a scope, by whose it is: an id asks for that one, null for what has none, nothing for all. */
export const creditedIn =
  ({ teamId, officeId, personId, sourceId }: Scope) =>
  (credit: Credit): boolean =>
    (teamId === undefined || teamId === credit.teamId) &&
    (officeId === undefined || officeId === credit.officeId) &&
    (personId === undefined || personId === credit.ownerId) &&
    (sourceId === undefined || sourceId === credit.sourceId);
