import { describe, expect, test } from '@jest/globals';
import { checkWeb } from './check-web';

const config = {
  NODE_ENV: 'production' as const,
  HOST: '127.0.0.1',
  PUBLIC_URL: 'https://tandem.acme.com',
  TRUST_PROXY: 1,
  WEBHOOK_ALLOW_PRIVATE: false,
  WEBHOOK_SECRET_KEY: 'x',
};

type WebConfig = Parameters<typeof checkWeb>[0];
const fired = (planted: Partial<WebConfig>) =>
  checkWeb({ ...config, ...planted })
    .filter(({ state }) => state !== 'good')
    .map(({ name, state }) => `${name} ${state}`);

describe('what the doctor finds on the way to the browser', () => {
  test('a proxy that ends the encryption gives it nothing to say', () => {
    expect(fired({})).toEqual([]);
    expect(fired({ HOST: '0.0.0.0' })).toEqual([]);
  });

  test('neither does a machine that serves itself', () => {
    expect(fired({ PUBLIC_URL: 'http://localhost:3000', TRUST_PROXY: 0 })).toEqual([]);
  });

  test.each([
    [{ NODE_ENV: 'development' as const }, ['web.environment warning']],
    [{ PUBLIC_URL: undefined, TRUST_PROXY: 0 }, ['web.public_url advice']],
    [{ PUBLIC_URL: 'https://acme.com/tandem' }, ['web.public_url advice']],
    [{ PUBLIC_URL: 'http://tandem.acme.com' }, ['web.encryption bad']],
    [{ PUBLIC_URL: 'http://localhost:3000', HOST: '0.0.0.0', TRUST_PROXY: 0 }, ['web.host warning']],
    [{ PUBLIC_URL: 'http://localhost:3000', HOST: '192.168.1.7', TRUST_PROXY: 0 }, ['web.host warning']],
    [{ TRUST_PROXY: 0 }, ['web.proxy warning']],
    [{ WEBHOOK_ALLOW_PRIVATE: true }, ['web.webhook_addresses warning']],
    [{ WEBHOOK_SECRET_KEY: undefined }, ['web.webhook_secrets advice']],
    [{ PUBLIC_URL: undefined }, ['web.public_url advice', 'web.forwarded warning']],
  ])('%j', (planted, expected) => {
    expect(fired(planted)).toEqual(expected);
  });
});
