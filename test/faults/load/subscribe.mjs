// Somebody outside wants to hear of things: an endpoint is added over the API before the load begins.
import { signInAs } from './sign-in.mjs';

/**
 * Seldom enough that telling of them, one after the other with two commits each, never becomes what the run is about: about
 * one change in thirty, and each agenda.
 */
export const toldTopics = ['opportunity.lost', 'opportunity.reopened', 'agenda.composed'];

export async function subscribe(house, client) {
  const [door] = house.doors;
  const { cookie } = await signInAs(house, client, 'administrator');
  const body = { url: `http://127.0.0.1:${house.lines.webhooks.port}/tandem`, events: toldTopics };
  const answer = await client.ask('POST', `${door}/api/v1/webhook-endpoints`, { headers: { cookie }, body });
  if (answer.status !== 201)
    throw new Error(`no webhook endpoint could be added: ${JSON.stringify(answer.body ?? answer)}`);
  house.webhookSink.trust(answer.body.secret);
}
