import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import serve from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { pageWriter, type FilesAhead } from './page-writer';

/** Serves the built web application; an address without a file is a page of it, except below /api. */
export async function serveWeb(app: NestFastifyApplication, directory: string): Promise<void> {
  if (!existsSync(path.join(directory, 'index.html')))
    throw new Error(`no web application in ${directory}: run npm run build`);
  const built = (name: string) => readFile(path.join(directory, name), 'utf8');
  const write = pageWriter(await built('index.html'), JSON.parse(await built('ahead.json')) as FilesAhead[]);
  await app.register(serve as never, {
    root: directory,
    wildcard: false,
    index: false,
    preCompressed: true,
    // Otherwise its own header, which has every file asked for again, wins over ours.
    cacheControl: false,
    setHeaders: (reply: { setHeader(name: string, value: string): void }, file: string) => {
      reply.setHeader('Vary', 'Accept-Encoding');
      reply.setHeader(
        'Cache-Control',
        file.includes(`${path.sep}assets${path.sep}`) ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
    },
  });
  const fastify = app.getHttpAdapter().getInstance();
  const page = (request: FastifyRequest, reply: FastifyReply) =>
    reply
      .header('Cache-Control', 'no-cache')
      .type('text/html; charset=utf-8')
      .send(write({ path: request.url.replace(/\?.*$/, ''), language: languageOf(request) }));
  fastify.get('/', page);
  fastify.get('/*', (request, reply) =>
    /^\/(api|assets)\//.test(request.url) ? reply.callNotFound() : page(request, reply),
  );
}

/** As `before-paint.js` will decide: what was chosen in this browser, then what it asks for. */
function languageOf({ cookies, headers }: FastifyRequest): 'en' | 'zh-TW' {
  const chosen = cookies['tandem-locale'];
  const chinese = chosen === undefined ? /(^|[\s,])zh\b/i.test(headers['accept-language'] ?? '') : chosen === 'zh-TW';
  return chinese ? 'zh-TW' : 'en';
}
