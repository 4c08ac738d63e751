// The workers of a run of letters, and their deaths: from outside at moments of the seed, and from within where it hurts most.
import { setTimeout as pause } from 'node:timers/promises';
import { keepWorker } from '../harness/apps.mjs';
import { lettersOf } from './attendees.mjs';

/** Two workers of one mode, up. */
export async function startWorkers(house, mode, sink, say) {
  const { folder, undo, settings, certificates } = house;
  const env = {
    ...house.env,
    SMTP_URL: `${mode.tls ? 'smtps' : 'smtp'}://localhost:${sink.port}`,
    SMTP_INSECURE: mode.tls ? 'false' : 'true',
    QUEUE_PREFIX: mode.name,
    ...(mode.tls ? { NODE_EXTRA_CA_CERTS: certificates.trustedFile } : {}),
    // One letter at a time, so that a death strikes the letter it is aimed at: a bystander struck twice before its last line left
    // is a letter that nobody has and that may not be sent a third time.
    ...(mode.failPoint ? { MAIL_CONCURRENCY: '1' } : {}),
  };
  const quiet = mode.failPoint ? () => undefined : say;
  const workers = ['worker-1', 'worker-2'].map((name, place) =>
    keepWorker(name, { folder, env, envOfStart: (start) => fatal(mode, settings, { place, start }), say: quiet }),
  );
  for (const worker of workers) undo.push(() => worker.kill());
  await Promise.all(workers.map((worker) => worker.up()));
  return workers;
}

/** Of every life of a worker the seed says at which letter it ends; with one seed for all lives each would end at the same. */
export function fatal(mode, { seed, failChance }, { place, start }) {
  if (!mode.failPoint) return {};
  return { FAIL_POINTS: `mail.accepted=${failChance}@${(seed * 10_000 + place * 5_000 + start) % 1e9}` };
}

/** Kills workers at moments that follow from the seed; letters that are then on their way are left open by that. */
export function killNowAndThen(house, mode, workers, struck) {
  let isOn = true;
  let kills = 0;
  const running = (async () => {
    const planned = mode.failPoint ? 0 : house.settings.kills;
    for (let number = 0; number < planned; number++) {
      await pause(500 + house.random() * 2_500);
      if (!isOn) return;
      const worker = workers[number % workers.length];
      await worker.kill();
      kills += 1;
      for (const { messageId, state } of await lettersOf(house, mode.name))
        if (state === 'sending') struck.add(messageId);
      await worker.up();
    }
  })();
  return {
    async stop() {
      isOn = false;
      await running;
      return kills;
    },
  };
}
