import type { OpportunityWire } from '@tandem/contracts';
import { changeOpportunity, reopenOpportunity, type Seen } from '../api/opportunities.api';

/** What an ending writes over. */
export type Before = Pick<OpportunityWire, 'stageId' | 'amount' | 'closeDate'>;

/** Takes back an ending. Opening again alone forgets when it was to close, and keeps the amount that was booked. */
export async function reopenAsBefore(
  { id, version }: Seen,
  { stageId, amount, closeDate }: Before,
  note: string,
  key: string,
): Promise<OpportunityWire> {
  const reopened = await reopenOpportunity({ id, version, toStageId: stageId, note }, key);
  // A key of its own that a second try finds again.
  return changeOpportunity({ id, version: reopened.version, amount, closeDate }, `${key}.facts`);
}
