import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { appendOnly, hashOfMoveSql } from '@tandem/database';
import { hashOfSeal } from '@tandem/outbox';
import { anOpportunity, stageIds } from '../builders/an-opportunity';
import { startApi, type RunningApi, type SignedInClient } from '../support/start-api';
import { startWorker, type TestWorker } from '../support/start-worker';

let api: RunningApi;
let worker: TestWorker;
let manager: SignedInClient;

beforeAll(async () => {
  api = await startApi();
  worker = await startWorker(api.clock);
  manager = await api.as('manager');
});
afterAll(async () => {
  await worker.stop();
  await api.stop();
});

test('every row of the log carries the hash that the database itself computes from its columns and the row before', async () => {
  const stages = await stageIds(manager);
  const { id } = await anOpportunity(manager, {
    name: '鏈條',
    amount: { amountMinor: '123456789012', currency: 'TWD' },
  });
  const toStageId = stages['propose'];
  const note = '客戶要求 | “延後” 😀';
  const moved = await manager.post(`/opportunities/${id}/moves`, { toStageId, note }, { version: 1 });
  expect(moved.status).toBe(200);
  const rows = await api.database.query<{ seq: number; isRight: number; isTail: number }>(
    `SELECT m.seq, m.hash = ${hashOfMoveSql('m', 'p.hash')} AS isRight, m.hash = o.log_hash AS isTail
     FROM opportunity_move m JOIN opportunity o ON o.id = m.opportunity_id
     LEFT JOIN opportunity_move p ON p.opportunity_id = m.opportunity_id AND p.seq = m.seq - 1 ORDER BY m.seq`,
  );
  expect(rows.map(({ seq, isRight, isTail }) => [seq, Number(isRight), Number(isTail)])).toEqual([
    [1, 1, 0],
    [2, 1, 1],
  ]);
});

test('a move, its audit line and its event are one happening under one id', async () => {
  const [counted] = await api.database.query<{ moves: string; told: string }>(
    `SELECT COUNT(*) AS moves, SUM(a.id IS NOT NULL AND e.id IS NOT NULL) AS told FROM opportunity_move m
     LEFT JOIN audit_line a ON a.id = m.id LEFT JOIN outbox_event e ON e.id = m.id`,
  );
  expect(Number(counted?.moves)).toBe(2);
  expect(Number(counted?.told)).toBe(2);
});

test('the relay seals every audit line once, each seal chained to the one before', async () => {
  await worker.run('relay-outbox');
  await anOpportunity(manager);
  await worker.run('relay-outbox');
  await worker.run('relay-outbox');
  const seals = await api.database.query<{ lineCount: number; prevHash: Buffer | null; hash: Buffer; lines: Buffer }>(
    'SELECT line_count AS lineCount, prev_hash AS prevHash, hash, lines_sealed AS `lines` FROM audit_seal ORDER BY seq',
  );
  const [audit] = await api.database.query<{ n: string }>('SELECT COUNT(*) AS n FROM audit_line');
  expect(seals.length).toBe(2);
  expect(seals.reduce((sum, { lineCount }) => sum + lineCount, 0)).toBe(Number(audit?.n));
  seals.forEach(({ prevHash, hash, lines }, place) => {
    expect(prevHash).toEqual(seals[place - 1]?.hash ?? null);
    expect(hashOfSeal(prevHash, lines)).toEqual(hash);
  });
});

test.each([...appendOnly])('the application cannot change or remove what is kept in %s', async (table) => {
  const column = { account_merge: 'note', audit_seal: 'sealed_at', period_lock: 'note' }[table as string] ?? 'id';
  const target = table === 'booking_restatement' ? 'reason' : column;
  const denied = { errno: 1142 };
  await expect(
    api.database.write(() => api.database.run(`UPDATE ${table} SET ${target} = ${target}`)),
  ).rejects.toMatchObject(denied);
  await expect(api.database.write(() => api.database.run(`DELETE FROM ${table}`))).rejects.toMatchObject(denied);
});

test('the application cannot make the database forget real records', async () => {
  await expect(api.database.write(() => api.database.run('CALL forget_ledger()'))).rejects.toThrow('real records');
});

test('nor by saying that they are not real', async () => {
  await api.database.write(() => api.database.run(`UPDATE organisation SET holds = 'demo'`));
  await expect(api.database.write(() => api.database.run('CALL forget_ledger()'))).rejects.toThrow('real records');
  await api.database.write(() => api.database.run(`UPDATE organisation SET holds = 'real'`));
});
