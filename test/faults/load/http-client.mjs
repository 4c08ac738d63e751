// Requests over connections that are kept, cheaply enough that the client is never what is slow.
import http from 'node:http';

/** Longer than any request may take. */
export const patienceMs = 40_000;

export function openClient() {
  const agent = new http.Agent({ keepAlive: true, maxSockets: Infinity, timeout: patienceMs });

  /** `{ status, headers, body }` of a whole answer, or `{ lost }` with what broke. It never throws. */
  function ask(method, url, { headers = {}, body } = {}) {
    return new Promise((resolve) => {
      const text = body === undefined ? undefined : JSON.stringify(body);
      const own =
        text === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) };
      const request = http.request(url, { method, agent, headers: { ...headers, ...own } });
      const end = (answer) => {
        clearTimeout(timer);
        resolve(answer);
      };
      const timer = setTimeout(() => request.destroy(new Error('nobody answered')), patienceMs);
      request.once('error', (error) => end({ lost: error.code ?? error.message }));
      request.once('response', (response) => {
        const parts = [];
        response.on('data', (part) => parts.push(part));
        response.once('error', (error) => end({ lost: error.code ?? error.message }));
        response.once('end', () =>
          end({ status: response.statusCode, headers: response.headers, body: read(Buffer.concat(parts).toString()) }),
        );
      });
      request.end(text);
    });
  }

  return { ask, close: () => agent.destroy() };
}

function read(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
