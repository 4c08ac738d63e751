import type { PlainDate } from '@tandem/kernel';

/** What was booked on a day, for planning goals by hindsight and telling past meetings. */
export interface Booked {
  readonly day: PlainDate;
  readonly team: string;
  readonly person: string;
  readonly amount: number;
  readonly account: string | null;
  readonly closes: boolean;
}
