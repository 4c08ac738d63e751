import type { Config } from '@tandem/config';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Behind https the name carries the browser's own promise that nobody else can set it. */
const nameOf = (config: Config) => (isSecure(config) ? '__Host-tandem' : 'tandem');
const isSecure = ({ PUBLIC_URL }: Config): boolean => PUBLIC_URL?.startsWith('https:') ?? false;

export const sessionTokenOf = (request: FastifyRequest, config: Config): string | null =>
  request.cookies[nameOf(config)] ?? null;

export function giveSession(reply: FastifyReply, config: Config, token: string, expires: Date): void {
  void reply.setCookie(nameOf(config), token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure(config),
    expires,
  });
}

export function takeSession(reply: FastifyReply, config: Config): void {
  void reply.clearCookie(nameOf(config), { path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure(config) });
}
