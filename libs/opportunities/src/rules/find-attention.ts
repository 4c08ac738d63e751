import type { PlainDate } from '@tandem/kernel';

/** Why an open opportunity needs somebody to look at it. */
export type Attention = 'step_overdue' | 'close_date_passed' | 'no_next_step';

interface Planned {
  readonly nextStep: string | null;
  readonly nextStepDate: PlainDate | null;
  readonly closeDate: PlainDate | null;
}

/** What is wrong with the plan of an open opportunity; a day is missed once it is over. */
export const findAttention = ({ nextStep, nextStepDate, closeDate }: Planned, today: PlainDate): Attention[] => [
  ...(nextStepDate !== null && nextStepDate < today ? ['step_overdue' as const] : []),
  ...(closeDate !== null && closeDate < today ? ['close_date_passed' as const] : []),
  ...(nextStep === null ? ['no_next_step' as const] : []),
];
