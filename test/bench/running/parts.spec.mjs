import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readParts } from './parts.mjs';

describe('parts of a run', () => {
  for (const [text, questions, moves, rebuild] of [
    ['load', '', false, false],
    ['rebuild', '', false, true],
    ['load,rebuild', '', false, true],
    ['questions', 'abcdef', false, true],
    ['moves', '', true, true],
    ['questions, moves', 'abcdef', true, true],
    ['abcdefm', 'abcdef', true, true],
    ['dc', 'cd', false, true],
    ['c,moves', 'c', true, true],
  ])
    it(`reads ${text}`, () => {
      assert.deepEqual(readParts(text), { questions: [...questions], moves, rebuild });
    });

  for (const text of ['', 'sums', 'abz', 'a,,b', 'loadx'])
    it(`refuses "${text}"`, () => assert.throws(() => readParts(text), /is no part: say load/));
});
