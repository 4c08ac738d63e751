import {
  decideOpenDay,
  isRefusal,
  localDate,
  refusal,
  type Id,
  type PlainDate,
  type Refusal,
  type Zone,
} from '@tandem/kernel';

/** What is known of the records a touch is to name. */
export interface TouchFacts {
  readonly now: Date;
  readonly zone: Zone;
  readonly lockedBefore: PlainDate | null;
  /** It is there, and whoever records the touch sees it. */
  readonly hasOpportunity: boolean;
  readonly hasAccount: boolean;
  /** The account that the one named was merged into. */
  readonly survivor: { readonly id: Id<'account'>; readonly name: string } | null;
  readonly hasSource: boolean;
  /** The source of the campaign; null when there is no such campaign. */
  readonly campaignSourceId: Id<'source'> | null;
}

export interface TouchWish {
  readonly opportunityId: Id<'opportunity'> | null;
  readonly accountId: Id<'account'> | null;
  readonly sourceId: Id<'source'> | null;
  readonly campaignId: Id<'campaign'> | null;
  /** How a logged call went; null of every other touch. */
  readonly outcome: string | null;
  readonly at: Date;
}

/** Nothing that attribution could go by was recorded before. */
const earliest = '1901-01-01';

/**
 * May this touch be recorded, and of which source is it? It names an opportunity or an account, has exactly one source (a
 * campaign says its own; a logged call may have none), and lies neither ahead nor on a locked day.
 */
export function decideTouch(
  wish: TouchWish,
  facts: TouchFacts,
): { readonly sourceId: Id<'source'> | null; readonly at: Date } | Refusal {
  const { opportunityId, accountId, sourceId, campaignId, outcome, at } = wish;
  if (opportunityId === null && accountId === null)
    return refusal('touch.of_nobody', 'Say whom it touched: an opportunity or an account.', {
      pointer: '/opportunityId',
    });
  if (opportunityId !== null && !facts.hasOpportunity) return unknown('/opportunityId', 'opportunity');
  if (accountId !== null && !facts.hasAccount) return unknown('/accountId', 'account');
  if (facts.survivor !== null) {
    const { id: survivorId, name: survivor } = facts.survivor;
    return refusal('account.merged', `This account was merged into ${survivor}: use that one.`, {
      pointer: '/accountId',
      survivorId,
      survivor,
    });
  }
  if (sourceId !== null && !facts.hasSource) return unknown('/sourceId', 'source');
  if (campaignId !== null && facts.campaignSourceId === null) return unknown('/campaignId', 'campaign');
  if (campaignId !== null && sourceId !== null && sourceId !== facts.campaignSourceId)
    return refusal('touch.campaign_of_other_source', 'This campaign belongs to another source.', {
      pointer: '/campaignId',
    });
  const source = facts.campaignSourceId ?? sourceId;
  if (source === null && outcome === null)
    return refusal('touch.source_needed', 'Say where it came from: a source or a campaign.', { pointer: '/sourceId' });
  const moment = decideMoment(at, facts);
  return isRefusal(moment) ? moment : { sourceId: source, at: moment };
}

function decideMoment(at: Date, { now, zone, lockedBefore }: TouchFacts): Date | Refusal {
  const pointer = '/at';
  if (at > now)
    return refusal('touch.ahead', 'A touch that has not happened yet cannot be recorded.', {
      pointer,
      latest: now.toISOString(),
    });
  const day = localDate(at, zone);
  if (day < earliest) return refusal('touch.too_early', `A touch lies on ${earliest} or later.`, { pointer, earliest });
  const open = decideOpenDay(day, lockedBefore, pointer);
  return isRefusal(open) ? open : at;
}

const unknown = (pointer: string, noun: string): Refusal =>
  refusal('touch.unknown_reference', `There is no such ${noun}.`, { pointer, noun });
