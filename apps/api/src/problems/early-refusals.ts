import { STATUS_CODES, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { invalid } from '@tandem/kernel';
import type { FastifyError, FastifyReply } from 'fastify';
import type { KnownRequest } from '../access/request';
import { answerProblem } from './problem.filter';
import { problemOf } from './problem-of';

/** An address that leads to no route because it cannot even be read. */
export function answerUnroutable(error: FastifyError, request: KnownRequest, reply: FastifyReply): void {
  answerProblem(problemOf(error) ?? invalid('route.unreadable', 'The address cannot be read.'), request, reply);
}

/** What cannot be read as HTTP; who sent it, and in which language, is not known yet. */
export function answerUnreadable(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const [status, code, detail] = unreadable[error.code ?? ''] ?? garbled;
  const body = JSON.stringify(bodyOf(status, code, detail));
  if (socket.writable) socket.write(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${headersOf(body)}\r\n${body}`);
  socket.destroy(error);
}

/** `Expect` asks for something other than `100-continue`, and nothing else is promised here. */
export function answerExpectations(server: Server): void {
  server.on('checkExpectation', (_: IncomingMessage, response: ServerResponse) => {
    const body = bodyOf(417, 'request.expectation', 'Send the request without an Expect header.');
    response.writeHead(417, { 'Content-Type': media, Connection: 'close' }).end(JSON.stringify(body));
  });
}

const media = 'application/problem+json; charset=utf-8';
const garbled = [400, 'request.unreadable', 'This is not a request that HTTP/1.1 knows.'] as const;
const unreadable: Readonly<Record<string, readonly [number, string, string]>> = {
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'request.too_slow', 'The request did not arrive in time. Send it again.'],
  HPE_HEADER_OVERFLOW: [431, 'request.headers_too_large', 'The headers are larger than allowed (16 kB together).'],
};

const bodyOf = (status: number, code: string, detail: string): object => ({
  type: `/problems/${code}`,
  title: STATUS_CODES[status],
  status,
  detail,
  instance: '/',
  code,
});

const headersOf = (body: string): string =>
  [`Content-Type: ${media}`, `Content-Length: ${Buffer.byteLength(body)}`, 'Connection: close', ''].join('\r\n');
