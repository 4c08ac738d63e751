import type { HealthWire } from '@tandem/contracts';

/** What an administrator has to know on every page. */
export type Trouble =
  | { readonly kind: 'broken'; readonly laws: number }
  | { readonly kind: 'failed' }
  | { readonly kind: 'behind'; readonly waiting: number }
  | { readonly kind: 'overdue'; readonly since: string }
  | { readonly kind: 'silent'; readonly since: string };

const longestMs = 36 * 3_600_000;

/** The worst that is off with records and worker; null when nothing is, or nobody knows yet. */
export function findTrouble({ latest, worker, figures }: HealthWire, now: number): Trouble | null {
  const laws = latest?.verdicts?.filter(({ violations }) => violations > 0).length ?? 0;
  if (laws > 0) return { kind: 'broken', laws };
  if (latest?.state === 'failed') return { kind: 'failed' };
  if (worker.seenAt !== null && !worker.isAlive) return { kind: 'silent', since: worker.seenAt };
  if (figures.isBehind) return { kind: 'behind', waiting: figures.waiting };
  const since = latest?.finishedAt ?? null;
  return since !== null && now - Date.parse(since) > longestMs ? { kind: 'overdue', since } : null;
}
