import type { Config } from '@tandem/config';
import { check, type Check } from '../check';

type WebConfig = Pick<Config, 'NODE_ENV' | 'HOST' | 'PUBLIC_URL' | 'TRUST_PROXY' | 'WEBHOOK_ALLOW_PRIVATE'> & {
  readonly WEBHOOK_SECRET_KEY?: string | undefined;
};

const everywhere = new Set(['0.0.0.0', '::', '[::]', '*']);
const here = new Set(['127.0.0.1', 'localhost', '::1', '[::1]']);

/** Whether browsers and proxies meet the API the way it was set up for. */
export function checkWeb(config: WebConfig): Check[] {
  const { NODE_ENV, HOST, PUBLIC_URL, TRUST_PROXY } = config;
  const url = PUBLIC_URL === undefined ? null : new URL(PUBLIC_URL);
  const isEncrypted = url?.protocol === 'https:';
  const isOpen = !here.has(HOST);
  const isPublic = url !== null && !here.has(url.hostname);
  return [
    check('web.environment', `NODE_ENV=${NODE_ENV}`, NODE_ENV === 'production', {
      otherwise: 'warning',
      advice: 'Set NODE_ENV=production, unless somebody is working on the program here.',
    }),
    check('web.public_url', PUBLIC_URL ?? 'none', url !== null && url.pathname === '/' && url.search === '', {
      otherwise: 'advice',
      advice: 'Set PUBLIC_URL to the address people type, without a path: letters and invitations carry it.',
    }),
    check('web.encryption', isPublic ? url.protocol : 'this machine only', isEncrypted || !isPublic, {
      otherwise: 'bad',
      advice:
        'Put a proxy with a certificate in front and give PUBLIC_URL its https address: passwords cross the network in the clear.',
    }),
    check('web.host', HOST, !isOpen || isEncrypted, {
      otherwise: 'warning',
      advice: everywhere.has(HOST)
        ? 'It listens on every network of this machine without encryption. Set HOST=127.0.0.1 and put a proxy in front.'
        : 'It listens on a network without encryption. Put a proxy in front.',
    }),
    check('web.proxy', `TRUST_PROXY=${TRUST_PROXY}`, !isEncrypted || TRUST_PROXY > 0, {
      otherwise: 'warning',
      advice:
        'Somebody ends the encryption before the API. Set TRUST_PROXY to the number of proxies, or every visitor has the proxy’s address.',
    }),
    check(
      'web.forwarded',
      TRUST_PROXY > 0 ? 'X-Forwarded-For is believed' : 'X-Forwarded-For is ignored',
      TRUST_PROXY === 0 || url !== null,
      {
        otherwise: 'warning',
        advice:
          'Nothing says that there is a proxy (no PUBLIC_URL). Set TRUST_PROXY=0, or anybody can claim any address.',
      },
    ),
    ...checkWebhooks(config),
  ];
}

function checkWebhooks({ WEBHOOK_ALLOW_PRIVATE, WEBHOOK_SECRET_KEY }: WebConfig): Check[] {
  return [
    check(
      'web.webhook_addresses',
      WEBHOOK_ALLOW_PRIVATE ? 'WEBHOOK_ALLOW_PRIVATE=true' : 'the open internet only',
      !WEBHOOK_ALLOW_PRIVATE,
      {
        otherwise: 'warning',
        advice:
          'An administrator can have this machine call anything within the house. Take WEBHOOK_ALLOW_PRIVATE away unless receivers live there.',
      },
    ),
    check(
      'web.webhook_secrets',
      WEBHOOK_SECRET_KEY === undefined ? 'kept as they are' : 'kept encrypted',
      WEBHOOK_SECRET_KEY !== undefined,
      {
        otherwise: 'advice',
        advice:
          'Set WEBHOOK_SECRET_KEY (openssl rand -base64 32): a copy of the database would do to forge our signature.',
      },
    ),
  ];
}
