import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fatal } from './workers.mjs';

const mode = { failPoint: true };
const settings = { seed: 3, failChance: '0.5000' };

describe('the letter at which a life of a worker ends', () => {
  it('follows from the seed of the run', () => {
    const life = { place: 0, start: 2 };
    assert.deepEqual(fatal(mode, settings, life), { FAIL_POINTS: 'mail.accepted=0.5000@30002' });
    assert.notDeepEqual(fatal(mode, settings, life), fatal(mode, { ...settings, seed: 4 }, life));
  });

  it('is another in another life and of another worker', () => {
    const lives = [0, 1].flatMap((place) => [1, 2, 3].map((start) => fatal(mode, settings, { place, start })));
    assert.equal(new Set(lives.map(({ FAIL_POINTS }) => FAIL_POINTS)).size, 6);
  });

  it('is not decided where workers are not to die by themselves', () => {
    assert.deepEqual(fatal({}, settings, { place: 0, start: 1 }), {});
  });
});
