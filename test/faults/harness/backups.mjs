// Backups and their way back in the very words of docs/operations.md: what people are told to type is what is tried.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, createWriteStream, readFileSync } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { root } from '../../../tools/launcher/settings.mjs';
import { findProgram } from '../../../tools/services/find-program.mjs';
import { cannotBeHad } from '../cannot-be-had.mjs';

const page = path.join(root, 'docs', 'operations.md');

/** `{ options, rewriting }`: how the page says to dump, and what it has sed do to a dump on its way back. */
export function readBackupWords(text = readFileSync(page, 'utf8')) {
  const dump = /^mariadb-dump (.*)\| gzip/m.exec(text)?.[1];
  const rewriting = /^zcat .*\| sed -E '([^']+)' \| mariadb /m.exec(text)?.[1];
  if (!dump || !rewriting) throw new Error('docs/operations.md does not say any more how to back up and restore');
  return { options: dump.split(' ').filter((word) => word.startsWith('--')), rewriting };
}

/** The programs of the client, from the same places as the servers. */
export function findBackupPrograms(find = findProgram) {
  const programs = { dump: find(['mariadb-dump', 'mysqldump']), client: find(['mariadb', 'mysql']) };
  const missing = [programs.dump ?? 'mariadb-dump', programs.client ?? 'mariadb'].filter((name) => !name.includes('/'));
  if (missing.length === 0) return programs;
  throw cannotBeHad(`A backup takes ${missing.join(' and ')}, which Debian has in the package mariadb-client.`);
}

/** `taken` are `{ file, began, ended }`, times as of `Date.now()`. */
export function openBackups({ programs, folder, socket }) {
  const { options, rewriting } = readBackupWords();
  const asOwner = ['--no-defaults', `--socket=${socket}`, '--user=root'];
  const taken = [];
  return {
    taken,
    async take() {
      const file = path.join(folder.root, `backup-${taken.length + 1}.sql.gz`);
      const began = Date.now();
      await run(programs.dump, [...asOwner, ...options, 'tandem'], { to: [createGzip(), createWriteStream(file)] });
      taken.push({ file, began, ended: Date.now() });
    },
    /** Into a database that is there and empty. */
    async restore({ file }, name) {
      const text = `${file}.sql`;
      const from = [createReadStream(file), createGunzip()];
      await run('sed', ['-E', rewriting], { from, to: [createWriteStream(text)] });
      await run(programs.client, [...asOwner, name], { from: [createReadStream(text)] });
    },
  };
}

/** Runs a program to its end, between streams; throws what it said when it did not go well. */
async function run(program, args, { from = null, to = null }) {
  const child = spawn(program, args, { stdio: [from ? 'pipe' : 'ignore', to ? 'pipe' : 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (text) => (said += text));
  const ended = once(child, 'close');
  // Whoever ends early says why by its exit code.
  const filling = from ? pipeline(...from, child.stdin).catch(() => undefined) : Promise.resolve();
  const emptying = to ? pipeline(child.stdout, ...to) : Promise.resolve();
  const [[code]] = await Promise.all([ended, filling, emptying]);
  if (code !== 0) throw new Error(`${path.basename(program)} ended with ${code}: ${said.trim()}`);
}
