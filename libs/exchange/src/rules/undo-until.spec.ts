import { expect, test } from '@jest/globals';
import { undoableSince, undoUntil } from './undo-until';

const now = new Date('2026-12-01T10:00:00Z');
const ended = { dryRun: false, state: 'done', finishedAt: new Date('2026-11-30T09:00:00Z') } as const;

test('an import that ended, well or badly, may be taken back for seven days', () => {
  expect(undoUntil(ended, now)).toEqual(new Date('2026-12-07T09:00:00Z'));
  expect(undoUntil({ ...ended, state: 'failed' }, now)).toEqual(new Date('2026-12-07T09:00:00Z'));
  expect(undoableSince(new Date('2026-12-07T09:00:00Z'))).toEqual(ended.finishedAt);
});

test('a paused one may be taken back at any time, one at work must be paused first, and a trial brought nothing', () => {
  expect(undoUntil({ ...ended, state: 'paused', finishedAt: null }, now)).toEqual(new Date('2026-12-08T10:00:00Z'));
  expect(undoUntil({ ...ended, state: 'running', finishedAt: null }, now)).toBeNull();
  expect(undoUntil({ ...ended, dryRun: true }, now)).toBeNull();
});
