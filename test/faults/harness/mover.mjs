// One client: moves opportunities, repeats what was not answered with the same key, and writes down what it was promised.
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * `fleet` is [{ id, version, stageId }] that belong to this client alone while it holds them;
 * returns when `until` has passed and nothing is left unanswered.
 */
export async function keepMoving({ url, cookie, fleet, stages, random, journal, until, latencies }) {
  const pick = (list) => list[Math.floor(random() * list.length)];
  while (Date.now() < until) {
    const opportunity = pick(fleet);
    if (opportunity.busy) {
      await pause(1);
      continue;
    }
    opportunity.busy = true;
    try {
      const toStageId = pick(stages.filter((stage) => stage !== opportunity.stageId));
      await moveOnce({ url, cookie, opportunity, toStageId, journal, latencies });
    } finally {
      opportunity.busy = false;
    }
  }
}

async function moveOnce({ url, cookie, opportunity, toStageId, journal, latencies }) {
  const key = randomUUID();
  for (let attempt = 1; ; attempt++) {
    const sent = performance.now();
    const answer = await post(`${url}/api/v1/opportunities/${opportunity.id}/moves`, cookie, key, opportunity.version, {
      toStageId,
    });
    if (answer === null || answer.status === 503) {
      if (attempt > 400) throw new Error(`no answer for key ${key}`);
      await pause(50);
      continue;
    }
    latencies.push(performance.now() - sent);
    journal.write({
      key,
      id: opportunity.id,
      toStageId,
      status: answer.status,
      version: answer.body?.version,
      attempt,
    });
    if (answer.status === 200) {
      opportunity.version = answer.body.version;
      opportunity.stageId = answer.body.stageId;
    } else throw new Error(`unexpected ${answer.status}: ${JSON.stringify(answer.body)}`);
    return;
  }
}

/** Null when the connection broke before a whole answer was read. */
async function post(address, cookie, key, version, body) {
  try {
    const answer = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie, 'idempotency-key': key, 'if-match': `"v${version}"` },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(15_000),
    });
    return { status: answer.status, body: await answer.json() };
  } catch {
    return null;
  }
}
