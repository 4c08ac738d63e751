import { describe, expect, test } from '@jest/globals';
import { meansTheReceiver, retrySeconds, settleAttempt, type Tried } from './settle-attempt';

const now = new Date('2026-11-23T09:00:00Z');
const ago = (days: number) => new Date(now.getTime() - days * 86_400_000);
const refused: Tried = { outcome: 'refused', status: 500, retryAfterSeconds: null, attempts: 1, failingSince: null };
const settled = (tried: Partial<Tried>) => settleAttempt({ ...refused, ...tried }, now);
const secondsUntil = (date: Date | null) => date && (date.getTime() - now.getTime()) / 1_000;

describe('a try to hand an event over', () => {
  test('is over when the receiver says so', () => {
    expect(settled({ outcome: 'delivered', status: 204, failingSince: ago(2), attempts: 4 })).toEqual({
      state: 'delivered',
      tryAgainAt: null,
      failingSince: null,
      disableFor: null,
    });
  });

  test('is followed by nine more within a little more than three days, and then by none', () => {
    const waits = Array.from({ length: 10 }, (_, done) => secondsUntil(settled({ attempts: done + 1 }).tryAgainAt));
    expect(waits).toEqual([5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400, null]);
    expect(settled({ attempts: 10 })).toMatchObject({ state: 'failed', disableFor: null });
    const days = retrySeconds.reduce((sum, seconds) => sum + seconds, 0) / 86_400;
    expect(days).toBeGreaterThan(3);
    expect(days).toBeLessThan(4);
  });

  test.each(['refused', 'redirected', 'timed_out', 'unreachable', 'private_address'] as const)(
    'that ends %s is tried again',
    (outcome) => expect(settled({ outcome, status: null })).toMatchObject({ state: 'pending', failingSince: now }),
  );

  test('remembers since when nothing has worked', () => {
    expect(settled({ failingSince: ago(1) }).failingSince).toEqual(ago(1));
  });

  test('ends with the endpoint when nobody wants events there any more', () => {
    expect(settled({ status: 410 })).toMatchObject({ state: 'failed', tryAgainAt: null, disableFor: 'gone' });
  });

  test('ends with the endpoint after five days without a single success', () => {
    expect(settled({ failingSince: ago(4.9) }).disableFor).toBeNull();
    expect(settled({ failingSince: ago(5) }).disableFor).toBe('failing');
  });

  test('waits as long as it is asked to, within reason', () => {
    expect(secondsUntil(settled({ status: 429, retryAfterSeconds: 60 }).tryAgainAt)).toBe(60);
    expect(secondsUntil(settled({ status: 503, retryAfterSeconds: 1 }).tryAgainAt)).toBe(5);
    expect(secondsUntil(settled({ status: 503, retryAfterSeconds: 10 ** 9 }).tryAgainAt)).toBe(86_400);
    expect(secondsUntil(settled({ status: 500, retryAfterSeconds: 60 }).tryAgainAt)).toBe(5);
  });
});

describe('a try that failed', () => {
  test.each([400, 401, 403, 404, 405, 409, 413, 415, 422, 499])('with %d says no to this event only', (status) =>
    expect(meansTheReceiver({ outcome: 'refused', status })).toBe(false),
  );

  test.each([408, 410, 429, 500, 502, 503, 504, 599])('with %d is about the receiver', (status) =>
    expect(meansTheReceiver({ outcome: 'refused', status })).toBe(true),
  );

  test.each(['timed_out', 'unreachable', 'private_address'] as const)('%s is about the receiver', (outcome) =>
    expect(meansTheReceiver({ outcome, status: null })).toBe(true),
  );

  test('with a redirect is about the receiver, and a delivery is no failure', () => {
    expect(meansTheReceiver({ outcome: 'redirected', status: 302 })).toBe(true);
    expect(meansTheReceiver({ outcome: 'delivered', status: 204 })).toBe(false);
  });
});
