// One direction of a wire: bytes come in, and go out as the weather allows.

/** Pieces per second in which a narrow wire gives out its bytes. */
const piecesPerSecond = 20;

/**
 * Carries bytes from one socket to the other. `weatherNow()` is asked at every chunk, so a change is felt at once; `loses()`
 * says of each chunk whether it is taken away; `onCut` is called when the limit of bytes has passed.
 */
export function openLane(from, to, { weatherNow, random, loses, onCut }) {
  const waiting = [];
  let passed = 0;
  let limit = Infinity;
  let freeAt = 0;
  let timer = null;
  let isDeaf = false;

  from.on('data', (chunk) => {
    if (isDeaf || loses()) return;
    const { delayMs, jitterMs, bytesPerSecond, isFrozen } = weatherNow();
    const isCalm = delayMs === 0 && jitterMs === 0 && bytesPerSecond === Infinity && !isFrozen;
    if (isCalm && waiting.length === 0) give(chunk);
    else hold(chunk, delayMs + jitterMs * random());
  });
  from.on('end', () => {
    if (isDeaf) return;
    if (waiting.length === 0) to.end();
    else hold(null, 0);
  });

  function hold(chunk, delayMs) {
    const due = performance.now() + delayMs;
    // What was sent first arrives first, however the delays fell.
    waiting.push({ chunk, due: Math.max(due, waiting.at(-1)?.due ?? 0) });
    stir();
  }

  function stir() {
    clearTimeout(timer);
    while (waiting.length > 0 && !weatherNow().isFrozen) {
      const at = Math.max(waiting[0].due, freeAt);
      const now = performance.now();
      if (at > now) {
        timer = setTimeout(stir, at - now);
        return;
      }
      giveFirst(now);
    }
  }

  function giveFirst(now) {
    const { bytesPerSecond } = weatherNow();
    const first = waiting[0];
    const size = first.chunk === null ? 0 : Math.max(1, Math.floor(bytesPerSecond / piecesPerSecond));
    if (first.chunk === null || size >= first.chunk.length) waiting.shift();
    if (first.chunk === null) return to.end();
    const piece = first.chunk.subarray(0, Math.min(size, first.chunk.length));
    first.chunk = first.chunk.subarray(piece.length);
    if (bytesPerSecond !== Infinity) freeAt = now + (piece.length / bytesPerSecond) * 1_000;
    return give(piece);
  }

  function give(chunk) {
    if (to.destroyed || passed >= limit) return;
    const piece = chunk.subarray(0, Math.min(chunk.length, limit - passed));
    passed += piece.length;
    if (!to.write(piece)) {
      from.pause();
      to.once('drain', () => from.resume());
    }
    if (passed >= limit) onCut();
  }

  return {
    stir,
    /** Cuts after so many more bytes. */
    limitTo(more) {
      limit = passed + more;
    },
    /** From now on bytes vanish, and so does what was on its way. */
    deafen() {
      isDeaf = true;
      waiting.length = 0;
      clearTimeout(timer);
    },
    close() {
      clearTimeout(timer);
    },
  };
}
