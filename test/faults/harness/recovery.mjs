// From when on things worked again after a fault.
import { setTimeout as pause } from 'node:timers/promises';

const patienceMs = 90_000;

/** Milliseconds from a moment of `performance.now()`; Infinity when it did not come to be in time. */
export const recoveryOf = (house, tally) => ({
  /** A move that was sent after that moment is acknowledged. */
  moves: (since) => tally.servingAgain(since, patienceMs),
  /** A worker that was started after that moment shows that it works; when it was started its own clock may tell wrongly. */
  async worker(since) {
    const began = new Date(Date.now() - (performance.now() - since));
    while (performance.now() - since < patienceMs) {
      const pids = house.workers.filter(({ begunAt }) => begunAt >= since).map(({ pid }) => pid);
      const sql = `SELECT COUNT(*) AS workers FROM worker_heartbeat WHERE beat_at >= ? AND SUBSTRING_INDEX(worker, ':', -1) IN (?)`;
      const [row] = await house.ask(sql, [began, [0, ...pids]]).catch(() => []);
      if (Number(row?.workers ?? 0) > 0) return performance.now() - since;
      await pause(200);
    }
    return Infinity;
  },
});
