import { describe, expect, test } from '@jest/globals';
import { latestNight, nextNight } from './latest-night';

const at = (moment: Date) => moment.toISOString();

describe('the nightly verification', () => {
  test.each([
    ['2026-11-23T02:59:59Z', 'UTC', '2026-11-22T03:00:00.000Z', '2026-11-23T03:00:00.000Z'],
    ['2026-11-23T03:00:00Z', 'UTC', '2026-11-23T03:00:00.000Z', '2026-11-24T03:00:00.000Z'],
    ['2026-11-23T09:00:00Z', 'Asia/Taipei', '2026-11-22T19:00:00.000Z', '2026-11-23T19:00:00.000Z'],
    // Clocks go forward over three in the morning, and back over it.
    ['2026-03-29T12:00:00Z', 'Europe/Athens', '2026-03-29T01:00:00.000Z', '2026-03-30T00:00:00.000Z'],
    ['2026-10-25T12:00:00Z', 'Europe/Athens', '2026-10-25T00:00:00.000Z', '2026-10-26T01:00:00.000Z'],
  ])('at %s in %s was due at %s and is next at %s', (now, zone, latest, next) => {
    expect(at(latestNight(new Date(now), zone))).toBe(latest);
    expect(at(nextNight(new Date(now), zone))).toBe(next);
  });
});
