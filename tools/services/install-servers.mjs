// Makes sure that MariaDB and Redis are on the machine: installs them where we may, else says how in one sentence.
import { findDatabaseServer, findRedisServer } from './find-servers.mjs';
import { canInstall, commandToInstall, installWithApt, systemName } from './packages-of-the-system.mjs';
import { PlainError } from '../plain-error.mjs';

const database = {
  name: 'MariaDB',
  variable: 'DATABASE_URL',
  find: findDatabaseServer,
  packages: {
    debian: ['mariadb-server-core', 'mariadb-client-core'],
    fedora: ['mariadb-server'],
    alpine: ['mariadb', 'mariadb-client'],
    arch: ['mariadb'],
    suse: ['mariadb'],
    brew: ['mariadb'],
  },
};

const redis = {
  name: 'Redis',
  variable: 'REDIS_URL',
  find: findRedisServer,
  packages: {
    debian: ['redis-server'],
    fedora: ['valkey'],
    alpine: ['redis'],
    arch: ['valkey'],
    suse: ['redis'],
    brew: ['redis'],
  },
};

/** The programs asked for, found or freshly installed: `{ database, redis }`, null where it was not asked for. */
export async function obtainServers({ needDatabase = true, needRedis = true, say }) {
  const wanted = [needDatabase && database, needRedis && redis].filter(Boolean);
  const missing = wanted.filter((server) => server.find() === null);
  if (missing.length > 0) await install(missing, say);
  return { database: needDatabase ? database.find() : null, redis: needRedis ? redis.find() : null };
}

async function install(missing, say) {
  if (!canInstall()) throw new PlainError(advice(missing));
  await installWithApt(packagesFor(missing).debian, say);
  const still = missing.filter((server) => server.find() === null);
  if (still.length > 0) throw new PlainError(advice(still));
}

function advice(missing) {
  const names = missing.map(({ name }) => name).join(' and ');
  const variables = missing.map(({ variable }) => variable).join(' and ');
  const command = commandToInstall(packagesFor(missing));
  const how = command ? `Install ${missing.length > 1 ? 'them' : 'it'} with \`${command}\`` : `Install ${names}`;
  return (
    `Tandem needs ${names}, which this machine (${systemName()}) does not have. ${how}, ` +
    `or set ${variables} to servers you already run, or use \`docker compose -f docker/compose.yml up\`.`
  );
}

function packagesFor(servers) {
  const systems = Object.keys(database.packages);
  return Object.fromEntries(systems.map((key) => [key, servers.flatMap((server) => server.packages[key])]));
}
