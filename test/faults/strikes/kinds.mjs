// Every kind of fault, by name.
import { backups } from './backups.mjs';
import { clocks } from './clocks.mjs';
import { connections } from './connections.mjs';
import { database } from './database.mjs';
import { freezes } from './freezes.mjs';
import { kills } from './kills.mjs';
import { network } from './network.mjs';
import { redis } from './redis.mjs';

/**
 * A kind: `says` what is done in plain words; `lane`: faults of one lane take turns, those of different lanes meet;
 * `strike(house, { holdMs, random })` does it, undoes it, and gives the moment from which recovery counts,
 * or `{ since, hits }` with counts of what it met, none of which may be 0 in a run that is to prove something;
 * `recovers`: what must work again, the moves or the worker; `withinSeconds`: by when, for 95 of 100; `refuses`: moves must be refused
 * meanwhile; `readsGoOn`: whoever only looks must notice nothing; `mayEnd`: the program that is allowed to end by itself.
 */
export const kinds = new Map(
  [...kills, ...connections, ...database, ...freezes, ...redis, ...network, ...clocks, ...backups].map((kind) => [
    kind.name,
    kind,
  ]),
);
