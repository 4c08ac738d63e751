// One request over one new connection, of exactly so many bytes, so that a cut can be put at any of them.
import net from 'node:net';
import { patienceMs } from './http-client.mjs';

/** Fills the request up with a header that means nothing. */
export function rawRequest({ port, path, headers, body, bytes }) {
  const text = JSON.stringify(body);
  const lines = Object.entries({ host: `127.0.0.1:${port}`, ...headers, 'content-length': Buffer.byteLength(text) });
  const head = (padding) =>
    [
      `POST ${path} HTTP/1.1`,
      'connection: close',
      'content-type: application/json',
      ...lines.map(([name, value]) => `${name}: ${value}`),
      `x-padding: ${'.'.repeat(padding)}`,
      '\r\n',
    ].join('\r\n');
  const size = head(0).length + Buffer.byteLength(text);
  return Buffer.from(head(Math.max(0, bytes - size)) + text);
}

/** `{ status, headers, body, bytes }` of a whole answer, or `{ lost }`; with `ms`, and never later than our patience. */
export function sendRaw(port, request) {
  const began = performance.now();
  return new Promise((resolve) => {
    const parts = [];
    let fault = null;
    const socket = net.connect({ port, host: '127.0.0.1', noDelay: true });
    socket.setTimeout(patienceMs, () => socket.destroy(new Error('nobody answered')));
    socket.on('error', (error) => (fault = error.code ?? error.message));
    socket.on('data', (part) => parts.push(part));
    socket.once('close', () => {
      const answer = readAnswer(Buffer.concat(parts)) ?? { lost: fault ?? 'ended early' };
      resolve({ ...answer, ms: performance.now() - began });
    });
    socket.write(request);
  });
}

/** Null unless every byte that the head promises is there. */
function readAnswer(bytes) {
  const split = bytes.indexOf('\r\n\r\n');
  if (split < 0) return null;
  const [first, ...lines] = bytes.subarray(0, split).toString('latin1').split('\r\n');
  const headers = Object.fromEntries(lines.map((line) => line.split(/:\s*/, 2)).map(([k, v]) => [k.toLowerCase(), v]));
  const body = bytes.subarray(split + 4);
  if (body.length < Number(headers['content-length'] ?? Infinity)) return null;
  return { status: Number(first.split(' ')[1]), headers, body: JSON.parse(body.toString()), bytes: bytes.length };
}
