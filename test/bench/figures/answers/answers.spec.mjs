import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { conversion } from './conversion.mjs';
import { pipeline } from './pipeline.mjs';
import { scoreboard } from './scoreboard.mjs';
import { waterfall } from './waterfall.mjs';

const quarter = { key: '2026-Q1', from: '2026-01-01', until: '2026-04-01' };

describe('answers that are held against each other', () => {
  it('add every change of a week to all weeks after it', () => {
    const rows = [
      { week: 2, delta: '-30' },
      { week: '0', delta: '100' },
    ];
    assert.deepEqual(pipeline.readRow(rows, { many: 4 }), [100, 100, 70, 70]);
    const points = ['7', '100', '100', '70', '70'].map((amountMinor) => ({ value: { amountMinor } }));
    assert.deepEqual(pipeline.read({ points }), [100, 100, 70, 70]);
  });

  it('refuse a waterfall that does not balance', () => {
    const row = { beginning: 100, new: 20, reopened: 0, increased: 5, decreased: -5, lost: -10, won: -40 };
    assert.deepEqual(waterfall.readRow([{ ...row, ending: 70 }]), [100, 20, 0, 5, -5, -10, -40, 70]);
    assert.throws(() => waterfall.readRow([{ ...row, ending: 71 }]), /does not balance: 70 is not 71/);
  });

  it('give others the windows and the present of our answer, and ninety days where we had none', () => {
    const source = { number: 3, id: '' };
    const rows = Array.from({ length: 11 }, () => ({ conversion: { windowDays: 12 } }));
    const told = conversion.given({ quarter, source }, { rows, asOf: '2026-11-30T00:00:00.000Z' });
    assert.deepEqual([told.windows[0], told.windows[10], told.now], [12, null, Date.UTC(2026, 10, 30)]);
    assert.equal(told.from, Date.UTC(2025, 11, 31, 16));
    assert.equal(conversion.given({ quarter, source }, null).windows[4], 90);
  });

  it('tell of each team what its figures are made of, nothing being nought', () => {
    const money = (amountMinor) => ({ unit: 'money', money: { amountMinor } });
    const figures = [
      {
        key: 'quota_attainment',
        parts: [
          { key: 'bookings', value: money('500') },
          { key: 'quota', value: null },
        ],
      },
      { key: 'closings', parts: [{ key: 'closings', value: { unit: 'count', count: 2 } }] },
    ];
    const slices = [2, 1].map((n) => ({ slice: { id: `01900000-0001-7000-a000-00000000000${n}` }, figures }));
    assert.deepEqual(scoreboard.read({ slices })[0], [500, 0, 0, 2, 0, 0, 0, 0]);
    const row = { team: 1, bookings: '500', quota: null, closings: 2 };
    assert.deepEqual(scoreboard.readRow([row]), [[500, 0, 0, 2, 0, 0, 0, 0]]);
  });
});
