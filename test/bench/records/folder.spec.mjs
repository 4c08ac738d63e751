import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { noteOfLoaded, noteOfLoading } from '../running/kept-data.mjs';
import { openKeptFolder } from './folder.mjs';

const wanted = { size: 1_000, days: 11 };

describe('a folder that somebody named', () => {
  let base;
  beforeEach(() => (base = mkdtempSync(path.join(os.tmpdir(), 'tandem-folder-'))));
  afterEach(() => rmSync(base, { recursive: true }));

  it('is made, and found again with what was loaded', () => {
    const root = path.join(base, 'new', 'data');
    const first = openKeptFolder(root, wanted);
    assert.equal(first.note, null);
    const note = noteOfLoaded(noteOfLoading(wanted), { until: '2026-11-30' });
    first.write(note);
    first.remove();
    const again = openKeptFolder(root, wanted);
    assert.deepEqual(again.note, note);
    again.remove();
  });

  it('has one benchmark at a time', () => {
    const first = openKeptFolder(base, wanted);
    first.write(noteOfLoaded(noteOfLoading(wanted), {}));
    assert.throws(() => openKeptFolder(base, wanted), /Another benchmark works in /);
    first.remove();
    openKeptFolder(base, wanted).remove();
  });

  it('is left as it is where it belongs to somebody else', () => {
    writeFileSync(path.join(base, 'photo'), '');
    assert.throws(() => openKeptFolder(base, wanted), /holds something else/);
    assert.deepEqual(readdirSync(base), ['photo']);
  });
});
