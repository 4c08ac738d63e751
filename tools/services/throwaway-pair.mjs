// A MariaDB and a Redis for one run of tests: in memory where there is some, gone afterwards whatever happens.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openDataFolder } from './data-folder.mjs';
import { memoryFolder } from './database-files.mjs';
import { obtainServers } from './install-servers.mjs';
import { databaseUrl, ownerUrl, startMariadb } from './mariadb.mjs';
import { birthOf } from './processes.mjs';
import { redisUrl, startRedis } from './redis.mjs';

const prefix = 'tandem-test-';

export async function startThrowawayPair(say = () => {}) {
  const { database, redis } = await obtainServers({ say });
  const base = memoryFolder(2 ** 30) ?? os.tmpdir();
  sweepLeftovers(base);
  const root = mkdtempSync(path.join(base, `${prefix}${process.pid}-`));
  const folder = openDataFolder(root);
  const started = await Promise.allSettled([
    startMariadb(database, folder, { isThrowaway: true }),
    startRedis(redis, folder, { isThrowaway: true }),
  ]);
  const stop = async () => {
    await Promise.all(started.map(({ value }) => value?.stop()));
    for (const made of [root, folder.run]) rmSync(made, { recursive: true, force: true });
  };
  const failed = started.find(({ status }) => status === 'rejected');
  if (failed) {
    await stop();
    throw failed.reason;
  }
  return { databaseUrl: databaseUrl(folder), ownerUrl: ownerUrl(folder), redisUrl: redisUrl(folder), stop };
}

function sweepLeftovers(base) {
  for (const name of readdirSync(base).filter((entry) => entry.startsWith(prefix))) {
    const owner = Number(name.slice(prefix.length).split('-')[0]);
    if (birthOf(owner) === null) rmSync(path.join(base, name), { recursive: true, force: true });
  }
}
