// What the clients saw: how many, how fast, how often again, and from when on it worked once more.

/** The longest a request may take, answered or broken. */
export const longestMs = 35_000;

/** Moves at the start that are not measured: the programs are still warming up. */
const warmUpMs = 3_000;

export function openTally() {
  const began = performance.now();
  const moves = [];
  const wrongAnswers = [];
  const unanswered = [];
  const unserved = [];
  const waiting = new Set();
  let repeated = 0;
  let replayed = 0;
  let bare = 0;
  let longest = 0;

  return {
    moves,
    wrongAnswers,
    /** Moves that were given up without an answer. */
    unansweredMoves: unanswered,
    get counts() {
      return { acknowledged: moves.length, repeated, replayed, longestMs: Math.round(longest) };
    },
    /** Answers of 503 that do not say what is wrong or when to come again. */
    get bareRefusals() {
      return bare;
    },
    attempt({ sent, now, answer }) {
      longest = Math.max(longest, now - sent);
      if (answer.status === 503 && !(answer.body?.code && answer.headers['retry-after'])) bare += 1;
      if (answer.status !== 200) unserved.push({ at: now, what: answer.lost ?? answer.status });
    },
    acknowledged({ first, sent, now, attempt, answer }) {
      moves.push({ first, ms: now - first });
      if (attempt > 1) repeated += 1;
      if (answer.headers['idempotency-replayed']) replayed += 1;
      for (const each of waiting) {
        if (sent < each.since) continue;
        waiting.delete(each);
        each.resolve(now - each.since);
      }
    },
    wrong: (asked, { attempt, answer }) =>
      void wrongAnswers.push({ key: asked.key, attempt, status: answer.status, code: answer.body?.code ?? null }),
    unanswered: (asked) => void unanswered.push(asked.key),
    /** Milliseconds until a move that was sent after `since` is acknowledged; Infinity when none is within `patienceMs`. */
    servingAgain(since, patienceMs) {
      return new Promise((resolve) => {
        const each = { since, resolve };
        waiting.add(each);
        setTimeout(() => waiting.delete(each) && resolve(Infinity), patienceMs).unref();
      });
    },
    /** How long moves took that were under way while one of the windows was open, and all the others. */
    speeds(windows) {
      const within = ({ first, ms }) => windows.some(({ from, until }) => first <= until && first + ms >= from);
      const measured = moves.filter(({ first }) => first - began > warmUpMs);
      return {
        normal: speedOf(measured.filter((move) => !within(move))),
        disturbed: speedOf(measured.filter(within)),
      };
    },
    /** How often "try again" was said while one of the windows was open. */
    refusedWithin: (windows) =>
      unserved.filter(({ at, what }) => what === 503 && windows.some(({ from, until }) => at >= from && at <= until))
        .length,
    /** What was not answered by 200, by kind: a status or the code of a broken connection. */
    get notServed() {
      const kinds = {};
      for (const { what } of unserved) kinds[what] = (kinds[what] ?? 0) + 1;
      return kinds;
    },
  };
}

function speedOf(moves) {
  const sorted = moves.map(({ ms }) => ms).sort((a, b) => a - b);
  return { moves: sorted.length, p50: shareOf(sorted, 0.5), p99: shareOf(sorted, 0.99) };
}

/** The value that this share of a sorted list does not pass; null of nothing. */
export function shareOf(sorted, share) {
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  return value === undefined ? null : Math.round(value);
}
