import { finding, judgeWaiting, type Finding } from './finding';
import type { ImportsStanding, SumsStanding, VerificationStanding } from './standing';

/** One a night, and half a day of grace. */
const longestUnverifiedMs = 36 * 3_600_000;

export function judgeImports({ latest, stuck }: ImportsStanding, now: Date): Finding {
  const waits = judgeWaiting(stuck, now);
  if (waits !== 'good') return finding('imports', waits, 'stuck', { at: stuck });
  if (latest === null) return finding('imports', 'good', 'never');
  const { state, at } = latest;
  if (state === 'failed') return finding('imports', 'watch', 'failed', { at });
  return finding('imports', 'good', state === 'done' ? 'done' : 'underWay', { at });
}

/** Without a worker everything waits, and that is said already. */
export function judgeSums(sums: SumsStanding, isWorkerAlive: boolean): Finding {
  const { state, built, total, waiting, waitsSince, isBehind } = sums;
  if (isBehind && isWorkerAlive) return finding('sums', 'bad', 'behind', { facts: { count: waiting }, at: waitsSince });
  if (state === 'building') return finding('sums', 'watch', 'building', { facts: { built, total } });
  if (state === 'none') return finding('sums', 'watch', 'none');
  return finding('sums', 'good', 'fresh', { facts: { count: waiting } });
}

export function judgeVerification({ latest, isRunning }: VerificationStanding, now: Date): Finding {
  if (latest === null) return finding('verification', 'watch', isRunning ? 'first' : 'never');
  const { at, violations } = latest;
  if (latest.state === 'failed') return finding('verification', 'bad', 'failed', { at });
  if (violations > 0) return finding('verification', 'bad', 'violated', { facts: { count: violations }, at });
  if (now.getTime() - at.getTime() > longestUnverifiedMs) return finding('verification', 'watch', 'overdue', { at });
  return finding('verification', 'good', 'holds', { at });
}
