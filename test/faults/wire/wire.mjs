// One connection through the proxy: the client's socket is `near`, the server's is `far`.
import { openLane } from './lane.mjs';

/** `far` is null when the connection fell into a hole before it reached the server. */
export function openWire(near, far, { weatherNow, random }) {
  let isDeaf = false;
  let manner = 'reset';
  const lanes = far ? { up: lane(near, far, never), down: lane(far, near, losesAnswer) } : {};
  const ends = [near, far].filter(Boolean);

  for (const end of ends) {
    end.on('error', () => undefined);
    end.once('close', (isBroken) => {
      if (!isBroken || isDeaf) return;
      for (const other of ends) if (other !== end) reset(other);
    });
  }
  if (!far) deafen();

  function lane(from, to, loses) {
    // What has just been written must leave before the cut.
    return openLane(from, to, { weatherNow, random, loses, onCut: () => setImmediate(breakOff, manner) });
  }

  function losesAnswer() {
    const { loseAnswers } = weatherNow();
    const loses = loseAnswers > 0 && random() < loseAnswers;
    if (loses) breakOff('reset');
    return loses;
  }

  function deafen() {
    isDeaf = true;
    near.resume();
    for (const each of Object.values(lanes)) each.deafen();
  }

  /** `reset` tells both ends at once, `close` ends politely, `stall` leaves the connection open for ever. */
  function breakOff(how) {
    if (how === 'stall') return;
    for (const end of ends) {
      if (how === 'reset') reset(end);
      else end.destroy();
    }
  }

  return {
    breakOff,
    deafen,
    get isDeaf() {
      return isDeaf;
    },
    get isGone() {
      return ends.every((end) => end.destroyed);
    },
    /** The weather has changed. */
    stir() {
      for (const each of Object.values(lanes)) each.stir();
    },
    /** Breaks off after so many more bytes `up`, to the server, or `down`. */
    cutAfter(cut) {
      manner = cut.manner;
      lanes[cut.direction]?.limitTo(cut.bytes);
    },
    uncut() {
      for (const each of Object.values(lanes)) each.limitTo(Infinity);
    },
    /** The server goes away and nobody tells the client. */
    halfOpen() {
      deafen();
      far?.destroy();
    },
  };
}

const never = () => false;

/** A socket file knows no reset: there the end is all that can be felt. */
function reset(socket) {
  if (socket.remoteAddress) socket.resetAndDestroy();
  else socket.destroy();
}
