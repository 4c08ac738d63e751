// The database of a benchmark: a server of its own, migrated by the product, with a buffer pool that is said.
import { setTimeout as pause } from 'node:timers/promises';
import mysql from 'mysql2/promise';
import { runCommand } from '../../../tools/product/command.mjs';
import { obtainServers } from '../../../tools/services/install-servers.mjs';
import { databaseSocket, databaseUrl, ownerUrl, startMariadb } from '../../../tools/services/mariadb.mjs';

const gigabyte = 2 ** 30;
/** Gigabytes of the pool are written before a server has ended whose data are kept. */
const patienceMs = 15 * 60_000;
const lookMs = 200;

/** Keys of tens of millions of rows are sorted in few passes, and a log that is large enough keeps loading from waiting for the disk. */
const roomy = { mariadb: ['--innodb-log-file-size=1G'], mysql: ['--innodb-redo-log-capacity=1G'] };
/**
 * Data that are kept are written as fast as those that are not: a crash of the machine may take them, the end of a process may not. What was
 * in the pool is there again, and what the server knows of the tables.
 */
const kept = [
  '--innodb-flush-log-at-trx-commit=0',
  '--innodb-doublewrite=0',
  '--innodb-buffer-pool-dump-at-shutdown=1',
  '--innodb-buffer-pool-load-at-startup=1',
  '--innodb-buffer-pool-dump-pct=100',
];

export async function openDatabase(folder, { pool, say }) {
  const { database: server } = await obtainServers({ needRedis: false, say });
  const { child, stop } = await startMariadb(server, folder, {
    isThrowaway: !folder.isKept,
    more: [
      '--innodb-sort-buffer-size=64M',
      `--innodb-buffer-pool-size=${pool * gigabyte}`,
      ...roomy[server.flavour],
      ...(folder.isKept ? kept : []),
    ],
    patienceMs,
  });
  const connect = () =>
    mysql.createConnection({
      socketPath: databaseSocket(folder),
      user: 'root',
      database: 'tandem',
      multipleStatements: false,
    });
  const environment = {
    ...process.env,
    NODE_ENV: 'production',
    DATABASE_URL: databaseUrl(folder),
    DATABASE_OWNER_URL: ownerUrl(folder),
    // Loading and verifying need no Redis.
    REDIS_URL: 'redis://127.0.0.1:1/0',
  };
  try {
    await runCommand(['migrate'], { env: environment });
    const owner = await connect();
    const [[{ version }]] = await owner.query('SELECT VERSION() AS version');
    await owner.end();
    return { connect, environment, version, pid: child.pid, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Waits until the server has read again what was in its pool when it ended. */
export async function untilPoolIsFilled({ connect }) {
  const owner = await connect();
  for (;;) {
    const [[row]] = await owner.query("SHOW GLOBAL STATUS LIKE 'Innodb_buffer_pool_load_status'");
    if (!/loading|loaded \d+\/|not (yet )?started/i.test(row?.Value ?? '')) break;
    await pause(lookMs);
  }
  await owner.end();
}
