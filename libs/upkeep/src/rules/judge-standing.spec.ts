import { describe, expect, test } from '@jest/globals';
import { topics } from './finding';
import { judgeStanding } from './judge-standing';
import type { Standing } from './standing';

const now = new Date('2026-11-23T09:00:00Z');
const before = (seconds: number) => new Date(now.getTime() - seconds * 1_000);
const order: Standing = {
  now,
  database: { version: '10.11', tookMs: 2 },
  redis: { version: '7.0', role: 'master', maxmemoryPolicy: 'noeviction', logIsWritten: true, evicted: 0 },
  queues: { queues: [{ name: 'work', waiting: 3, underWay: 1, failed: 0 }], failures: [] },
  workers: [{ name: 'host:7', beatAt: before(10), startedAt: before(3_600) }],
  events: { waiting: 2, oldest: before(2) },
  letters: { oldest: null, uncertain: 0, failed: 0, sent: 12 },
  webhooks: { endpoints: 0, failing: [], oldest: null },
  imports: { latest: null, stuck: null },
  sums: { state: 'ready', built: 9, total: 9, waiting: 0, waitsSince: null, isBehind: false },
  verification: { latest: { state: 'done', at: before(6 * 3_600), violations: 0 }, isRunning: false },
};

const fired = (planted: Partial<Standing>) =>
  judgeStanding({ ...order, ...planted })
    .filter(({ topic, verdict }) => verdict !== 'good' && topic !== 'backups')
    .map(({ topic, verdict, code }) => `${topic} ${verdict} ${code}`);

describe('how it stands with the installation', () => {
  test('every topic has one line, in a fixed order', () => {
    expect(judgeStanding(order).map(({ topic }) => topic)).toEqual([...topics]);
  });

  test('an installation in order gives nothing to do; only of backups nothing is known', () => {
    expect(fired({})).toEqual([]);
    expect(judgeStanding(order).at(-1)).toMatchObject({ topic: 'backups', verdict: 'unknown' });
  });

  test.each<[Partial<Standing>, string[]]>([
    [{ database: { version: '10.11', tookMs: 400 } }, ['database watch slow']],
    [{ database: { version: '10.11', tookMs: 3_000 } }, ['database bad slow']],
    [{ redis: null, queues: null }, ['redis bad away', 'queues unknown away']],
    [{ redis: { ...order.redis!, role: 'slave' } }, ['redis bad replica']],
    [{ redis: { ...order.redis!, logIsWritten: false } }, ['redis bad unwritten']],
    [{ redis: { ...order.redis!, evicted: 4 } }, ['redis watch evicted']],
    [{ redis: { ...order.redis!, maxmemoryPolicy: 'allkeys-lru' } }, ['redis watch evicting']],
    [{ redis: { ...order.redis!, maxmemoryPolicy: null } }, []],
    [{ workers: [] }, ['workers bad never']],
    [{ workers: [{ name: 'a', beatAt: before(61), startedAt: before(90) }] }, ['workers bad silent']],
    [{ events: { waiting: 9, oldest: before(90) } }, ['events watch waiting']],
    [{ events: { waiting: 9, oldest: before(301) } }, ['events bad waiting']],
    [
      {
        queues: {
          queues: [{ name: 'work', waiting: 0, underWay: 0, failed: 2 }],
          failures: [{ name: 'prune', at: before(5), reason: 'no' }],
        },
      },
      ['queues watch failed'],
    ],
    [
      { queues: { queues: [{ name: 'work', waiting: 2_000, underWay: 4, failed: 0 }], failures: [] } },
      ['queues watch piled'],
    ],
    [{ letters: { oldest: before(600), uncertain: 1, failed: 1, sent: 0 } }, ['letters bad waiting']],
    [{ letters: { oldest: null, uncertain: 1, failed: 1, sent: 0 } }, ['letters watch uncertain']],
    [{ letters: { oldest: null, uncertain: 0, failed: 1, sent: 0 } }, ['letters watch failed']],
    [{ webhooks: { endpoints: 1, failing: ['https://a/'], oldest: null } }, ['webhooks bad failing']],
    [{ webhooks: { endpoints: 1, failing: [], oldest: before(400) } }, ['webhooks bad waiting']],
    [{ imports: { latest: { state: 'failed', at: before(9) }, stuck: null } }, ['imports watch failed']],
    [{ imports: { latest: { state: 'running', at: before(900) }, stuck: before(900) } }, ['imports bad stuck']],
    [{ imports: { latest: { state: 'done', at: before(9) }, stuck: null } }, []],
    [{ sums: { ...order.sums, state: 'building', total: 100 } }, ['sums watch building']],
    [{ sums: { ...order.sums, isBehind: true } }, ['sums bad behind']],
    [{ sums: { ...order.sums, isBehind: true }, workers: [] }, ['workers bad never']],
    [{ verification: { latest: null, isRunning: false } }, ['verification watch never']],
    [{ verification: { latest: null, isRunning: true } }, ['verification watch first']],
    [
      { verification: { latest: { state: 'failed', at: before(60), violations: 0 }, isRunning: false } },
      ['verification bad failed'],
    ],
    [
      { verification: { latest: { state: 'done', at: before(60), violations: 2 }, isRunning: false } },
      ['verification bad violated'],
    ],
    [
      { verification: { latest: { state: 'done', at: before(2 * 86_400), violations: 0 }, isRunning: true } },
      ['verification watch overdue'],
    ],
  ])('%j', (planted, expected) => {
    expect(fired(planted)).toEqual(expected);
  });
});
