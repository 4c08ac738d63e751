import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { judgeFolder, noteOfLoaded, noteOfLoading } from './kept-data.mjs';

const wanted = { root: '/data', size: 50_000, days: 1_095 };
const loading = noteOfLoading(wanted);
const loaded = noteOfLoaded(loading, { until: '2026-11-30', rows: {} });
const judge = (note, more = {}) =>
  judgeFolder({ ...wanted, names: ['bench.json', 'mariadb'], text: note && JSON.stringify(note), ...more });

describe('a folder whose database is kept', () => {
  it('is filled where nothing is in it but what the system puts on a disk', () => {
    assert.equal(judge(null, { names: [] }), null);
    assert.equal(judge(null, { names: ['lost+found'] }), null);
  });

  it('is used as it is where it holds the same size and days', () => {
    assert.deepEqual(judge(loaded), loaded);
    assert.equal(judge(loaded).loaded.until, '2026-11-30');
  });

  it('is left alone where something else is in it', () => {
    assert.throws(() => judge(null, { names: ['photos'] }), /\/data holds something else: name an empty folder/);
    assert.throws(() => judge(null, { text: '{"stat' }), /holds something else/);
    assert.throws(() => judge({ ...loaded, form: 0 }), /holds something else/);
    assert.throws(() => judge('loaded'), /holds something else/);
  });

  it('is of no use where loading was cut off', () => {
    assert.throws(() => judge(loading), /Loading was cut off in \/data, .* empty the folder and begin again/);
  });

  it('is not taken for another size or other days', () => {
    assert.throws(
      () => judge(loaded, { size: 1_000 }),
      /holds 50,000 opportunities of 1,095 days, and not 1,000 of 1,095/,
    );
    assert.throws(() => judge(loaded, { days: 11 }), /and not 50,000 of 11/);
  });
});
