// What the person who starts Tandem has chosen: the environment, completed by a `.env` file.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { PlainError } from '../plain-error.mjs';

/** The folder of this checkout. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

export function readSettings() {
  const file = path.join(root, '.env');
  if (existsSync(file)) process.loadEnvFile(file); // what the environment already says stays
  return {
    databaseUrl: given('DATABASE_URL'),
    ownerUrl: given('DATABASE_OWNER_URL'),
    redisUrl: given('REDIS_URL'),
    host: given('HOST') || '127.0.0.1',
    port: readPort(given('PORT')),
  };
}

/** A value of the environment, or the content of the file that `<NAME>_FILE` names, as the product reads it too. */
function given(name) {
  const file = process.env[`${name}_FILE`];
  try {
    return file ? readFileSync(file, 'utf8').trim() : (process.env[name] ?? '');
  } catch (error) {
    throw new PlainError(`${name}_FILE names ${file}, which cannot be read (${error.code}).`);
  }
}

/** The address a browser on this machine opens: a server that listens everywhere is met on the loopback. */
export function addressOf({ host, port }) {
  const met = { '0.0.0.0': '127.0.0.1', '::': '[::1]' }[host] ?? (host.includes(':') ? `[${host}]` : host);
  return `http://${met}:${port}`;
}

function readPort(text) {
  if (!text) return 3000;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port;
  throw new PlainError(
    `PORT is "${text}", which is not a port: give a number from 1 to 65535, as in PORT=3001 npm start.`,
  );
}
