import { randomUUID } from 'node:crypto';
import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import { hasText, text } from '@tandem/language';
import type { Locale, Problem } from '@tandem/kernel';
import type { FastifyReply } from 'fastify';
import type { KnownRequest } from '../access/request';
import { problemOf } from './problem-of';
import { statusOf } from './problem-status';

/** Turns every error into problem details (RFC 9457), in the reader's language; the code never changes. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<KnownRequest>();
    const reply = http.getResponse<FastifyReply>();
    const problem = problemOf(error);
    if (problem) return answerProblem(problem, request, reply);
    const errorId = randomUUID();
    this.logger.error({ errorId, method: request.method, url: request.url, error });
    const title = text(localeOf(request), 'problems:kind.internal');
    send(reply, 500, {
      type: 'about:blank',
      title,
      status: 500,
      detail: title,
      instance: request.url,
      code: 'internal',
      facts: { errorId },
    });
  }
}

/** Answers with a problem that was foreseen, wherever on its way the request was stopped. */
export function answerProblem(problem: Problem, request: KnownRequest, reply: FastifyReply): void {
  const status = statusOf[problem.kind];
  if (typeof problem.facts['retryAfter'] === 'number') void reply.header('Retry-After', problem.facts['retryAfter']);
  else if (status === 503) void reply.header('Retry-After', 2);
  send(reply, status, bodyOf(problem, status, localeOf(request), request.url));
}

function bodyOf(problem: Problem, status: number, locale: Locale, instance: string): object {
  const { kind, code, detail, facts } = problem;
  const { current, errors, ...others } = facts;
  const key = `problems:${code}`;
  return {
    type: `/problems/${code}`,
    title: text(locale, `problems:kind.${kind}`),
    status,
    detail: hasText(locale, key) ? text(locale, key, facts) : detail,
    instance,
    code,
    ...(errors === undefined ? {} : { errors }),
    ...(Object.keys(others).length === 0 ? {} : { facts: others }),
    ...(current === undefined ? {} : { current }),
  };
}

function send(reply: FastifyReply, status: number, body: object): void {
  if (reply.sent) return;
  const json = JSON.stringify(body, (_, value: unknown) => (typeof value === 'bigint' ? value.toString() : value));
  void reply.status(status).header('Content-Type', 'application/problem+json; charset=utf-8').send(json);
}

/** The language asked for; signed-in people get their own where the request asks for none. */
export function localeOf(request: KnownRequest): Locale {
  const asked = request.headers['accept-language'];
  if (asked) return /^\s*zh/i.test(asked) ? 'zh-TW' : 'en';
  return request.actor?.locale ?? 'en';
}
