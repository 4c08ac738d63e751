import { describe, expect, test } from '@jest/globals';
import type { FoundWork } from '@tandem/upkeep';
import { checkWork } from './check-work';

const now = new Date('2026-11-23T09:00:00Z');
const before = (seconds: number) => new Date(now.getTime() - seconds * 1_000);
const work: FoundWork = {
  now,
  holds: 'real',
  lastBeat: before(10),
  oldestEvent: before(2),
  oldestLetter: null,
  uncertainLetters: 0,
  failedLetters: 0,
  stuckImport: null,
  failingWebhooks: [],
  oldestWebhook: null,
  verified: { at: before(6 * 3_600), violations: 0 },
  figures: { state: 'ready', built: 9, total: 9, waiting: 40, waitsSeconds: 1, waitsSince: null },
};

const fired = (planted: Partial<FoundWork>) =>
  checkWork({ ...work, ...planted })
    .filter(({ state }) => state !== 'good')
    .map(({ name, state }) => `${name} ${state}`);

describe('what the doctor finds undone', () => {
  test('a house in order gives it nothing to say', () => {
    expect(fired({})).toEqual([]);
  });

  test.each([
    [{ holds: null }, ['work.organisation advice']],
    [{ lastBeat: null }, ['work.worker warning']],
    [{ lastBeat: before(90) }, ['work.worker warning']],
    [{ oldestEvent: before(600) }, ['work.events warning']],
    [{ oldestLetter: before(3_600) }, ['work.letters warning']],
    [{ stuckImport: before(900) }, ['work.imports warning']],
    [{ oldestWebhook: before(600) }, ['work.webhooks warning']],
    [{ failingWebhooks: ['https://hooks.acme.com/'] }, ['work.failing_webhooks warning']],
    [{ uncertainLetters: 1 }, ['work.uncertain_letters warning']],
    [{ failedLetters: 3 }, ['work.failed_letters warning']],
    [{ figures: { ...work.figures, state: 'building' as const, total: 100 } }, ['work.sums advice']],
    [{ figures: { ...work.figures, waiting: 10_001 } }, ['work.tail bad']],
    [{ figures: { ...work.figures, waitsSeconds: 61 } }, ['work.tail bad']],
    [{ figures: { ...work.figures, waitsSeconds: 900 }, lastBeat: null }, ['work.worker warning']],
    [{ verified: null }, ['work.verification warning']],
    [{ verified: { at: before(3 * 86_400), violations: 0 } }, ['work.verification warning']],
    [{ verified: { at: before(60), violations: 2 } }, ['work.violations bad']],
  ])('%j', (planted, expected) => {
    expect(fired(planted)).toEqual(expected);
  });

  test('a missing verification is advised where its result is kept: the command line writes none down', () => {
    const missing = checkWork({ ...work, verified: null }).find(({ name }) => name === 'work.verification');
    expect(missing?.advice).toBe('Verify now on the Health page, or start a worker: it does so every night.');
  });
});
