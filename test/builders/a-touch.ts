import type { TouchWire } from '@tandem/contracts';
import type { Client } from '../support/client';

interface Wishes {
  readonly opportunityId?: string;
  readonly accountId?: string;
  readonly sourceId?: string;
  readonly campaignId?: string;
  readonly at?: string;
  readonly side?: 'sales' | 'marketing';
  readonly kind?: TouchWire['kind'];
}

/** A contact with a buyer that somebody records. */
export async function aTouch(client: Client, wishes: Wishes): Promise<TouchWire> {
  const answer = await client.post('/touches', { side: 'marketing', kind: 'event', ...wishes });
  if (answer.status !== 201) throw new Error(`not recorded: ${JSON.stringify(answer.body)}`);
  return answer.body as TouchWire;
}
