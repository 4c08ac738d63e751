import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readParts } from './parts.mjs';

describe('parts of a run', () => {
  for (const [text, questions, rest, rebuild] of [
    ['load', '', '', false],
    ['rebuild', '', '', true],
    ['load,rebuild', '', '', true],
    ['questions', 'abcdef', '', true],
    ['moves', '', 'm', true],
    ['pages', '', 'p', true],
    ['questions, moves', 'abcdef', 'm', true],
    ['abcdefpm', 'abcdef', 'pm', true],
    ['dc', 'cd', '', true],
    ['c,moves', 'c', 'm', true],
  ])
    it(`reads ${text}`, () => {
      assert.deepEqual(readParts(text), {
        questions: [...questions],
        pages: rest.includes('p'),
        moves: rest.includes('m'),
        rebuild,
      });
    });

  for (const text of ['', 'sums', 'abz', 'a,,b', 'loadx'])
    it(`refuses "${text}"`, () => assert.throws(() => readParts(text), /is no part: say load/));
});
