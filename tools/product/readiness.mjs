import { sleep } from '../services/processes.mjs';
import { PlainError } from '../plain-error.mjs';

/** Waits until the API says that it, its database, its Redis and its worker are ready. */
export async function untilReady(address, patienceMs = 90_000) {
  let last = 'no answer';
  for (const until = Date.now() + patienceMs; Date.now() < until; await sleep(50)) {
    try {
      const answer = await fetch(`${address}/readyz`, { signal: AbortSignal.timeout(2000) });
      if (answer.ok) return;
      last = `${answer.status} ${await answer.text()}`;
    } catch (error) {
      last = error.cause?.code ?? error.name;
    }
  }
  throw new PlainError(`Tandem did not become ready at ${address}/readyz: ${last.slice(0, 500)}`);
}
