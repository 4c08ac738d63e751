// Which database and Redis servers this machine has.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { findProgram, isExecutable } from './find-program.mjs';
import { PlainError } from '../plain-error.mjs';

/** MariaDB or MySQL, or null when the machine has none that could be set up. */
export function findDatabaseServer() {
  const program = chosen('MARIADBD_BIN') ?? findProgram(['mariadbd', 'mysqld']);
  if (!program) return null;
  if (flavourOf(program) === 'mysql') return { program, flavour: 'mysql', installer: null };
  const installer = findProgram(['mariadb-install-db', 'mysql_install_db']);
  // The installer is a script that asks my_print_defaults, which Debian packs with the client.
  if (!installer || !findProgram(['my_print_defaults'])) return null;
  return { program, flavour: 'mariadb', installer };
}

/** Valkey or Redis, or null. */
export function findRedisServer() {
  const program = chosen('REDIS_BIN') ?? findProgram(['valkey-server', 'redis-server']);
  return program ? { program } : null;
}

function chosen(variable) {
  const program = process.env[variable];
  if (!program) return null;
  if (!isExecutable(program)) throw new PlainError(`${variable} names ${program}, which is not a program.`);
  return program;
}

function flavourOf(program) {
  if (path.basename(program) === 'mariadbd') return 'mariadb';
  const { stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' });
  return /mariadb/i.test(stdout ?? '') ? 'mariadb' : 'mysql';
}
