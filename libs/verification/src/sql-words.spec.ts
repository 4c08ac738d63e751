import { describe, expect, test } from '@jest/globals';
import { follows, idsSql, instantSql, same } from './sql-words';
import type { Id } from '@tandem/kernel';

describe('words of SQL', () => {
  test('an instant is written in UTC to the millisecond', () => {
    expect(instantSql(new Date('2026-11-24T03:00:00.005+08:00'))).toBe(`'2026-11-23 19:00:00.005'`);
  });

  test('nothing is in a list of no ids', () => {
    expect(idsSql([])).toBe(`('')`);
    expect(idsSql(['0199aaaa-0000-7000-a000-000000000001' as Id])).toBe(`(x'0199aaaa00007000a000000000000001')`);
  });

  test('what does not apply to a row holds of it', () => {
    expect(follows('a', 'b')).toBe('((a) IS NOT TRUE OR (b))');
  });

  test('columns of another name are compared by pairs', () => {
    expect(same('o', 'l', ['currency', ['stage_id', 'stage_to_id']])).toBe(
      'o.currency <=> l.currency AND o.stage_id <=> l.stage_to_id',
    );
  });
});
