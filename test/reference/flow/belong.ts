import { officesOf, survivorsOf } from '../books/find-places';
import { inOrder } from '../exact';
import type { History, MoveRow, OpportunityRow } from '../history/history';
import type { Reading } from '../history/read-log';
import type { Whose } from './case';

const followed = ['accountId', 'campaignId', 'productId', 'sourceId'] as const;
type Belonging = Pick<OpportunityRow, (typeof followed)[number]>;

/**
 * What opportunities belonged to at a moment (null: what they belong to), which their log does not follow: each value as it was before
 * its first change after that moment, told by the audit trail.
 */
export function belongingsOf({ opportunities, audit }: History, by: Date | null): (id: string) => Belonging {
  const later = inOrder(
    audit.filter((line) => by !== null && line.objectKind === 'opportunity' && line.at > by),
    (one, other) => one.at < other.at || (one.at.getTime() === other.at.getTime() && one.id < other.id),
  );
  const all = new Map(
    opportunities.map((row) => {
      const lines = later.filter(({ objectId }) => objectId === row.id);
      const told = followed.map((name) => {
        const first = lines.find(({ beforeState }) => beforeState?.[name] !== undefined);
        return [name, first ? first.beforeState?.[name] : row[name]];
      });
      return [row.id, Object.fromEntries(told) as Belonging];
    }),
  );
  return (id) => all.get(id) ?? { accountId: null, campaignId: null, productId: null, sourceId: null };
}

type Holder = Pick<MoveRow, 'opportunityId' | 'ownerToId' | 'teamToId'>;

/** By whose knowledge: what was recorded by a moment (null: everything), read as reported or as restated. */
export interface Knowledge {
  readonly by: Date | null;
  readonly reading: Reading;
}

/**
 * Whose an event of an opportunity is: of the person and team of its moment, and of what the opportunity belonged to by what is known.
 * As restated a merged account is the one it has become.
 */
export function creditsOf(history: History, { by, reading }: Knowledge): (event: Holder) => Whose {
  const belonging = belongingsOf(history, by);
  const merges = reading === 'reported' ? [] : history.merges.filter(({ mergedAt }) => by === null || mergedAt <= by);
  const survivorOf = survivorsOf({ ...history, merges });
  const officeOf = officesOf(history);
  const segmentOf = segmentsOf(history);
  return ({ opportunityId, ownerToId, teamToId }) => {
    const { accountId, campaignId, productId, sourceId } = belonging(opportunityId);
    return {
      teamId: teamToId,
      officeId: officeOf(teamToId),
      personId: ownerToId,
      sourceId,
      campaignId,
      segment: segmentOf(accountId === null ? null : survivorOf(accountId)),
      productId,
    };
  };
}

/** Segments are those of today. */
export const segmentsOf =
  ({ accounts }: History) =>
  (accountId: string | null): string | null =>
    accounts.find(({ id }) => id === accountId)?.segment ?? null;
