import { redisAddress } from './redis-address';

describe('every form of REDIS_URL', () => {
  it.each([
    ['redis://localhost', { host: 'localhost', port: 6379, db: 0 }],
    ['redis://ann:s%40fe@cache:6380/3', { host: 'cache', port: 6380, username: 'ann', password: 's@fe', db: 3 }],
    ['redis://[::1]:6379/1', { host: '::1', port: 6379, db: 1 }],
    [
      'rediss://:secret@cache.example/0',
      { host: 'cache.example', port: 6379, password: 'secret', db: 0, tls: { servername: 'cache.example' } },
    ],
    ['unix:///run/tandem/redis.sock', { path: '/run/tandem/redis.sock', db: 0 }],
    ['unix:///run/redis.sock?db=4', { path: '/run/redis.sock', db: 4 }],
  ])('%s', (address, parts) => {
    expect(redisAddress(address)).toEqual(parts);
  });

  it('refuses a database that is no number', () => {
    expect(() => redisAddress('redis://localhost/first')).toThrow('no number');
  });
});
