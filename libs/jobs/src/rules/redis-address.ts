/** Where Redis is and who we are there. */
export interface RedisAddress {
  readonly host?: string;
  readonly port?: number;
  /** A socket in the file system; host and port are then absent. */
  readonly path?: string;
  readonly username?: string;
  readonly password?: string;
  readonly db: number;
  readonly tls?: { readonly servername: string };
}

/** Reads `redis://user:password@host:6379/0`, `rediss://…` (TLS) and `unix:///path/to.sock?db=0`. */
export function redisAddress(address: string): RedisAddress {
  const url = new URL(address);
  const db = Number(url.searchParams.get('db') ?? (url.protocol === 'unix:' ? 0 : url.pathname.slice(1) || 0));
  if (!Number.isInteger(db) || db < 0) throw new Error('REDIS_URL names a database that is no number');
  const who = {
    ...(url.username ? { username: decodeURIComponent(url.username) } : {}),
    ...(url.password ? { password: decodeURIComponent(url.password) } : {}),
  };
  if (url.protocol === 'unix:') return { path: decodeURIComponent(url.pathname), ...who, db };
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1') || '127.0.0.1';
  const port = url.port ? Number(url.port) : 6379;
  return { host, port, ...who, db, ...(url.protocol === 'rediss:' ? { tls: { servername: host } } : {}) };
}
