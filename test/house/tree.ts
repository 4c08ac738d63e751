import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const foreign = new Set(['node_modules', 'dist', '.data', '.git', 'coverage', 'tmp']);

/** Every folder of the project below the given ones, as paths from the root. */
export const foldersUnder = (...starts: string[]): string[] => starts.flatMap((start) => walk(start).folders);

/** Every file of the project below the given folders, as paths from the root. */
export const filesUnder = (...starts: string[]): string[] => starts.flatMap((start) => walk(start).files);

export const exists = (file: string): boolean => existsSync(path.join(root, file));

export const textOf = (file: string): string => readFileSync(path.join(root, file), 'utf8');

export const lineCountOf = (file: string): number => textOf(file).trimEnd().split('\n').length;

/** The folders directly below libs/. */
export const libs = (): string[] =>
  readdirSync(path.join(root, 'libs'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);

function walk(folder: string): { folders: string[]; files: string[] } {
  const found = { folders: [] as string[], files: [] as string[] };
  if (!exists(folder)) return found;
  for (const entry of readdirSync(path.join(root, folder), { withFileTypes: true })) {
    const place = path.posix.join(folder, entry.name);
    if (foreign.has(entry.name)) continue;
    if (!entry.isDirectory()) found.files.push(place);
    else {
      const below = walk(place);
      found.folders.push(place, ...below.folders);
      found.files.push(...below.files);
    }
  }
  return found;
}
