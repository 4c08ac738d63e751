import type { Actor } from '@tandem/kernel';
import type { FastifyRequest } from 'fastify';

/** A request after the guard has looked at it. */
export interface KnownRequest extends FastifyRequest {
  actor?: Actor;
  sessionExpiresAt?: Date;
}

export const isUnsafe = (method: string): boolean => !['GET', 'HEAD', 'OPTIONS'].includes(method);
