import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { digestOfAuditLine } from '@tandem/database';
import { checkIds, Verifier, type CheckId } from '@tandem/verification';
import { WebhookSender } from '@tandem/webhooks';
import { asOwner, type Owner } from './owner';
import { aLivedInHouse, type LivedInHouse } from './lived-in-house';
import { plants } from './plants';

let house: LivedInHouse;
let owner: Owner;

beforeAll(async () => {
  house = await aLivedInHouse();
  owner = await asOwner();
}, 60_000);
afterAll(async () => {
  await owner.close();
  await house.stop();
});

/** Whatever is changed past the application is not what the sums were made of: of the other plants these laws are not asked. */
const isOfSums = (id: CheckId) => id.startsWith('I25');

const verify = () => house.api.app.get(Verifier, { strict: false }).verify();
const broken = async () => (await verify()).verdicts.filter(({ violations }) => violations > 0);

describe('the laws of the records', () => {
  test('all hold where everything was done through the product, and each was asked of some rows', async () => {
    const { verdicts, violations } = await verify();
    expect(violations).toBe(0);
    // Nothing is left lying and no account was merged here: these laws have nothing to look at.
    const idle = verdicts.filter(({ looked }) => looked === 0).map(({ id }) => id);
    expect(idle).toEqual([]);
  });

  test('all hold of records from before a row and its audit line had one id, before there were seals, and before lines had digests', async () => {
    const restore = await owner.keep([
      'audit_line',
      'audit_seal',
      'outbox_event',
      'webhook_delivery',
      'webhook_attempt',
    ]);
    try {
      for (const table of ['outbox_event', 'audit_seal', 'webhook_attempt', 'webhook_delivery'])
        await owner.run(`DELETE FROM ${table}`);
      await owner.run('UPDATE audit_line SET id = UNHEX(MD5(id)) WHERE id IN (SELECT id FROM opportunity_move)');
      await owner.run(
        `UPDATE audit_line SET after_state = JSON_REMOVE(after_state, '$.booked', '$.bookingType', '$.rate', '$.figuresDigest')`,
      );
      await owner.run('SET SESSION group_concat_max_len = 16777216');
      await owner.run(`INSERT INTO audit_seal (seq, sealed_at, line_count, lines_sealed, prev_hash, hash)
        SELECT 1, NOW(3), line_count, lines_sealed, NULL, UNHEX(SHA2(lines_sealed, 256)) FROM (SELECT COUNT(*) AS line_count,
          GROUP_CONCAT(CONCAT(a.id, ${digestOfAuditLine('a')}) ORDER BY a.id SEPARATOR '') AS lines_sealed FROM audit_line a) sealed`);
      expect(await broken()).toEqual([]);
    } finally {
      await restore();
    }
    expect(await broken()).toEqual([]);
  });

  test('all hold where an endpoint was made by a computer whose clock is hours behind', async () => {
    const tables = ['webhook_endpoint', 'audit_line', 'audit_seal', 'outbox_event', 'person', 'session'];
    const restore = await owner.keep([...tables, 'idempotency_key', 'webhook_delivery', 'webhook_attempt']);
    const { clock } = house.api;
    const present = clock.now().toISOString();
    try {
      clock.advance(-6 * 3_600_000);
      const admin = await house.api.as('administrator');
      const made = await admin.post('/webhook-endpoints', { url: 'http://127.0.0.1:1/', events: ['*'] });
      expect(made.status).toBe(201);
      clock.set(present);
      expect(await broken()).toEqual([]);
      clock.advance(90_000);
      await house.worker.run('relay-outbox');
      await house.worker.app.get(WebhookSender, { strict: false }).quiet();
      expect(await broken()).toEqual([]);
    } finally {
      clock.set(present);
      await restore();
    }
  });

  test('each has a violation planted for it', () => {
    const planted = new Set(plants.map(({ fires }) => fires[0]));
    expect(checkIds.filter((id) => !planted.has(id))).toEqual([]);
  });

  test.each(plants.map((plant) => [plant.what, plant] as const))('%s is seen, and nothing else', async (_, plant) => {
    const restore = await owner.keep(plant.tables);
    try {
      await plant.plant(owner, house);
      const found = (await broken()).filter(({ id }) => !isOfSums(id) || plant.fires.includes(id));
      expect(found.map(({ id }) => id).toSorted()).toEqual([...plant.fires].toSorted());
      for (const { examples } of found) expect(examples.length).toBeGreaterThan(0);
    } finally {
      await restore();
    }
  });

  // Of one plant that stays the next one would tell, for it is to be seen alone; of the last ones, and of sums, this does.
  test('all hold again when every plant is taken away', async () => {
    expect(await broken()).toEqual([]);
  });
});
