import type { FunnelWire, HandOffWire, NewOpportunity, OpportunityWire } from '@tandem/contracts';
import type { Client } from '../support/client';

let count = 0;

type Wishes = Partial<Omit<NewOpportunity, 'stageId'>> & { readonly stage?: string };

/** Stage ids by key, as somebody who is signed in sees them. */
export async function stageIds(client: Client): Promise<Record<string, string>> {
  const { stages } = (await client.get('/funnel')).body as FunnelWire;
  return Object.fromEntries(stages.map(({ key, id }) => [key, id]));
}

/** An opportunity that somebody opens; a stage is named by its key. */
export async function anOpportunity(
  client: Client,
  { stage = 'prospect', ...wishes }: Wishes = {},
): Promise<OpportunityWire> {
  const stageId = (await stageIds(client))[stage];
  const answer = await client.post('/opportunities', { name: `Opportunity ${++count}`, stageId, ...wishes });
  if (answer.status !== 201) throw new Error(`not opened: ${JSON.stringify(answer.body)}`);
  return answer.body as OpportunityWire;
}

/** Moves it to the stage of this key, and gives back what it is then. */
export async function moved(
  client: Client,
  { id, version }: OpportunityWire,
  stage: string,
  body: object = {},
): Promise<OpportunityWire> {
  const answer = await client.post(
    `/opportunities/${id}/moves`,
    { toStageId: (await stageIds(client))[stage], ...body },
    { version },
  );
  if (answer.status !== 200) throw new Error(`not moved: ${JSON.stringify(answer.body)}`);
  return answer.body as OpportunityWire;
}

/** Offers it to a sales team. */
export async function anOffer(
  client: Client,
  { id, version }: OpportunityWire,
  toTeamId: string | null,
): Promise<HandOffWire> {
  const answer = await client.post(`/opportunities/${id}/hand-offs`, { toTeamId }, { version });
  if (answer.status !== 201) throw new Error(`not offered: ${JSON.stringify(answer.body)}`);
  return answer.body as HandOffWire;
}
