import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { whatIsLeft } from './ledger.mjs';

const ledger = (state) => ({ definition: 'now', state, built: 700 });

describe('what is left to do for the sums', () => {
  it('is all where there are none, or those of another definition', () => {
    assert.deepEqual(whatIsLeft(null, null), { left: 'all', built: 0 });
    assert.deepEqual(whatIsLeft(ledger('ready'), 'another'), { left: 'all', built: 0 });
    assert.deepEqual(whatIsLeft(ledger('building'), 'another'), { left: 'all', built: 0 });
  });

  it('is the rest where making them was cut off, and nothing where they are ready', () => {
    assert.deepEqual(whatIsLeft(ledger('building'), 'now'), { left: 'rest', built: 700 });
    assert.deepEqual(whatIsLeft(ledger('ready'), 'now'), { left: 'nothing', built: 700 });
  });
});
