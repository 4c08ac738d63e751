import { addressOf } from '@tandem/database';

const names = new Set(['localhost', '127.0.0.1', '::1', '[::1]']);

/** Whether what is said to the database never leaves this machine. */
export function isOnThisMachine(databaseUrl: string): boolean {
  const { host, socketPath } = addressOf(databaseUrl);
  return socketPath !== undefined || names.has(host);
}
