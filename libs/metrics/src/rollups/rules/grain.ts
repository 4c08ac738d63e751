import type { PlainDate } from '@tandem/kernel';

export type Grain = 'day' | 'month';

/** The first day of the month a day lies in. */
export const monthOf = (day: PlainDate): PlainDate => `${day.slice(0, 7)}-01` as PlainDate;
