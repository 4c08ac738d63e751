import { finding, judgeWaiting, type Finding } from './finding';
import type { LettersStanding, Standing, WebhooksStanding } from './standing';

/** Committed changes on their way to whoever listens. */
export function judgeEvents({ waiting, oldest }: Standing['events'], now: Date): Finding {
  const verdict = judgeWaiting(oldest, now);
  if (verdict === 'good') return finding('events', 'good', 'flowing');
  return finding('events', verdict, 'waiting', { facts: { count: waiting }, at: oldest });
}

/** What did not go is worse than what nobody knows of, and that is worse than what was refused for good. */
export function judgeLetters({ oldest, uncertain, failed, sent }: LettersStanding, now: Date): Finding {
  const waits = judgeWaiting(oldest, now);
  if (waits !== 'good') return finding('letters', waits, 'waiting', { at: oldest });
  if (uncertain > 0) return finding('letters', 'watch', 'uncertain', { facts: { count: uncertain } });
  if (failed > 0) return finding('letters', 'watch', 'failed', { facts: { count: failed } });
  return finding('letters', 'good', 'flowing', { facts: { count: sent } });
}

export function judgeWebhooks({ endpoints, failing, oldest }: WebhooksStanding, now: Date): Finding {
  // The rest of an address is often a secret.
  const details = failing.map((url) => ({ name: 'receiver', value: new URL(url).host, at: null }));
  if (failing.length > 0) return finding('webhooks', 'bad', 'failing', { facts: { count: failing.length }, details });
  const waits = judgeWaiting(oldest, now);
  if (waits !== 'good') return finding('webhooks', waits, 'waiting', { at: oldest });
  if (endpoints === 0) return finding('webhooks', 'good', 'none');
  return finding('webhooks', 'good', 'flowing', { facts: { count: endpoints } });
}
