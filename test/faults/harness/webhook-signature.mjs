// What docs/webhooks.md tells receivers to check, done as a receiver would who has never seen our code.
import { createHmac, timingSafeEqual } from 'node:crypto';

const mostSecondsOff = 300;

/** Whether a message was signed with this secret, within five minutes of now. */
export function isGenuine({ headers, body }, secret, nowMs = Date.now()) {
  const { 'webhook-id': id, 'webhook-timestamp': seconds, 'webhook-signature': signatures = '' } = headers;
  if (!(Math.abs(nowMs / 1_000 - Number(seconds)) <= mostSecondsOff)) return false;
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const expected = createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest();
  return signatures.split(' ').some((signature) => isSame(signature, expected));
}

function isSame(signature, expected) {
  const [version, text = ''] = signature.split(',');
  const given = Buffer.from(text, 'base64');
  return version === 'v1' && given.length === expected.length && timingSafeEqual(given, expected);
}
