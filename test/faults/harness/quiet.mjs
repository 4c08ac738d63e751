// After the faults: until everything that was left undone is done.
import { setTimeout as pause } from 'node:timers/promises';

const patienceMs = 150_000;

/** In this order: an agenda comes with its event and its letters, so they are counted after it. */
const questions = {
  agendas: `SELECT COUNT(*) AS n FROM meeting_series s WHERE s.active AND NOT EXISTS
    (SELECT 1 FROM agenda a WHERE a.series_id = s.id AND a.composed_at >= ?)`,
  events: `SELECT COUNT(*) AS n FROM outbox_event WHERE state = 'pending'`,
  letters: `SELECT COUNT(*) AS n FROM delivery WHERE state IN ('pending', 'claimed', 'sending', 'retry')
    OR (state = 'uncertain' AND NOT maybe_duplicate AND available_at < NOW() + INTERVAL 1 HOUR)`,
};

/** Waits until the outbox is empty, every agenda written and every letter under way settled: `{ ms, left }`. */
export async function untilQuiet(house, since) {
  const began = performance.now();
  for (;;) {
    const left = {};
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
