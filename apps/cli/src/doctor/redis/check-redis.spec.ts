import { describe, expect, test } from '@jest/globals';
import type { RedisSighting } from '@tandem/jobs';
import { checkRedis } from './check-redis';

const now = new Date('2026-11-23T09:00:00Z');
const healthy: RedisSighting = {
  version: '7.0.15',
  role: 'master',
  clustered: false,
  maxmemoryPolicy: 'noeviction',
  appendonly: 'yes',
  appendfsync: 'everysec',
  logIsWritten: true,
  maxmemory: 1_000,
  usedMemory: 100,
  evicted: 0,
  now,
  scheduleLines: 7,
  waiting: 3,
};
const asked = { url: 'unix:///run/redis.sock', now, workerLives: true as boolean | null };

const fired = (planted: Partial<RedisSighting>, how: Partial<typeof asked> = {}) =>
  checkRedis({ ...healthy, ...planted }, { ...asked, ...how })
    .filter(({ state }) => state !== 'good')
    .map(({ name, state }) => `${name} ${state}`);

describe('what the doctor finds in Redis', () => {
  test('a healthy one gives it nothing to say', () => {
    expect(fired({})).toEqual([]);
    expect(fired({ maxmemory: 0, usedMemory: 10 ** 9, version: '8.2.1' })).toEqual([]);
    expect(fired({}, { url: 'rediss://tandem:secret@redis.example.com:6379/0' })).toEqual([]);
  });

  test.each([
    [{ version: '6.0.16' }, 'redis.connection bad'],
    [{ version: '5.0.7' }, 'redis.connection bad'],
    [{ role: 'slave' }, 'redis.role bad'],
    [{ clustered: true }, 'redis.cluster bad'],
    [{ maxmemoryPolicy: 'allkeys-lru' }, 'redis.policy bad'],
    [{ maxmemoryPolicy: null }, 'redis.policy advice'],
    [{ evicted: 4 }, 'redis.evicted warning'],
    [{ usedMemory: 850 }, 'redis.memory warning'],
    [{ usedMemory: 990 }, 'redis.memory bad'],
    [{ appendonly: 'no' }, 'redis.persistence warning'],
    [{ appendonly: null }, 'redis.persistence advice'],
    [{ appendfsync: 'no' }, 'redis.fsync warning'],
    [{ appendfsync: null }, 'redis.fsync advice'],
    [{ logIsWritten: false }, 'redis.log bad'],
    [{ now: new Date('2026-11-23T09:00:09Z') }, 'redis.clock warning'],
    [{ waiting: 20_000 }, 'redis.waiting warning'],
    [{ scheduleLines: 0 }, 'redis.schedule bad'],
  ])('%j', (planted, expected) => {
    expect(fired(planted)).toEqual([expected]);
  });

  test('an empty schedule means another Redis only while a worker lives', () => {
    expect(fired({ scheduleLines: 0 }, { workerLives: false })).toEqual(['redis.schedule advice']);
    expect(fired({ scheduleLines: 0 }, { workerLives: null })).toEqual([]);
  });

  test('a way over the network wants a password and encryption', () => {
    expect(fired({}, { url: 'redis://redis.example.com:6379' })).toEqual(['redis.way warning']);
    expect(fired({}, { url: 'redis://:secret@redis.example.com:6379' })).toEqual(['redis.way advice']);
    expect(fired({}, { url: 'redis://127.0.0.1:6379' })).toEqual([]);
  });
});
