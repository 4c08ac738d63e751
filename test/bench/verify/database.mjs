// The database of a benchmark: migrated by the product, with a buffer pool that is said.
import path from 'node:path';
import mysql from 'mysql2/promise';
import { runCommand } from '../../../tools/product/command.mjs';
import { databaseSocket, databaseUrl, ownerUrl } from '../../../tools/services/mariadb.mjs';

const gigabyte = 2 ** 30;

export async function openDatabase(folder, pool) {
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
    // Verifying needs no Redis.
    REDIS_URL: 'redis://127.0.0.1:1/0',
  };
  await runCommand(['migrate'], { env: environment });
  const owner = await connect();
  await owner.query(`SET GLOBAL innodb_buffer_pool_size = ${pool * gigabyte}`);
  // A log that is large enough keeps loading from waiting for the disk; where it cannot be changed it stays as it is.
  await owner.query(`SET GLOBAL innodb_log_file_size = ${gigabyte}`).catch(() => undefined);
  const [[{ version }]] = await owner.query('SELECT VERSION() AS version');
  return { connect, environment, version, folder: path.resolve(folder.root), close: () => owner.end() };
}
