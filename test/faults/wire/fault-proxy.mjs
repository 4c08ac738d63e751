// A line that can be made bad: it stands before a server, on a port or a socket file, and is perfect until told otherwise.
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import net from 'node:net';
import { openWire } from './wire.mjs';

/** What can be wrong with a line, in any mixture. */
const fair = {
  /** Each way, and up to `jitterMs` more. */
  delayMs: 0,
  jitterMs: 0,
  bytesPerSecond: Infinity,
  /** Bytes wait until it thaws. */
  isFrozen: false,
  /** Bytes vanish, and the connections of that time never speak again. */
  isHole: false,
  /** New connections are turned away. */
  isRefused: false,
  /** Each connection breaks after a random number of bytes up to this, in either direction. */
  cutWithin: 0,
  /** The share of answers that break instead of arriving. */
  loseAnswers: 0,
};

/** `listen` and `target` are `{ port }` or `{ path }`; chance comes from `random`, so that a seed repeats it. */
export async function openFaultProxy({ listen, target, random }) {
  const wires = new Set();
  let weather = fair;
  let nextCut = null;

  const server = net.createServer({ allowHalfOpen: true, noDelay: true }, (near) => {
    if (weather.isRefused) return void near.resetAndDestroy();
    const wire = openWire(near, weather.isHole ? null : connectTo(target), { weatherNow: () => weather, random });
    wires.add(wire);
    near.once('close', () => wire.isGone && wires.delete(wire));
    const cut = nextCut ?? (weather.cutWithin > 0 ? someCut() : null);
    if (cut) wire.cutAfter(cut);
    nextCut = null;
  });
  if (listen.path) rmSync(listen.path, { force: true });
  server.listen(placeOf(listen));
  await once(server, 'listening');

  function someCut() {
    const direction = random() < 0.5 ? 'up' : 'down';
    const manner = random() < 0.5 ? 'reset' : 'close';
    return { direction, manner, bytes: 1 + Math.floor(random() * weather.cutWithin) };
  }

  /** Makes the weather: what is not named is fair. */
  function set(next) {
    weather = { ...fair, ...next };
    for (const wire of wires) {
      if (wire.isGone) wires.delete(wire);
      if (weather.isHole) wire.deafen();
      if (weather.cutWithin > 0) wire.cutAfter(someCut());
      else wire.uncut();
      wire.stir();
    }
  }

  return {
    port: listen.path ? null : server.address().port,
    set,
    /** Fair again. What fell into a hole stays silent, or is reset when `wakesDead`, as by a router that forgot it. */
    clear({ wakesDead = false } = {}) {
      set(fair);
      if (wakesDead) for (const wire of wires) if (wire.isDeaf) wire.breakOff('reset');
    },
    /** Breaks the next connection after exactly so many `bytes` in that `direction` (up, down), in that `manner`. */
    cutNext(cut) {
      nextCut = cut;
    },
    /** Every server goes away and no client is told. */
    halfOpen() {
      for (const wire of wires) wire.halfOpen();
    },
    async close() {
      for (const wire of wires) wire.breakOff('reset');
      server.close();
      await once(server, 'close');
    },
  };
}

const placeOf = (place) => (place.path ? { path: place.path } : { host: '127.0.0.1', port: place.port });

function connectTo(target) {
  return net.connect({ ...placeOf(target), allowHalfOpen: true, noDelay: true });
}
