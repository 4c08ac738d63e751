// Somebody who only looks, at one thing after the other, all the while others move.
import { setTimeout as pause } from 'node:timers/promises';

const restMs = 100;

/** Begins at once; `stop()` gives every read: `{ sent, path, what }`, a status or what broke, times as of `performance.now()`. */
export function openReader({ client, door, cookie, fleet }) {
  const paths = [
    '/api/v1/funnel',
    `/api/v1/opportunities/${fleet[0].id}`,
    `/api/v1/opportunities/${fleet[0].id}/history`,
  ];
  const reads = [];
  let isOn = true;
  const looking = look();

  async function look() {
    for (; isOn; await pause(restMs)) {
      const path = paths[reads.length % paths.length];
      const sent = performance.now();
      const { status, lost, body } = await client.ask('GET', `${door}${path}`, { headers: { cookie } });
      reads.push({ sent, path, what: lost ?? status, code: body?.code ?? null });
    }
  }

  return {
    async stop() {
      isOn = false;
      await looking;
      return reads;
    },
  };
}
