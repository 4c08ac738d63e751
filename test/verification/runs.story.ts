import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { HealthWire, VerificationRunWire } from '@tandem/contracts';
import { newId } from '@tandem/kernel';
import { VerificationService } from '@tandem/verification';
import { anOpportunity } from '../builders/an-opportunity';
import { FixedClock } from '../support/fixed-clock';
import { startApi, type RunningApi, type SignedInClient } from '../support/start-api';
import { asOwner, type Owner } from './owner';

let api: RunningApi;
let owner: Owner;
let admin: SignedInClient;

beforeAll(async () => {
  api = await startApi({ clock: new FixedClock('2026-11-23T09:00:00.000Z') });
  owner = await asOwner();
  admin = await api.as('administrator');
  await anOpportunity(await api.as('manager'), { name: 'One' });
});
beforeEach(async () => {
  await owner.run('DELETE FROM verification_run');
  // The night before has had its own.
  await owner.run(
    `INSERT INTO verification_run (id, state, started_at, finished_at, progress, violations) VALUES (?, 'failed', '2026-11-23 03:00:00', '2026-11-23 03:00:01', '{}', NULL)`,
    [idOf(1)],
  );
});
afterAll(async () => {
  await owner.close();
  await api.stop();
});

/** Days later: whoever was signed in is not any more. */
async function wakeAt(moment: string): Promise<void> {
  api.clock.set(moment);
  admin = await api.as('administrator');
}

const tend = () => api.act(() => api.app.get(VerificationService, { strict: false }).tend());
const health = async (client = admin) => (await client.get('/verifications/latest')).body as HealthWire;
const ask = async () => (await admin.post('/verifications')).body as VerificationRunWire;
const stateOf = async (id: string) => ((await admin.get(`/verifications/${id}`)).body as VerificationRunWire).state;
const newest = async () => ((await admin.get('/verifications')).body.items as VerificationRunWire[])[0];

const idOf = (number: number): Buffer =>
  Buffer.from(`0190${number.toString(16).padStart(8, '0')}7000a000000000000000`, 'hex');

/** Keeps whoever reads merges waiting, until the end is called. */
async function holdUp(): Promise<() => Promise<void>> {
  await owner.run('LOCK TABLES account_merge WRITE');
  return () => owner.run('UNLOCK TABLES');
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await condition()); tries++) {
    if (tries > 100) throw new Error('it did not come to that');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe('a verification that somebody asks for', () => {
  test('waits for a worker, and then says in the reader’s words which laws hold', async () => {
    const asked = await admin.post('/verifications');
    expect(asked.status).toBe(202);
    expect(asked.headers.get('location')).toBe(`/api/v1/verifications/${asked.body.id}`);
    expect(asked.body).toMatchObject({ state: 'waiting', progress: null, verdicts: null, violations: null });
    expect((await health()).running).toMatchObject({ id: asked.body.id });
    await tend();
    const { running, latest, nextAt, worker } = await health();
    expect(running).toBeNull();
    expect(latest).toMatchObject({ id: asked.body.id, state: 'done', violations: 0 });
    expect(latest?.looked).toBeGreaterThan(5);
    expect(nextAt).toBe('2026-11-24T03:00:00.000Z');
    expect(worker).toEqual({ seenAt: null, isAlive: false });
    const chain = latest?.verdicts?.find(({ check }) => check === 'I5');
    expect(chain).toMatchObject({ violations: 0, looked: 2, examples: [] });
    expect(chain?.law).toBe('Every row of a log carries the hash of itself and of all rows before it.');
    const chinese = await api.as('administrator', { locale: 'zh-TW' });
    expect((await health(chinese)).latest?.verdicts?.find(({ check }) => check === 'I5')?.law).toContain('雜湊');
  });

  test('is one, however often it is asked for and by however many workers it is done', async () => {
    const asked = await Promise.all([ask(), ask(), ask()]);
    expect(new Set(asked.map(({ id }) => id)).size).toBe(1);
    await Promise.all([tend(), tend(), tend()]);
    const audit = await owner.first<{ n: number }>(`SELECT COUNT(*) AS n FROM verification_run WHERE state = 'done'`);
    expect(audit.n).toBe(1);
  });

  test('is for administrators alone', async () => {
    const officer = await api.as('revenue_officer');
    expect((await officer.get('/verifications/latest')).status).toBe(403);
    expect((await officer.post('/verifications')).status).toBe(403);
  });

  test('is stopped before a worker takes it', async () => {
    const { id } = await ask();
    expect((await admin.post(`/verifications/${id}/stop`)).body).toMatchObject({ state: 'stopped', progress: null });
    await tend();
    expect(await stateOf(id)).toBe('stopped');
    expect((await admin.post(`/verifications/${id}/stop`)).body).toMatchObject({ code: 'verification.over' });
    expect((await admin.post(`/verifications/${newId()}/stop`)).status).toBe(404);
  });

  test('shows how far it is, and is stopped in the middle', async () => {
    const { id } = await ask();
    const letGo = await holdUp();
    const tending = tend();
    try {
      await until(async () => ((await health()).running?.progress?.total ?? 0) > 0);
      expect(await stateOf(id)).toBe('running');
      await admin.post(`/verifications/${id}/stop`);
      // Whoever is at it looks once a second.
      await new Promise((resolve) => setTimeout(resolve, 1_200));
    } finally {
      await letGo();
    }
    await tending;
    expect(await stateOf(id)).toBe('stopped');
    expect((await health()).running).toBeNull();
  });

  test('that a dead worker left lying is done by another', async () => {
    const { id } = await ask();
    await owner.run(
      `UPDATE verification_run SET lease_until = NOW(3) - INTERVAL 1 SECOND, progress = '{"mark":"a dead one","done":1,"total":9}' WHERE id = ?`,
      [Buffer.from(id.replaceAll('-', ''), 'hex')],
    );
    await tend();
    expect(await stateOf(id)).toBe('done');
  });

  test('that another worker is at is left to it', async () => {
    const { id } = await ask();
    await owner.run(
      `UPDATE verification_run SET lease_until = NOW(3) + INTERVAL 60 SECOND, progress = '{"mark":"a living one","done":1,"total":9}' WHERE id = ?`,
      [Buffer.from(id.replaceAll('-', ''), 'hex')],
    );
    await tend();
    expect((await health()).running).toMatchObject({ id, state: 'running', progress: { done: 1, total: 9 } });
  });
});

describe('every night', () => {
  test('there is one verification at three in the morning, whoever plans it how often', async () => {
    await wakeAt('2026-11-24T02:59:59.000Z');
    await tend();
    expect(await newest()).toMatchObject({ state: 'failed' });
    await wakeAt('2026-11-24T03:00:00.000Z');
    await Promise.all(Array.from({ length: 5 }, tend));
    await tend();
    const { items } = (await admin.get('/verifications')).body as { items: VerificationRunWire[] };
    expect(items).toHaveLength(2);
    expect(items[0]).toMatchObject({ state: 'done', startedAt: '2026-11-24T03:00:00.000Z', verdicts: null });
  });

  test('a night that was missed is made up for once', async () => {
    await wakeAt('2026-11-28T12:00:00.000Z');
    await tend();
    await tend();
    expect((await admin.get('/verifications')).body.items).toHaveLength(2);
    expect((await health()).nextAt).toBe('2026-11-29T03:00:00.000Z');
  });

  test('thirty reports are kept', async () => {
    for (let day = 1; day <= 40; day++)
      await owner.run(
        `INSERT INTO verification_run (id, state, started_at, progress) VALUES (?, 'done', '2026-01-01' + INTERVAL ? DAY, '{}')`,
        [idOf(100 + day), day],
      );
    await tend();
    expect((await admin.get('/verifications')).body.items).toHaveLength(30);
    const kept = await owner.first<{ n: number }>('SELECT COUNT(*) AS n FROM verification_run');
    expect(kept.n).toBe(30);
  });
});

test('what is off is told: by the report, with the rows, and by an event', async () => {
  await wakeAt('2026-11-28T12:00:00.000Z');
  const restore = await owner.keep(['opportunity']);
  await owner.run('UPDATE opportunity SET amount_minor = 77');
  await ask();
  await tend();
  const { latest } = await health();
  expect(latest).toMatchObject({ state: 'done', violations: 1 });
  const [broken] = latest?.verdicts?.filter(({ violations }) => violations > 0) ?? [];
  expect(broken).toMatchObject({ check: 'I2', violations: 1, looked: 1 });
  expect(Object.keys(broken?.examples[0] ?? {})).toEqual(['opportunityId']);
  const event = await owner.first<{ told: object }>(
    `SELECT after_state AS told FROM audit_line WHERE action = 'verification.violated' AND id IN (SELECT id FROM outbox_event)`,
  );
  expect(event.told).toEqual({ violations: 1, checks: ['I2'] });
  await restore();
});
