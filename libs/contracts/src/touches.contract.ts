import { z } from 'zod';
import { bilingual, day, id, instant, line, listOf, paging } from './shapes.contract';

export const touchSide = z.enum(['sales', 'marketing']);
export const touchKind = z.enum(['visit', 'form', 'email', 'event', 'call', 'meeting', 'demo', 'referral', 'other']);

/** How a logged call went. */
export const callOutcome = z.enum(['connected', 'no_answer', 'meeting_booked']);

const named = z.object({ id, name: bilingual });

/** A contact of either side with a buyer. It is never changed; `recordedAt` is when we learned of it. */
export const touch = z.object({
  id,
  opportunityId: id.nullable(),
  accountId: id.nullable(),
  /** Null of a logged call: attribution shares nothing out to it. */
  source: named.nullable(),
  campaign: named.nullable(),
  side: touchSide,
  kind: touchKind,
  /** How a logged call went; null of every other touch. */
  outcome: callOutcome.nullable(),
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

/** A call with a buyer that was just made, and what happens next: what is left out stays, null empties. */
export const newCall = z.strictObject({
  outcome: callOutcome,
  nextStep: line(500).nullable().optional(),
  nextStepDate: day.nullable().optional(),
});

/** The touches of one opportunity, or those of one account that name no opportunity. */
export const touchQuery = z.strictObject({ ...paging, opportunityId: id.optional(), accountId: id.optional() });
export const touchList = listOf(touch);

export type TouchWire = z.infer<typeof touch>;
export type CallOutcome = z.infer<typeof callOutcome>;
export type NewCall = z.infer<typeof newCall>;
export type NewTouch = z.infer<typeof newTouch>;
export type TouchQuery = z.infer<typeof touchQuery>;
