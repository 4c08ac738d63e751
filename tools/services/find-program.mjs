// Where a program of the system is. Server binaries often lie outside the PATH of an ordinary user.
import { accessSync, constants, statSync } from 'node:fs';
import path from 'node:path';

const usualFolders = [
  '/usr/sbin',
  '/usr/local/sbin',
  '/usr/local/bin',
  '/usr/bin',
  '/usr/libexec',
  '/opt/homebrew/bin',
  '/opt/homebrew/opt/mariadb/bin',
  '/opt/homebrew/opt/mysql/bin',
  '/usr/local/mysql/bin',
];

/** The first of the names that is an executable file, as a path, or null. */
export function findProgram(names) {
  const folders = [...new Set([...(process.env.PATH ?? '').split(path.delimiter), ...usualFolders])].filter(Boolean);
  for (const name of names) {
    const found = folders.map((folder) => path.join(folder, name)).find(isExecutable);
    if (found) return found;
  }
  return null;
}

export function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
