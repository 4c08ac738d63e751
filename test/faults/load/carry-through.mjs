// One move, asked for with one key until it is answered: what every client does, however it sends.
import { setTimeout as pause } from 'node:timers/promises';

/** An answer that nobody may get for a move of their own, at the first time or when they ask again. */
const isUnexpected = ({ status }) => status !== undefined && ![200, 503, 408].includes(status);

/**
 * `asked` is `{ key, id, version, to }`; `send(attempt)` gives `{ status, headers, body }` or `{ lost }`. The client writes down
 * what it asks for and what it is promised. An opportunity whose answer was wrong or never came is left alone afterwards.
 */
export async function carryThrough(opportunity, asked, { send, restMs, isPatient, journal, tally }) {
  const first = performance.now();
  journal.write({ ...asked, sent: Date.now() });
  for (let attempt = 1; isPatient(attempt); attempt++) {
    const sent = performance.now();
    const answer = await send(attempt);
    const settled = { first, sent, now: performance.now(), attempt, answer };
    tally.attempt(settled);
    if (answer.status === 200 || isUnexpected(answer)) {
      journal.write(promiseOf(asked, settled));
      if (isRight(asked, answer)) tally.acknowledged(settled);
      else tally.wrong(asked, settled);
      Object.assign(opportunity, stateAfter(asked, answer));
      return;
    }
    await pause(restMs());
  }
  tally.unanswered(asked);
  Object.assign(opportunity, { isBroken: true });
}

const isRight = ({ version, to }, { status, body }) =>
  status === 200 && body?.version === version + 1 && body.stageId === to;

const promiseOf = ({ key }, { attempt, answer: { status, body } }) => ({
  key,
  acked: Date.now(),
  status,
  version: body?.version,
  attempts: attempt,
});

const stateAfter = (asked, answer) =>
  isRight(asked, answer) ? { version: answer.body.version, stageId: answer.body.stageId } : { isBroken: true };
