/** The database of this jest worker alone, so that two stories never meet. It is created by the migrations. */
export const testDatabaseUrl = (): string => ownDatabase('TEST_DATABASE_URL');

/** The same database as its owner sees it, who alone makes tables and changes what is append-only. */
export const testOwnerUrl = (): string => ownDatabase('TEST_DATABASE_OWNER_URL');

/** The Redis database of this jest worker alone. */
export function testRedisUrl(): string {
  const url = new URL(given('TEST_REDIS_URL'));
  if (url.protocol === 'unix:') url.searchParams.set('db', worker());
  else url.pathname = `/${worker()}`;
  return url.href;
}

function ownDatabase(name: string): string {
  const url = new URL(given(name));
  url.pathname = `/tandem_test_${worker()}`;
  return url.href;
}

const worker = (): string => process.env.JEST_WORKER_ID ?? '1';

function given(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: stories run through jest with the project's own configuration.`);
  return value;
}
