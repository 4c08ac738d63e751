import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { beginOf, plusDays, type Day } from '../calendar';
import type { Scope } from '../books/book';
import type { History } from '../history/history';
import type { Reading } from '../history/read-log';
import { standAt } from '../history/stand-at';

/** An answer line by line: what is told of, and what is said of it. */
export type Told = ReadonlyMap<string, string>;

/** What every question has. */
export interface Question {
  readonly period: string;
  readonly reading: Reading;
  /** A past day, included; without one everything counts. */
  readonly asOf?: Day | undefined;
  readonly scope: Scope;
}

/** A question that can be put to the product and to the reference. */
export interface Asking {
  /** Below /figures, or below /api/v1 where it begins with a slash. */
  readonly path: string;
  /** The answer as it would travel, asked of the product's own service, which joins a snapshot that is open. */
  readonly serve: (app: NestFastifyApplication) => Promise<unknown>;
  /** What an answer that travelled says. What chance decided can only be called likely or not, and the history says which. */
  readonly read: (wire: unknown, history: History, now: Date) => Told;
  readonly reckon: (history: History, now: Date) => Told;
}

/**
 * Something the product answers and the reference can reckon. A further one is a file of its own here, and
 * an entry in `all-subjects.ts`.
 */
export type Subject = (question: Question) => readonly Asking[];

/** The moment whose knowledge an answer holds, the history as it stood then, and whether there was anything to know. */
export function standingAt(history: History, now: Date, asOf: Day | undefined) {
  const zone = history.organisation[0]?.zone ?? 'UTC';
  const end = asOf === undefined ? now.getTime() : beginOf(zone, plusDays(asOf, 1)) - 1;
  const present = new Date(Math.min(end, now.getTime()));
  const isPast = present < now;
  const stood = standAt(history, isPast ? present : null, present);
  const isUnknown =
    isPast && [stood.moves, stood.bookings, stood.expenses, stood.quotas].every((rows) => rows.length === 0);
  return { present, stood, isUnknown };
}

/** The question as it stands in an address. */
export function queryOf({ period, reading, asOf, scope }: Question, further: Readonly<Record<string, string>>): string {
  const slices = Object.entries(scope).map(([slice, id]) => [slice, id ?? 'none']);
  const day = asOf === undefined ? {} : { asOf };
  return new URLSearchParams({ period, reading, ...day, ...Object.fromEntries(slices), ...further }).toString();
}
