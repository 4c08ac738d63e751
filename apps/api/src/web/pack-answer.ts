import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** A smaller answer goes in one packet as it is. */
const worthPacking = 1_400;
/** A board of 200 cards becomes a tenth in a millisecond; more effort brings little. */
const level = 4;
const pack = promisify(gzip);

/** Packs a long answer for whoever reads gzip; files are packed when they are built, and what streams goes as it comes. */
export async function packAnswer(request: FastifyRequest, reply: FastifyReply, answer: unknown): Promise<unknown> {
  if (typeof answer !== 'string' || answer.length < worthPacking) return answer;
  if (!/\bgzip\b(?!;\s*q=0)/.test(request.headers['accept-encoding'] ?? '')) return answer;
  if (reply.hasHeader('Content-Encoding')) return answer;
  void reply.header('Content-Encoding', 'gzip').header('Vary', 'Accept-Encoding').removeHeader('Content-Length');
  return pack(answer, { level });
}
