// MariaDB and Redis of a run, durable as in production: every commit on the disk, every queue in a log.
// `isForgetful` is the plant: a MariaDB that writes its log once a second, whatever it has acknowledged.
import { rmSync } from 'node:fs';
import path from 'node:path';
import { Redis } from 'ioredis';
import mysql from 'mysql2/promise';
import { obtainServers } from '../../../tools/services/install-servers.mjs';
import { databaseSocket, databaseUrl, ownerUrl, startMariadb } from '../../../tools/services/mariadb.mjs';
import { redisSocket, startRedis } from '../../../tools/services/redis.mjs';
import { keepUp } from './kept-up.mjs';

const isReady = () => Promise.resolve();

/** `disk` is where MariaDB has its files when not in the folder of the run. */
export async function openServices(folder, { isForgetful = false, disk = null, say }) {
  const servers = await obtainServers({ say });
  const place = disk ? { ...folder, root: disk.root } : folder;
  const beginDatabase = async () => (await startMariadb(servers.database, place, { isThrowaway: isForgetful })).child;
  const beginRedis = async () => (await startRedis(servers.redis, folder)).child;
  return {
    database: keepUp('MariaDB', { begin: beginDatabase, isReady, say }),
    databaseUrl: databaseUrl(folder),
    ownerUrl: ownerUrl(folder),
    databaseSocket: databaseSocket(folder),
    redis: keepUp('Redis', { begin: beginRedis, isReady, say }),
    redisSocket: redisSocket(folder),
    /** What Redis kept on its disk; it must be down. */
    emptyRedis: () => rmSync(path.join(folder.root, 'redis'), { recursive: true, force: true }),
  };
}

/** A connection beside the product, as its owner; whoever opens it ends it. */
export function connectTo(url, options = {}) {
  const { searchParams, username, pathname } = new URL(url);
  return mysql.createConnection({
    socketPath: searchParams.get('socketPath'),
    user: username,
    database: pathname.slice(1),
    timezone: 'Z',
    supportBigNumbers: true,
    dateStrings: ['DATE'],
    ...options,
  });
}

/** Asks the database beside the product; a connection a question, because the server comes and goes. */
export async function askDatabase(url, sql, parameters = []) {
  const connection = await connectTo(url);
  try {
    const [rows] = await connection.query(sql, parameters);
    return rows;
  } finally {
    connection.destroy();
  }
}

/** Gives Redis one command beside the product. */
export async function tellRedis(socket, ...words) {
  const redis = new Redis({ path: socket, lazyConnect: true, maxRetriesPerRequest: 1, retryStrategy: () => null });
  redis.on('error', () => undefined);
  try {
    await redis.connect();
    return await redis.call(...words);
  } finally {
    redis.disconnect();
  }
}
