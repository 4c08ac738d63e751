// The database of a benchmark: a server of its own, migrated by the product, with a buffer pool that is said.
import mysql from 'mysql2/promise';
import { runCommand } from '../../../tools/product/command.mjs';
import { obtainServers } from '../../../tools/services/install-servers.mjs';
import { databaseSocket, databaseUrl, ownerUrl, startMariadb } from '../../../tools/services/mariadb.mjs';

const gigabyte = 2 ** 30;

/** Keys of tens of millions of rows are sorted in few passes. */
const more = ['--innodb-sort-buffer-size=64M'];

export async function openDatabase(folder, { pool, say }) {
  const { database: server } = await obtainServers({ needRedis: false, say });
  const { child, stop } = await startMariadb(server, folder, { isThrowaway: true, more });
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
    await owner.query(`SET GLOBAL innodb_buffer_pool_size = ${pool * gigabyte}`);
    // A log that is large enough keeps loading from waiting for the disk; where it cannot be changed it stays as it is.
    await owner.query(`SET GLOBAL innodb_log_file_size = ${gigabyte}`).catch(() => undefined);
    const [[{ version }]] = await owner.query('SELECT VERSION() AS version');
    await owner.end();
    return { connect, environment, version, pid: child.pid, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
