import { refusal, type Id, type Refusal } from '@tandem/kernel';

/** What a body points at: undefined was not given, null empties. */
export interface WishedReferences {
  readonly accountId?: Id<'account'> | null;
  readonly productId?: Id<'product'> | null;
  readonly sourceId?: Id<'source'> | null;
  readonly campaignId?: Id<'campaign'> | null;
}

export interface FoundReferences {
  readonly account: boolean;
  readonly product: boolean;
  readonly source: boolean;
  /** The source of the campaign; null when there is no such campaign. */
  readonly campaignSourceId: Id<'source'> | null;
  /** The account that the one pointed at was merged into. */
  readonly survivor?: { readonly id: Id<'account'>; readonly name: string } | null;
}

/** Do they exist, and do source and campaign belong together? A campaign names its source, so one of the two is enough. */
export function decideReferences(wish: WishedReferences, found: FoundReferences): WishedReferences | Refusal {
  if (wish.accountId && !found.account) return unknown('/accountId', 'account');
  if (wish.accountId && found.survivor) return mergedAccount(found.survivor, '/accountId');
  if (wish.productId && !found.product) return unknown('/productId', 'product');
  if (wish.sourceId && !found.source) return unknown('/sourceId', 'source');
  if (wish.campaignId && !found.campaignSourceId) return unknown('/campaignId', 'campaign');
  if (wish.campaignId && wish.sourceId && wish.sourceId !== found.campaignSourceId) {
    return refusal('opportunity.campaign_of_other_source', 'This campaign belongs to another source.', {
      pointer: '/campaignId',
    });
  }
  if (wish.campaignId) return { ...wish, sourceId: found.campaignSourceId };
  if (wish.sourceId !== undefined && wish.campaignId === undefined) return { ...wish, campaignId: null };
  return wish;
}

/** A merged account is used no more: the refusal names the one it became. */
export const mergedAccount = (
  survivor: { readonly id: Id<'account'>; readonly name: string },
  pointer: string,
): Refusal =>
  refusal('account.merged', `This account was merged into ${survivor.name}: use that one.`, {
    pointer,
    survivorId: survivor.id,
    survivor: survivor.name,
  });

const unknown = (pointer: string, noun: string): Refusal =>
  refusal('opportunity.unknown_reference', `There is no such ${noun}.`, { pointer, noun });
