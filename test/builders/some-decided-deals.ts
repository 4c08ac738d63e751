import type { RunningApi } from '../support/start-api';
import { aHistory } from './a-history';
import type { SalesFloor } from './a-sales-floor';

interface Wishes {
  readonly won: number;
  readonly lost: number;
  /** The stage they got to before they were decided. */
  readonly stage?: string;
  /** When they were decided, and recorded. */
  readonly on: string;
}

/** Opportunities that went into a stage and were won or lost on one day. */
export async function someDecidedDeals(
  api: RunningApi,
  { teamId, amy }: SalesFloor,
  { won, lost, stage = 'define_needs', on }: Wishes,
): Promise<void> {
  const opened = { at: `${on}T08:00:00Z`, stage: 'prospect' };
  const entered = { at: `${on}T09:00:00Z`, stage };
  const deal = { teamId, ownerId: amy };
  for (let number = 0; number < won + lost; number++) {
    const end = number < won ? { stage: 'implement' } : { outcome: 'lost' as const };
    await aHistory(api, { ...deal, steps: [opened, entered, { at: `${on}T10:00:00Z`, ...end }] });
  }
}
