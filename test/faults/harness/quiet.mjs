// After the faults: until everything that was left undone is done.
import { setTimeout as pause } from 'node:timers/promises';

const patienceMs = 150_000;

/** In this order: an agenda comes with its event, its letters and webhooks, so they are counted after it. */
const questions = {
  agendas: `SELECT COUNT(*) AS n FROM meeting_series s WHERE s.active AND NOT EXISTS
    (SELECT 1 FROM agenda a WHERE a.series_id = s.id AND a.composed_at >= ?)`,
  events: `SELECT COUNT(*) AS n FROM outbox_event WHERE state = 'pending'`,
  letters: `SELECT COUNT(*) AS n FROM delivery WHERE state IN ('pending', 'claimed', 'sending', 'retry')
    OR (state = 'uncertain' AND NOT maybe_duplicate AND available_at < NOW() + INTERVAL 1 HOUR)`,
  webhooks: `SELECT COUNT(*) AS n FROM webhook_delivery WHERE state IN ('pending', 'sending')`,
};

/** A second failure is followed by five minutes of patience, which nobody has here. What was never tried must go by itself. */
const hurryWebhooks = `UPDATE webhook_delivery SET available_at = UTC_TIMESTAMP(3)
  WHERE state = 'pending' AND attempts > 0 AND available_at > UTC_TIMESTAMP(3)`;

/** Waits until the outbox is empty, every agenda written, every letter and every webhook under way settled: `{ ms, left }`. */
export async function untilQuiet(house, since) {
  const began = performance.now();
  for (;;) {
    const left = {};
    await house.ask(hurryWebhooks).catch(unlessDeadlocked);
    for (const [name, sql] of Object.entries(questions)) {
      const [row] = await house.ask(sql, [since]);
      left[name] = Number(row.n);
    }
    const ms = Math.round(performance.now() - began);
    const isQuiet = Object.values(left).every((count) => count === 0);
    if (isQuiet || ms > patienceMs) return { ms, isQuiet, left };
    await pause(250);
  }
}

/** The worker was at the same rows, which then are not idle; they are hurried the next time. */
function unlessDeadlocked(error) {
  if (error.errno !== 1213) throw error;
}
