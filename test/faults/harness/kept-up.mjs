// A process that is kept up, as a service manager keeps it, and that can be killed, frozen and thawed by its own pid.
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { hasEnded } from '../../../tools/services/processes.mjs';

/** How long a service manager waits before it starts again what ended. */
const restMs = 250;

/** `begin()` starts the process and gives it; `isReady(child)` resolves when it serves. What then ends without our doing is counted. */
export function keepUp(name, { begin, isReady, say }) {
  let child = null;
  let begunAt = -Infinity;
  let keeping = null;
  let keptBy = Promise.resolve();
  let ends = 0;
  let endedByItself = 0;

  async function keep(mine, onReady) {
    for (; keeping === mine; await pause(restMs)) {
      begunAt = performance.now();
      child = await begin().catch((error) => told(error));
      if (!child) continue;
      const gone = hasEnded(child) ? Promise.resolve() : once(child, 'exit');
      if (keeping !== mine) strike(child, 'SIGKILL');
      const serves = await Promise.race([isReady(child).then(() => true), gone.then(() => false)]);
      if (serves) onReady();
      await gone;
      if (keeping === mine) ends += 1;
      if (!serves || keeping !== mine) continue;
      endedByItself += 1;
      say(`${name} ended by itself (${child.signalCode ?? child.exitCode})`);
    }
  }

  function told(error) {
    say(`${name} does not start: ${error.message.split('\n')[0]}`);
    return null;
  }

  return {
    name,
    /** Starts it and keeps it up; resolves when it serves. */
    up() {
      keeping = Symbol(name);
      return new Promise((resolve, reject) => {
        keptBy = keep(keeping, resolve);
        keptBy.catch(reject);
      });
    },
    /** Ends it without warning and leaves it down. */
    async kill() {
      keeping = null;
      strike(child, 'SIGKILL');
      await keptBy;
    },
    freeze: () => strike(child, 'SIGSTOP'),
    thaw: () => strike(child, 'SIGCONT'),
    /** The process of now, as the system knows it. */
    get pid() {
      return child?.pid;
    },
    /** When it was started, as of `performance.now()`. */
    get begunAt() {
      return begunAt;
    },
    /** How often it ended without our doing, served or not. */
    get ends() {
      return ends;
    },
    /** How often it ended without our doing after it had served. */
    get endedByItself() {
      return endedByItself;
    },
  };
}

function strike(child, signal) {
  if (child && !hasEnded(child)) process.kill(child.pid, signal);
}
