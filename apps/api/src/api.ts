import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Config } from '@tandem/config';
import type { Clock } from '@tandem/kernel';
import { ApiModule } from './api.module';
import { describeApi } from './describe-api';
import { Departure } from './load/departure';
import { logger } from './logger';
import { answerExpectations, answerUnreadable, answerUnroutable } from './problems/early-refusals';
import { preferCsv } from './exports/prefer-csv';
import { refuseMonstrousBody, refuseOtherMedia, repetitionIn } from './problems/body-shape';
import { packAnswer } from './web/pack-answer';
import { serveWeb } from './web/serve-web';

const kB = 1024;
const MB = 1024 * kB;

/** Builds the API without listening yet. */
export async function buildApi(config: Config, clock?: Clock): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    trustProxy: (_address: string, hop: number) => hop <= config.TRUST_PROXY - 1,
    bodyLimit: 256 * kB,
    requestTimeout: 30_000,
    connectionTimeout: 35_000,
    keepAliveTimeout: 65_000,
    routerOptions: { maxParamLength: 500 },
    frameworkErrors: answerUnroutable,
    clientErrorHandler: answerUnreadable,
  });
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.with(config, clock), adapter, {
    logger: logger(config),
    abortOnError: false,
    // By then everybody has had their answer, or twenty seconds to get it.
    forceCloseConnections: true,
  });
  app.get(Departure).watch(app.getHttpAdapter().getInstance());
  app.setGlobalPrefix('api/v1', { exclude: ['healthz', 'readyz'] });
  const readJson = app.getHttpAdapter().getInstance().getDefaultJsonParser('error', 'error');
  app.useBodyParser('application/json', { bodyLimit: 256 * kB }, (request, bytes, done) => {
    const text = bytes.toString('utf8');
    // Only what is JSON at all can be asked what it says twice.
    void readJson(request as never, text, (fault, body) => done(fault ?? repetitionIn(text), body));
  });
  // A mail that came back may carry the whole letter.
  app.useBodyParser('message/rfc822', { bodyLimit: 2 * MB }, (_request, mail, done) =>
    done(null, { message: mail.toString('utf8') }),
  );
  await app.register(cookie as never);
  await app.register(multipart, { limits: { fileSize: 50 * MB, files: 8, fields: 10, parts: 20 } });
  await app.register(helmet, {
    contentSecurityPolicy: { directives: contentPolicy },
    strictTransportSecurity: config.PUBLIC_URL?.startsWith('https:') ?? false,
  });
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('preValidation', async (request, reply) => {
      if (request.url.startsWith('/api/')) void reply.header('Cache-Control', 'no-store');
      refuseOtherMedia(request.headers['content-type'], request.headers['content-encoding']);
      refuseMonstrousBody(request.body);
      preferCsv(request);
    })
    .addHook('onSend', packAnswer);
  answerExpectations(app.getHttpServer());
  describeApi(app);
  if (config.WEB_DIR) await serveWeb(app, config.WEB_DIR);
  return app;
}

/** Nothing from outside; Mantine sets styles from script, so styles alone may be inline. */
const contentPolicy = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:'],
  objectSrc: ["'none'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
  formAction: ["'self'"],
  upgradeInsecureRequests: null,
};
