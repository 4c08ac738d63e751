import { createServer, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { INestApplicationContext } from '@nestjs/common';
import type { Config } from '@tandem/config';
import { Heartbeat } from '@tandem/jobs';
import { Clock } from '@tandem/kernel';

/** Answers GET /healthz by this worker's own row: 200 while its heartbeat is fresh, else 503. It ends with the process. */
export async function answerHealth(app: INestApplicationContext, config: Config): Promise<void> {
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url?.split('?')[0] !== '/healthz') return answer(response, 404, {});
    void seconds(app).then((silent) => {
      const lives = silent !== null && silent <= config.WORKER_SILENCE_SECONDS;
      answer(response, lives ? 200 : 503, { status: lives ? 'ok' : 'silent', secondsSinceBeat: silent });
    });
  });
  server.unref();
  server.listen(config.WORKER_PORT, config.HOST);
  await once(server, 'listening');
}

/** Null when there is no beat yet, or the database cannot be asked. */
async function seconds(app: INestApplicationContext): Promise<number | null> {
  const beatAt = await app
    .get(Heartbeat, { strict: false })
    .ownBeat()
    .catch(() => null);
  if (!beatAt) return null;
  return Math.max(0, Math.round((app.get(Clock, { strict: false }).now().getTime() - beatAt.getTime()) / 1_000));
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json', connection: 'close' }).end(JSON.stringify(body));
}
