import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { kindsOfWork } from '@tandem/jobs';
import { WebhookSender } from '@tandem/webhooks';
import { anOffer, anOpportunity } from '../builders/an-opportunity';
import { aSeries } from '../builders/a-series';
import { FixedClock } from '../support/fixed-clock';
import { startApi, type RunningApi, type SignedInClient } from '../support/start-api';
import { noRedis, startWorker, type TestWorker } from '../support/start-worker';
import { startWebhookSink, type WebhookSink } from '../support/webhook-sink';

jest.setTimeout(120_000);

let api: RunningApi;
let workers: readonly [TestWorker, TestWorker];
let chair: SignedInClient;
let sink: WebhookSink;
beforeAll(async () => {
  const environment = { WEBHOOK_ALLOW_PRIVATE: 'true' }; // the receiver is in this house
  api = await startApi({ clock: new FixedClock('2026-02-27T09:00:00.000Z'), environment });
  const alone = { ...noRedis, ...environment };
  workers = [await startWorker(api.clock, alone), await startWorker(api.clock, alone)];
  sink = await startWebhookSink();
  chair = await api.as('revenue_officer', { name: 'Ann' });
});
afterAll(async () => {
  await Promise.all(workers.map((worker) => worker.stop()));
  await sink.stop();
  await api.stop();
});

/** A job only begins with what goes to outsiders. */
const quiet = () => Promise.all(workers.map(({ app }) => app.get(WebhookSender, { strict: false }).quiet()));

/** What every table holds, as one number each. */
async function contents(): Promise<Record<string, string>> {
  const tables = await api.database.query<{ name: string }>(
    'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE()',
  );
  const sums = await api.database.query<{ Table: string; Checksum: string }>(
    `CHECKSUM TABLE ${tables.map(({ name }) => `\`${name}\``).join(', ')} EXTENDED`,
  );
  return Object.fromEntries(sums.map(({ Table, Checksum }) => [Table.split('.').at(-1) ?? '', String(Checksum)]));
}
const count = async (from: string): Promise<number> => {
  const [row] = await api.database.query<{ n: string }>(`SELECT COUNT(*) AS n FROM ${from}`);
  return Number(row?.n);
};
const letter = async (): Promise<string> =>
  ((await chair.get('/deliveries?state=pending')).body.items[0] as { id: string }).id;

/** An upload, as the import page sends it. */
function exported(): FormData {
  const form = new FormData();
  for (const name of ['accounts.csv', 'products.csv', 'sales_teams.csv', 'sales_pipeline.csv']) {
    const content = readFileSync(new URL(`../fixtures/crm-sales/${name}`, import.meta.url));
    form.append('files', new Blob([content]), name);
  }
  return form;
}

/** Makes something to do for each kind of work, in this order; what the one leaves the next one finds. */
const tasks: Readonly<Record<string, () => Promise<Record<string, string> | void>>> = {
  'wake-planner': async () => {
    const members = [await api.as('rep'), await api.as('rep')].map(({ person }) => person);
    await aSeries(api, { chair: chair.person, members });
    api.clock.set('2026-03-01T10:00:00Z');
    chair = await api.signIn(chair.person);
  },
  'send-delivery': async () => ({ id: await letter() }),
  'take-over-letters': async () => {
    await api.database.write(() =>
      api.database.run(
        `UPDATE delivery SET state = 'claimed', lease_until = NOW(3) - INTERVAL 1 SECOND WHERE state = 'pending' LIMIT 1`,
      ),
    );
  },
  'sweep-deliveries': async () => undefined,
  'relay-outbox': async () => undefined,
  'take-imports': async () => {
    const admin = await api.as('administrator');
    expect((await admin.post('/imports/crm-sales', exported())).status).toBe(202);
  },
  'expire-hand-offs': async () => {
    const [marketer, rep] = [await api.as('marketer'), await api.as('rep')];
    await anOffer(marketer, await anOpportunity(marketer, { stage: 'qualify' }), rep.person.teamId);
    api.clock.advance(40 * 86_400_000);
  },
  'snapshot-forecasts': async () => undefined, // weeks have passed since anything was recorded
  'send-webhooks': async () => {
    const admin = await api.as('administrator');
    const endpoint = { url: `${sink.url}/${admin.person.id}`, events: ['hand_off.expired'] };
    const { id } = (await admin.post('/webhook-endpoints', endpoint)).body as { id: string };
    expect((await admin.post(`/webhook-endpoints/${id}/deliveries`)).status).toBe(202);
  },
  'fold-figures': async () => {
    await anOpportunity(await api.as('rep'));
  },
  'beat-heart': async () => undefined,
  'verify-records': async () => undefined,
  prune: async () => api.clock.advance(40 * 86_400_000),
};

/** All kinds of work: those with something to do first, because their order counts. */
const kinds = [...new Set([...Object.keys(tasks), ...kindsOfWork.map(({ name }) => name)])];

test.each(kinds)('%s does its work, and a second time changes nothing', async (name) => {
  const data = (await tasks[name]?.()) ?? {};
  const before = await contents();
  await workers[0].run(name, data);
  await quiet();
  const once = await contents();
  if (name in tasks) expect(once).not.toEqual(before);
  await workers[0].run(name, data);
  await workers[1].run(name, data);
  await quiet();
  const twice = await contents();
  if (name === 'beat-heart') once['worker_heartbeat'] = twice['worker_heartbeat'] ?? ''; // one row a worker
  expect(twice).toEqual(once);
});

test('two workers that get every job one to five times, in any order and at once, do everything once', async () => {
  await tasks['wake-planner']?.();
  await tasks['take-imports']?.();
  await tasks['expire-hand-offs']?.();
  api.clock.set('2026-03-01T10:00:00Z');
  const letters = await count('delivery');
  await Promise.all(workers.map((worker) => worker.run('wake-planner')));
  const made = (await count('delivery')) - letters;
  expect(made).toBe(3);
  api.clock.set('2026-06-20T10:00:00Z');
  chair = await api.signIn(chair.person);
  // Only now: what has been due for a month is given up, when the job that forgets comes before the one that sends.
  await tasks['send-webhooks']?.();
  const id = await letter();
  const jobs = kindsOfWork
    .flatMap((job) => Array.from({ length: 1 + Math.floor(Math.random() * 5) }, () => job.name))
    .map((name) => ({ name, at: Math.random() }))
    .toSorted((one, other) => one.at - other.at);
  await Promise.all(
    workers.map(async (worker) => {
      for (const { name } of jobs) await worker.run(name, name === 'send-delivery' ? { id } : {});
    }),
  );
  for (const worker of workers)
    for (const { name } of kindsOfWork) if (name !== 'send-delivery') await worker.run(name);
  // What the last ones brought about is told, too.
  await workers[0].run('relay-outbox');
  await workers[0].run('send-webhooks');
  await quiet();
  expect(await count(`delivery WHERE state <> 'sent' OR attempts <> 1`)).toBe(0);
  expect(await count(`outbox_event WHERE state = 'pending'`)).toBe(0);
  expect(await count(`webhook_delivery WHERE state <> 'delivered' OR attempts <> 1`)).toBe(0);
  const came = sink.received.map(({ path, headers }) => `${path} ${String(headers['webhook-id'])}`);
  expect(came.length).toBeGreaterThanOrEqual(4); // a trial to each of the two endpoints, and two hand-offs expired
  expect(came).toEqual([...new Set(came)]);
  expect(await count(`audit_line WHERE action = 'agenda.composed'`)).toBe(await count('agenda'));
  expect(await count(`audit_line WHERE action = 'import.done'`)).toBe(await count('import_run'));
  expect(await count(`import_run WHERE state <> 'done'`)).toBe(0);
  expect(await count(`hand_off WHERE state = 'expired'`)).toBe(2);
  expect(await count(`audit_line WHERE action LIKE 'hand_off.%' AND action LIKE '%expired'`)).toBe(2);
});
