// The schema of the database. Asking it whether it is current costs a process of a second, so the answer is remembered
// inside the files of the private database: this very build has migrated these very files.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { databaseFiles } from '../services/mariadb.mjs';
import { markOf } from './freshness.mjs';
import { runCommand } from './command.mjs';

/** Runs the migrations when there may be any. True when they were run, false when nothing can have changed. */
export async function bringSchemaUpToDate({ folder, settings, env }) {
  const stampFile = settings.databaseUrl ? null : path.join(databaseFiles(folder), 'tandem-schema');
  const mark = markOf(['dist/libs/database']);
  if (stampFile && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === mark) return false;
  await runCommand(['migrate'], { env });
  if (stampFile) writeFileSync(stampFile, mark);
  return true;
}
