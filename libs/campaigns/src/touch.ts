import type { Id } from '@tandem/kernel';

export const touchSides = ['sales', 'marketing'] as const;
export type TouchSide = (typeof touchSides)[number];

/** What happened between us and a buyer. */
export const touchKinds = ['visit', 'form', 'email', 'event', 'call', 'meeting', 'demo', 'referral', 'other'] as const;
export type TouchKind = (typeof touchKinds)[number];

/** How a logged call went. */
export const callOutcomes = ['connected', 'no_answer', 'meeting_booked'] as const;
export type CallOutcome = (typeof callOutcomes)[number];

export interface NewTouch {
  /** Of one opportunity; without it the touch is its account's. */
  readonly opportunityId?: Id<'opportunity'> | null;
  readonly accountId?: Id<'account'> | null;
  /** May be left out when a campaign is named, because a campaign has a source. */
  readonly sourceId?: Id<'source'> | null;
  readonly campaignId?: Id<'campaign'> | null;
  readonly side: TouchSide;
  readonly kind: TouchKind;
  /** Of a logged call, which is work on an opportunity and so needs no source. */
  readonly outcome?: CallOutcome | null;
  /** When it happened; default now. */
  readonly at?: Date | undefined;
}
