import { existsSync } from 'node:fs';
import path from 'node:path';
import serve from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** Serves the built web application; an address without a file is a page of it, except below /api. */
export async function serveWeb(app: NestFastifyApplication, directory: string): Promise<void> {
  if (!existsSync(path.join(directory, 'index.html')))
    throw new Error(`no web application in ${directory}: run npm run build`);
  await app.register(serve as never, {
    root: directory,
    wildcard: false,
    index: false,
    setHeaders: (reply: { setHeader(name: string, value: string): void }, file: string) =>
      reply.setHeader(
        'Cache-Control',
        file.includes(`${path.sep}assets${path.sep}`) ? 'public, max-age=31536000, immutable' : 'no-cache',
      ),
  });
  const fastify = app.getHttpAdapter().getInstance();
  const page = (
    _: unknown,
    reply: { header(name: string, value: string): unknown; sendFile(name: string): unknown },
  ) => {
    reply.header('Cache-Control', 'no-cache');
    return reply.sendFile('index.html');
  };
  fastify.get('/', page as never);
  fastify.get('/*', ((request: { url: string }, reply: never) =>
    /^\/(api|assets)\//.test(request.url)
      ? (reply as { callNotFound(): unknown }).callNotFound()
      : page(request, reply)) as never);
}
