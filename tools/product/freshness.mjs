// Has anything changed since the last build? Answered by names, sizes and times, in a few milliseconds.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../launcher/settings.mjs';

const skipped = /(\.spec\.tsx?|(^|\/)(node_modules|dist|\.vite))$/;

/** A mark of everything under the given files and folders. */
export function markOf(sources) {
  const mark = createHash('sha256');
  for (const source of sources) describe(path.join(root, source), mark);
  return mark.digest('hex');
}

export function isFresh(stampFile, mark) {
  try {
    return readFileSync(stampFile, 'utf8') === mark;
  } catch {
    return false;
  }
}

export function stamp(stampFile, mark) {
  mkdirSync(path.dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, mark);
}

function describe(entry, mark) {
  const found = statSync(entry, { throwIfNoEntry: false });
  if (!found || skipped.test(entry)) return;
  if (!found.isDirectory()) mark.update(`${entry} ${found.size} ${found.mtimeMs}\n`);
  else for (const name of readdirSync(entry).sort()) describe(path.join(entry, name), mark);
}
