import { setTimeout as pause } from 'node:timers/promises';

/** How long a sweep may wait for Redis before it goes on without. */
export const patienceMs = 2_000;

/** What was asked for, or null when Redis did not answer in time; the late answer is of no interest any more. */
export async function inTime<T>(asked: Promise<T>): Promise<T | null> {
  const waited = new AbortController();
  asked.catch(() => undefined);
  const timeout = pause(patienceMs, null, { signal: waited.signal }).catch(() => null);
  try {
    return await Promise.race([asked, timeout]);
  } finally {
    waited.abort();
  }
}
