import { startThrowawayPair } from '../../tools/services/throwaway-pair.mjs';

/** Gives every story a real MariaDB and Redis: those of `npm test`, or a pair of its own when jest is called directly. */
export default async function startServers() {
  if (process.env.TEST_DATABASE_URL && process.env.TEST_REDIS_URL) return;
  const pair = await startThrowawayPair((message) => process.stderr.write(`${message}\n`));
  process.env.TEST_DATABASE_URL = pair.databaseUrl;
  process.env.TEST_DATABASE_OWNER_URL = pair.ownerUrl;
  process.env.TEST_REDIS_URL = pair.redisUrl;
  globalThis.stopTestServers = pair.stop;
}
