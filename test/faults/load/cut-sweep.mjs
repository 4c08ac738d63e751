// A move request is broken at every byte, on its way there and on its way back, and asked for again with the same key.
import { randomFrom } from '../harness/random.mjs';
import { openFaultProxy } from '../wire/fault-proxy.mjs';
import { carryThrough } from './carry-through.mjs';
import { rawRequest, sendRaw } from './raw-request.mjs';

/** Every request is made this long; an answer is about as long. */
const requestBytes = 2_000;
const mostTries = 60;

/** Cuts at byte 1, 1 + `step` … 2,000 of either direction, reset and closed in turn. */
export function everyCut(step) {
  const places = Array.from({ length: Math.ceil(requestBytes / step) }, (_, place) => 1 + place * step);
  return ['up', 'down'].flatMap((direction) =>
    places.map((bytes, place) => ({ direction, bytes, manner: place % 2 === 0 ? 'reset' : 'close' })),
  );
}

/** Requests of which only so many bytes arrive, and then nothing, on connections that stay open. */
export function someStalls(count) {
  const bytes = (place) => 1 + Math.floor((place * (requestBytes - 1)) / count);
  return Array.from({ length: count }, (_, place) => ({ direction: 'up', bytes: bytes(place), manner: 'stall' }));
}

/** Each opportunity of the fleet takes the next cut when it is done with one; gives how many broke an exchange. */
export async function sweepCuts(cuts, { port, seed, cookie, fleet, stages, journal, tally }) {
  const queue = [...cuts];
  let broken = 0;
  await Promise.all(fleet.map(runLane));
  return { cuts: cuts.length, broken };

  async function runLane(opportunity, lane) {
    const random = randomFrom(seed * 1_000 + lane);
    const proxy = await openFaultProxy({ listen: { port: 0 }, target: { port }, random });
    for (let cut = queue.shift(); cut && !opportunity.isBroken; cut = queue.shift()) {
      const others = stages.filter((stage) => stage !== opportunity.stageId);
      await moveAcross(cut, proxy, { opportunity, to: others[Math.floor(random() * others.length)] });
    }
    await proxy.close();
  }

  async function moveAcross(cut, proxy, { opportunity, to }) {
    const { id, version } = opportunity;
    const key = `${seed}-${cut.manner}-${cut.direction}-${cut.bytes}`;
    const request = rawRequest({
      port: proxy.port,
      path: `/api/v1/opportunities/${id}/moves`,
      headers: { cookie, 'idempotency-key': key, 'if-match': `"v${version}"` },
      body: { toStageId: to },
      bytes: requestBytes,
    });
    const send = async (attempt) => {
      if (attempt === 1) proxy.cutNext(cut);
      const answer = await sendRaw(proxy.port, request);
      if (attempt === 1 && answer.lost) broken += 1;
      return answer;
    };
    const isPatient = (attempt) => attempt <= mostTries;
    await carryThrough(opportunity, { key, id, version, to }, { send, restMs: () => 20, isPatient, journal, tally });
  }
}
