import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { digestOfAuditLine } from '@tandem/database';
import { checkIds, Verifier } from '@tandem/verification';
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

  test('all hold of records from before a row and its audit line had one id, and before there were seals', async () => {
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

  test('each has a violation planted for it', () => {
    const planted = new Set(plants.map(({ fires }) => fires[0]));
    expect(checkIds.filter((id) => !planted.has(id))).toEqual([]);
  });

  test.each(plants.map((plant) => [plant.what, plant] as const))('%s is seen, and nothing else', async (_, plant) => {
    const restore = await owner.keep(plant.tables);
    try {
      await plant.plant(owner, house);
      const found = await broken();
      expect(found.map(({ id }) => id).toSorted()).toEqual([...plant.fires].toSorted());
      for (const { examples } of found) expect(examples.length).toBeGreaterThan(0);
    } finally {
      await restore();
    }
    expect(await broken()).toEqual([]);
  });
});
