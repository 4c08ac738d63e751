import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { emptyDatabase } from '../support/empty-database';
import { testDatabaseUrl, testOwnerUrl, testRedisUrl } from '../support/servers';
import { differences, storedBytes, type StoredBytes } from './stored-bytes';

const script = fileURLToPath(new URL('write-history.mjs', import.meta.url));

/** The tables after a process that stands in this zone has written the history into a database of its own. */
async function writtenIn(zone: string, environment: Readonly<Record<string, string>> = {}): Promise<StoredBytes> {
  const ownName = (url: string): string => {
    const own = new URL(url);
    own.pathname += `_${zone.replaceAll(/\W/g, '_').toLowerCase()}`;
    return own.href;
  };
  const ownerUrl = ownName(testOwnerUrl());
  await emptyDatabase(ownerUrl);
  const addresses = {
    DATABASE_URL: ownName(testDatabaseUrl()),
    DATABASE_OWNER_URL: ownerUrl,
    REDIS_URL: testRedisUrl(),
  };
  const env = { PATH: process.env['PATH'], TZ: zone, ...addresses, ...environment };
  await new Promise<void>((resolve, reject) => {
    let said = '';
    const child = spawn(process.execPath, [script], { env, timeout: 120_000 });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (said += text.toString()));
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve() : reject(new Error(`${zone} ended with ${code}: ${said}`))));
  });
  const stored = await storedBytes(ownerUrl);
  await emptyDatabase(ownerUrl);
  return stored;
}

/** A history takes a while: every run compares the two zones that are furthest from everything, `ZONES=all` more of them. */
const others = process.env['ZONES'] === 'all' ? ['UTC', 'Asia/Tokyo', 'Asia/Kathmandu'] : ['Asia/Kathmandu'];

let newYork: StoredBytes | undefined;
let misled: StoredBytes | undefined;
const elsewhere = new Map<string, StoredBytes>();
beforeAll(async () => {
  [newYork, misled] = await Promise.all([
    writtenIn('America/New_York'),
    writtenIn('Asia/Kathmandu', { LOCAL_MOMENTS: 'yes' }),
  ]);
  for (const zone of others) elsewhere.set(zone, await writtenIn(zone));
}, 400_000);

const nothing: StoredBytes = { tables: new Map(), unwritten: [] };
const between = (one = nothing, other = nothing): string[] => differences(one, other);

test.each(others)('a process stores the same bytes in New York and in %s', (zone) => {
  expect(newYork?.tables.get('opportunity_move')?.length).toBeGreaterThan(50);
  expect(between(newYork, elsewhere.get(zone))).toEqual([]);
});

test('a process that takes the clock on its own wall for the time of the world is found out', () => {
  const tables = between(newYork, misled).map((line) => line.split(':')[0]);
  expect(tables).toEqual(expect.arrayContaining(['agenda', 'audit_line', 'booking', 'hand_off', 'opportunity_move']));
});

/** Days and moments of rows that this history does not make. */
const ofOthers = [
  // A lease is given back when the work is done.
  'delivery.lease_until',
  'import_run.lease_until',
  'verification_run.lease_until',
  // What is told to outsiders is written by the worker, and told in stories of its own.
  'webhook_attempt.at',
  'webhook_delivery.occurred_at',
  'webhook_delivery.available_at',
  'webhook_delivery.lease_until',
  'webhook_delivery.delivered_at',
  'webhook_delivery.created_at',
  'webhook_endpoint.old_secret_until',
  'webhook_endpoint.failing_since',
  'webhook_endpoint.created_at',
  // An empty installation is set up once, in stories of its own.
  'first_run.asked_at',
  'first_run.lease_until',
  // What waits to be folded has been.
  'fact_tail.at',
  'customer_tail.at',
  // These tell of the process itself, or nobody sets them yet.
  'worker_heartbeat.beat_at',
  'worker_heartbeat.started_at',
  'person.joined_on',
  'person.left_on',
];

test('every day and every moment the product keeps is written in that history', () => {
  expect(newYork?.unwritten.filter((column) => !ofOthers.includes(column))).toEqual([]);
});
