import { z } from 'zod';
import { bilingual, id, instant, listOf, paging } from './shapes.contract';

export const touchSide = z.enum(['sales', 'marketing']);
export const touchKind = z.enum(['visit', 'form', 'email', 'event', 'call', 'meeting', 'demo', 'referral', 'other']);

const named = z.object({ id, name: bilingual });

/** A contact of either side with a buyer. It is never changed; `recordedAt` is when we learned of it. */
export const touch = z.object({
  id,
  opportunityId: id.nullable(),
  accountId: id.nullable(),
  source: named,
  campaign: named.nullable(),
  side: touchSide,
  kind: touchKind,
  at: instant,
  recordedAt: instant,
  recordedBy: named.nullable(),
});

/** It names an opportunity or an account, and a source or a campaign; `at` is now when it is left out. */
export const newTouch = z.strictObject({
  opportunityId: id.optional(),
  accountId: id.optional(),
  sourceId: id.optional(),
  campaignId: id.optional(),
  side: touchSide,
  kind: touchKind,
  at: instant.optional(),
});

/** The touches of one opportunity, or those of one account that name no opportunity. */
export const touchQuery = z.strictObject({ ...paging, opportunityId: id.optional(), accountId: id.optional() });
export const touchList = listOf(touch);

export type TouchWire = z.infer<typeof touch>;
export type NewTouch = z.infer<typeof newTouch>;
export type TouchQuery = z.infer<typeof touchQuery>;
