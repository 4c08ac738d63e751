import type { Id } from '@tandem/kernel';

/** What one side says of the other: sales of what it is handed, marketing of what becomes of it. */
export const feedbackAbouts = ['lead_quality', 'follow_up'] as const;
export type FeedbackAbout = (typeof feedbackAbouts)[number];

export interface FeedbackWish {
  /** Of one hand-off; without it of the week as a whole. */
  readonly handOffId?: Id<'hand_off'> | null;
  /** 1 = poor … 5 = very good. */
  readonly score: number;
  readonly comment?: string | null;
}
