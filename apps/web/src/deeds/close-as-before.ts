import type { OpportunityWire } from '@tandem/contracts';
import { cancelOpportunity, loseOpportunity, readHistory, type Seen } from '../api/opportunities.api';

type Ended = Pick<OpportunityWire, 'outcome' | 'lossReason' | 'closeDate'>;

/** Ends it again as it had ended, with what was said then: `note` stands only where nobody said anything. */
export async function closeAsBefore(
  { id, version }: Seen,
  { outcome, lossReason, closeDate }: Ended,
  note: string,
  key: string,
): Promise<OpportunityWire> {
  const said = await noteOf(id, outcome);
  if (outcome === 'cancelled') return cancelOpportunity({ id, version, note: said ?? note }, key);
  const loss = {
    reason: lossReason ?? 'unknown',
    ...(said ? { note: said } : {}),
    ...(closeDate ? { closeDate } : {}),
  };
  return loseOpportunity({ id, version, ...loss }, key);
}

/** What was written when it last came to this end. */
async function noteOf(id: string, outcome: Ended['outcome']): Promise<string | null> {
  const { moves } = await readHistory(id);
  const ended = moves.findLast(({ outcomeFrom, outcomeTo }) => outcomeTo === outcome && outcomeFrom !== outcome);
  return ended?.note ?? null;
}
