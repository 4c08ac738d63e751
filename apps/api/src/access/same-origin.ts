import { forbidden } from '@tandem/kernel';
import type { FastifyRequest } from 'fastify';

/**
 * Refuses a change that another site makes a browser send. Browsers always say where a request comes from;
 * programs say nothing and carry no cookie they were not given.
 */
export function refuseForeignOrigin(request: FastifyRequest, publicUrl: string | undefined): void {
  const site = request.headers['sec-fetch-site'];
  if (site === 'same-origin' || site === 'none') return;
  const origin = request.headers.origin;
  if (site === undefined && origin === undefined) return;
  const own = [publicUrl && new URL(publicUrl).origin, `${request.protocol}://${request.host}`];
  if (site === undefined && own.includes(origin)) return;
  throw forbidden('request.foreign_origin', 'This request came from another site. Open Tandem itself and try again.');
}
