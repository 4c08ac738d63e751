import { Problem, unavailable } from '@tandem/kernel';

interface ServerError {
  readonly errno?: number;
  readonly code?: string;
  readonly message?: string;
}

/** Deadlock, snapshot conflict, lock wait and a node that is not ready: the whole transaction may simply run again. */
const retryable = new Set([1213, 1020, 1205, 1047]);

/** Server going away, shutting down, out of connections, or killed while we waited. */
const away = new Set([1040, 1053, 1077, 1079, 1152, 1184, 1203, 1226, 1317, 1927, 2002, 2003, 2006, 2013]);

const socketCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'PROTOCOL_CONNECTION_LOST',
  'POOL_CLOSED',
]);

const errnoOf = (error: unknown): number => (error as ServerError | null)?.errno ?? 0;

/** Somebody else was first at something only one can do: the whole transaction runs again and sees what they did. */
export class Overtaken extends Error {}

export const isRetryable = (error: unknown): boolean => error instanceof Overtaken || retryable.has(errnoOf(error));

/** The server gave a statement up because it took too long (MariaDB, MySQL). */
const isTooSlow = (error: unknown): boolean => errnoOf(error) === 1969 || errnoOf(error) === 3024;

/** The server was told to take no writes, as a replica or while another one takes over: the option, InnoDB, a transaction. */
const readOnly = new Set([1290, 1836, 1792]);

/**
 * No room on the disk or in the table; the storage engines say it in their own words under a number for anything. A value that is
 * there already is quoted in its error, and may say what it likes.
 */
const isFull = (error: unknown): boolean =>
  errnoOf(error) === 1021 ||
  errnoOf(error) === 1114 ||
  (!isDuplicate(error) &&
    /No space left on device|Disk quota exceeded/.test((error as ServerError | null)?.message ?? ''));

/** What a person can do something about is told as such; everything else is passed on. */
export function tellInOurWords(error: unknown): never {
  if (isTooSlow(error)) throw tooSlow();
  if (readOnly.has(errnoOf(error))) throw takesNoWrites();
  if (isFull(error)) throw full();
  throw error;
}

const tooSlow = () =>
  unavailable(
    'database.too_slow',
    'The answer took too long to find. Ask for less, such as a shorter period, or try again later.',
    { retryAfter: 5 },
  );

const takesNoWrites = () =>
  unavailable(
    'database.read_only',
    'The database takes no changes right now. Nothing was changed; what is stored can be read. Try again in a moment.',
    { retryAfter: 10 },
  );

const full = () =>
  unavailable(
    'database.full',
    'The database has no room left. Nothing was changed; tell whoever looks after the server, and try again later.',
    { retryAfter: 60 },
  );

/** A unique key that already holds this value. */
export const isDuplicate = (error: unknown): boolean => errnoOf(error) === 1062;

/** The server does not let this user in, or not do this: wrong password, database, or rights. */
export const isDenied = (error: unknown): boolean => [1044, 1045, 1142, 1227, 1370, 1698].includes(errnoOf(error));

/** The database could not be reached, or the connection broke: nothing is known to be wrong with the request itself. */
export function isConnectionFailure(error: unknown): boolean {
  const found = error as ServerError | null;
  if (typeof found !== 'object' || found === null) return false;
  if (away.has(errnoOf(error)) || socketCodes.has(found.code ?? '')) return true;
  return /closed state|Pool is closed|Connection is closed|No connections available|Queue limit reached|Connection lost/i.test(
    found.message ?? '',
  );
}

const outages = new Set(['database.read_only', 'database.full']);

/** The database serves nobody who writes right now: it is away, takes no writes, or is full. Whoever works goes on later. */
export const isOutage = (error: unknown): boolean =>
  isConnectionFailure(error) || (error instanceof Problem && outages.has(error.code));
