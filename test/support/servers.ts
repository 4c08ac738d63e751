/** The database of this jest worker alone, so that two stories never meet. It is created by the migrations. */
export function testDatabaseUrl(): string {
  const url = new URL(given('TEST_DATABASE_URL'));
  url.pathname = `/tandem_test_${worker()}`;
  return url.href;
}

/** The Redis database of this jest worker alone. */
export function testRedisUrl(): string {
  const url = new URL(given('TEST_REDIS_URL'));
  if (url.protocol === 'unix:') url.searchParams.set('db', worker());
  else url.pathname = `/${worker()}`;
  return url.href;
}

const worker = (): string => process.env.JEST_WORKER_ID ?? '1';

function given(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: stories run through jest with the project's own configuration.`);
  return value;
}
