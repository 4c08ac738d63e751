// Keeps a process running: started again whenever it ends by itself, slower and slower when it will not stay.
import { hasEnded, sleep } from '../services/processes.mjs';
import { PlainError } from '../plain-error.mjs';

const steadyAfterMs = 20_000;
const longestPauseMs = 10_000;
const startsBeforeGivingUp = 3;
const wrongConfiguration = 78; // EX_CONFIG: starting again would say the same

/**
 * `start()` gives `{ child, stop }`. Until `settle()` is called a process that will not stay makes `gaveUp` reject, because
 * a person is waiting; afterwards it is tried for ever, because nobody may be looking.
 */
export function keepAlive(name, start, { say, explainEnd = () => '' }) {
  let running = null;
  let beginning = null;
  let stopping = false;
  const dismissed = new WeakSet();
  let settled = false;
  let failures = 0;
  let giveUp;
  const gaveUp = new Promise((_, reject) => (giveUp = reject));
  gaveUp.catch(() => {}); // it may come before anybody listens

  async function begin() {
    const since = Date.now();
    running = await start();
    const { child } = running;
    const onEnd = () => dismissed.has(child) || void again(Date.now() - since, child.signalCode ?? child.exitCode);
    if (hasEnded(child)) onEnd();
    else child.once('exit', onEnd);
  }

  async function again(livedMs, end) {
    if (stopping) return;
    failures = livedMs > steadyAfterMs ? 0 : failures + 1;
    if (!settled && (failures >= startsBeforeGivingUp || end === wrongConfiguration)) {
      giveUp(
        new PlainError(`${name} does not stay up (${end}).\n${explainEnd()}`, end === wrongConfiguration ? end : 1),
      );
      return;
    }
    say(`${name} ended (${end}); starting it again.`);
    const ended = running;
    await sleep(Math.min(longestPauseMs, 100 * 2 ** failures));
    if (stopping || running !== ended) return; // a new build was quicker
    beginning = begin();
    await beginning.catch((error) => {
      say(error.message);
      return again(0, 'no start');
    });
  }

  async function stop() {
    stopping = true;
    await beginning?.catch(() => {});
    if (running && !hasEnded(running.child)) await running.stop();
  }

  /** Ends the process, if there is one, and starts it on the spot: for a new build. */
  async function startAnew() {
    if (running && !hasEnded(running.child)) {
      dismissed.add(running.child);
      await running.stop();
    }
    if (!stopping) await startNow();
  }

  const startNow = () => (beginning = begin());
  return { startNow, startAnew, stop, gaveUp, settle: () => (settled = true) };
}
