// What the load needs before it begins: the demo company, somebody signed in, and opportunities of their own.
import { randomUUID } from 'node:crypto';
import { signInAs } from './sign-in.mjs';

const atOnce = 8;

/** Migrates, loads the demo and starts everything; ready when the API serves. */
export async function moveIn(house, say) {
  await Promise.all([house.database.up(), house.redis.up()]);
  say('migrating and loading the demo company');
  await house.command('migrate');
  await house.command('seed', 'demo');
  say('starting the product');
  await Promise.all([...house.apis, ...house.workers].map((part) => part.up()));
}

/** Signs in as the demo's manager and opens `count` opportunities on the sales side. */
export async function prepareFleet(house, client, count) {
  const [door] = house.doors;
  const { cookie } = await signInAs(house, client, 'manager');
  const funnel = await client.ask('GET', `${door}/api/v1/funnel`, { headers: { cookie } });
  const stages = funnel.body.stages
    .filter((stage) => stage.ownerSide === 'sales' && stage.class === 'open')
    .map(({ id }) => id);

  const fleet = [];
  const openSome = async () => {
    for (let number = fleet.push(null); number <= count; number = fleet.push(null)) {
      const body = { name: `Fault ${number}`, stageId: stages[0], amount: { amountMinor: '1000', currency: 'TWD' } };
      const headers = { cookie, 'idempotency-key': randomUUID() };
      const answer = await client.ask('POST', `${door}/api/v1/opportunities`, { headers, body });
      if (answer.status !== 201)
        throw new Error(`no opportunity could be opened: ${JSON.stringify(answer.body ?? answer)}`);
      fleet[number - 1] = { id: answer.body.id, version: answer.body.version, stageId: answer.body.stageId };
    }
  };
  await Promise.all(Array.from({ length: atOnce }, openSome));
  return { cookie, stages, fleet: fleet.filter(Boolean).slice(0, count) };
}
