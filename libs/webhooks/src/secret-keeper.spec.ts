import { randomBytes } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import type { Config } from '@tandem/config';
import { newId } from '@tandem/kernel';
import { SecretKeeper } from './secret-keeper';

const keeper = (key?: Buffer) => new SecretKeeper({ WEBHOOK_SECRET_KEY: key?.toString('base64') } as Config);
const key = randomBytes(32);
const secret = randomBytes(32);
const [mine, other] = [newId<'webhook_endpoint'>(), newId<'webhook_endpoint'>()];

describe('the secret of an endpoint', () => {
  test('is read back, and fits its column', () => {
    for (const one of [keeper(), keeper(key)]) {
      expect(one.read(one.keep(secret, mine), mine)).toEqual(secret);
      expect(one.keep(secret, mine).length).toBeLessThanOrEqual(200);
    }
  });

  test('cannot be seen at rest once there is a key', () => {
    expect(keeper().keep(secret, mine).includes(secret)).toBe(true);
    expect(keeper(key).keep(secret, mine).includes(secret)).toBe(false);
    expect(keeper(key).keep(secret, mine)).not.toEqual(keeper(key).keep(secret, mine));
  });

  test('survives the introduction of a key', () => {
    expect(keeper(key).read(keeper().keep(secret, mine), mine)).toEqual(secret);
  });

  test('is of no use with another key, for another endpoint, or changed', () => {
    const kept = keeper(key).keep(secret, mine);
    expect(() => keeper(randomBytes(32)).read(kept, mine)).toThrow('webhook.other_key');
    expect(() => keeper().read(kept, mine)).toThrow('webhook.other_key');
    expect(() => keeper(key).read(kept, other)).toThrow();
    kept[kept.length - 1] = (kept.at(-1) ?? 0) ^ 1;
    expect(() => keeper(key).read(kept, mine)).toThrow();
  });
});
