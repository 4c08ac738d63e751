// The servers Tandem works with: private ones kept alive under `.data/`, or those whose addresses are given.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { obtainServers } from '../services/install-servers.mjs';
import { databaseUrl, ownerUrl, startMariadb } from '../services/mariadb.mjs';
import { redisUrl, startRedis } from '../services/redis.mjs';
import { keepAlive } from './keep-alive.mjs';

/** Starts what is not given and gives the addresses of all once they answer. How to stop it goes onto `undo`. */
export async function startInstances(folder, settings, { say, undo }) {
  const needDatabase = !settings.databaseUrl;
  const needRedis = !settings.redisUrl;
  const servers = await obtainServers({ needDatabase, needRedis, say });
  const kept = [
    needDatabase && keepAlive('MariaDB', () => startMariadb(servers.database, folder), { say }),
    needRedis && keepAlive('Redis', () => startRedis(servers.redis, folder), { say }),
  ].filter(Boolean);
  for (const server of kept) server.settle();
  undo.push(() => Promise.all(kept.map((server) => server.stop())));
  await Promise.all(kept.map((server) => server.startNow()));
  return {
    ...(needDatabase
      ? { DATABASE_URL: databaseUrl(folder), DATABASE_OWNER_URL: ownerUrl(folder) }
      : { DATABASE_URL: settings.databaseUrl, DATABASE_OWNER_URL: settings.ownerUrl }),
    REDIS_URL: settings.redisUrl || redisUrl(folder),
  };
}

/** Lets commands in other terminals find this launcher. Addresses of servers may hold passwords: owner only. */
export function publishInstances(folder, { urls, address }) {
  writeFileSync(folder.instances, JSON.stringify({ pid: process.pid, urls, address }), { mode: 0o600 });
  return () => rmSync(folder.instances, { force: true });
}

/** `{ urls, address }` as the launcher with this pid has published them, or null while it is still starting. */
export function publishedInstances(folder, ownerPid) {
  try {
    const { pid, ...published } = JSON.parse(readFileSync(folder.instances, 'utf8'));
    return pid === ownerPid ? published : null;
  } catch {
    return null;
  }
}
