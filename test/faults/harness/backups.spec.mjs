import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findBackupPrograms, readBackupWords } from './backups.mjs';

describe('the backup people are told to take', () => {
  it('is one moment of the database, with its procedure, and comes back without its definer', () => {
    const { options, rewriting } = readBackupWords();
    assert.ok(options.includes('--single-transaction') && options.includes('--routines'));
    assert.match(rewriting, /^s\/.*DEFINER/);
  });

  it('is missed when the page does not tell of it any more', () => {
    assert.throws(() => readBackupWords('# Running Tandem\n\n## Backup\n\nAsk somebody.\n'), /does not say any more/);
  });

  it('is refused in one sentence, and not as a pass, where there is no program for it', () => {
    const find = (names) => (names.includes('mariadb') ? '/usr/bin/mariadb' : null);
    assert.throws(() => findBackupPrograms(find), {
      exitCode: 77,
      message: /^This run cannot be had here\. .* mariadb-dump,/,
    });
  });
});
