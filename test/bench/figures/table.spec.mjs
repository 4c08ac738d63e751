import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inColumns, ms, times } from './table.mjs';

describe('a table of times', () => {
  it('has its numbers below each other, and a dash for what is not known', () => {
    const table = inColumns([
      ['question', 'ours', 'theirs'],
      ['scoreboard', '3.1', '1,200'],
      ['waterfall', null, '88'],
    ]);
    assert.deepEqual(table.split('\n'), [
      'question    ours  theirs',
      'scoreboard   3.1   1,200',
      'waterfall      –      88',
    ]);
  });

  it('says no more digits than were measured', () => {
    assert.deepEqual([ms(3.14159), ms(31.4159), ms(31_415.9), ms(null)], ['3.1', '31', '31,416', null]);
    assert.deepEqual(
      [times(0.0031), times(0.123), times(2.44), times(1234.5), times(null)],
      ['0.003 ×', '0.12 ×', '2.4 ×', '1,235 ×', null],
    );
  });
});
