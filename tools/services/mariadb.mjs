// A private MariaDB (or MySQL) on a socket: no port, no password, open to its owner alone.
import path from 'node:path';
import { removeFiles, turnLog } from './data-folder.mjs';
import { asUser, makeDatabaseFiles } from './database-files.mjs';
import { databaseAnswers, untilItAnswers } from './probe.mjs';
import { rememberProcess, startDetached, stopProcess, stopRemembered } from './processes.mjs';

const always = [
  '--skip-networking',
  '--skip-log-bin',
  '--skip-name-resolve',
  '--performance-schema=0',
  '--max-connections=200',
  '--innodb-buffer-pool-size=128M',
  '--character-set-server=utf8mb4',
  '--collation-server=utf8mb4_unicode_520_ci',
  '--default-time-zone=+00:00',
  '--sql-mode=STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION,ONLY_FULL_GROUP_BY',
];

const ofFlavour = { mariadb: ['--innodb-log-file-size=32M'], mysql: ['--mysqlx=OFF'] };

const durable = ['--innodb-flush-log-at-trx-commit=1'];

const throwaway = [
  '--innodb-flush-log-at-trx-commit=0',
  '--innodb-doublewrite=0',
  '--innodb-buffer-pool-dump-at-shutdown=0',
  '--innodb-buffer-pool-load-at-startup=0',
  '--innodb-stats-persistent=0',
];

export const databaseFiles = (folder) => path.join(folder.root, 'mariadb');
export const databaseSocket = (folder) => path.join(folder.run, 'mariadb.sock');
/** Who makes the tables, and who works with their rows and may never change what is append-only. */
export const ownerUrl = (folder) => `mysql://root@localhost/tandem?socketPath=${databaseSocket(folder)}`;
export const databaseUrl = (folder) => `mysql://tandem@localhost/tandem?socketPath=${databaseSocket(folder)}`;

/**
 * Starts the server over its own data and waits until it answers. An orphan of an earlier launcher ends first. `more` are further options;
 * for `patienceMs` it may write down what it has in memory before it ends.
 */
export async function startMariadb(server, folder, { isThrowaway = false, more = [], patienceMs = 30_000 } = {}) {
  const files = databaseFiles(folder);
  const socket = databaseSocket(folder);
  const pidFile = path.join(folder.run, 'mariadb.json');
  const logFile = folder.logOf('mariadb');
  await stopRemembered(pidFile, { patienceMs });
  removeFiles(socket, `${socket}.lock`);
  await makeDatabaseFiles(server, files);
  turnLog(logFile);
  const args = [
    '--no-defaults',
    ...asUser(),
    `--datadir=${files}`,
    `--socket=${socket}`,
    `--pid-file=${path.join(folder.run, 'mariadb.pid')}`,
    `--tmpdir=${folder.run}`,
    `--secure-file-priv=${folder.run}`,
    ...always,
    ...ofFlavour[server.flavour],
    ...(isThrowaway ? throwaway : durable),
    ...more,
  ];
  const child = startDetached(server.program, args, { logFile, endWithLauncher: isThrowaway ? 'KILL' : 'TERM' });
  rememberProcess(pidFile, child.pid);
  await untilItAnswers('MariaDB', { child, logFile, answers: () => databaseAnswers(socket) });
  const stop = () => (isThrowaway ? kill(child) : stopProcess(child.pid, { patienceMs }));
  return { child, stop };
}

const kill = (child) => stopProcess(child.pid, { signal: 'SIGKILL' });
