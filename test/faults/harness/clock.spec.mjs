import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { describe, it } from 'node:test';
import { underClock } from './clock.mjs';

const hourMs = 3_600_000;

/** What a program under that clock finds. */
const found = (aheadMs, program, env) =>
  JSON.parse(
    execFileSync(process.execPath, ['-p', `JSON.stringify(${program})`], {
      env: underClock(aheadMs, env),
      encoding: 'utf8',
    }),
  );

const isNear = (ms, other) => Math.abs(ms - other) < 5_000;

describe('a clock that is wrong', () => {
  for (const aheadMs of [hourMs, -hourMs]) {
    it(`shows another time wherever the time is asked for, by ${aheadMs} ms`, () => {
      const times = found(aheadMs, '[Date.now(), +new Date(), Date.parse(Date()), +Reflect.construct(Date, [])]');
      for (const ms of times) assert.ok(isNear(ms, Date.now() + aheadMs));
    });
  }

  it('leaves moments that are named, timers and kinds of things as they are', () => {
    const seen = found(
      hourMs,
      `[+new Date(5), Date.UTC(1970), +new Date('1970-01-01T00:00:01Z'), new Date() instanceof Date, new Date().constructor === Date,
        require('node:util').types.isDate(new Date()), performance.now() < 60000]`,
    );
    assert.deepEqual(seen, [5, 0, 1_000, true, true, true, true]);
  });

  it('is right where it is not set, and other options of the program stay', () => {
    assert.ok(isNear(found(0, 'Date.now()'), Date.now()));
    const env = { ...process.env, NODE_OPTIONS: '--no-warnings' };
    assert.deepEqual(underClock(0, env), env);
    assert.match(underClock(hourMs, env).NODE_OPTIONS, /^--no-warnings --import=/);
  });
});
