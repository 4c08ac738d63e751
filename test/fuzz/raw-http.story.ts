import net from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startApi, type RunningApi, type SignedInClient } from '../support/start-api';

let api: RunningApi;
let rep: SignedInClient;
beforeAll(async () => {
  api = await startApi();
  rep = await api.as('rep');
});
afterAll(() => api.stop());

/** Writes bytes and reads what comes until the server falls silent or hangs up. */
function say(bytes: string | Buffer): Promise<string> {
  return new Promise((resolve) => {
    const { hostname, port } = new URL(api.url);
    const socket = net.connect(Number(port), hostname);
    let heard = '';
    const end = () => {
      socket.destroy();
      resolve(heard);
    };
    socket.on('data', (part) => (heard += part.toString('utf8')));
    socket.on('error', end).on('close', end).setTimeout(400, end);
    socket.write(bytes);
  });
}

const statusesIn = (heard: string): number[] =>
  [...heard.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status));
const lines = (...all: readonly string[]): string => `${all.join('\r\n')}\r\n\r\n`;
const path = '/api/v1/session';
const host = 'Host: x';
const json = 'Content-Type: application/json';
const manyHeaders = Array.from({ length: 500 }, (_, n) => `X-${n}: ${n}`);

describe('what is hardly HTTP', () => {
  const cases: Readonly<Record<string, readonly [request: string | Buffer, statuses: readonly number[]]>> = {
    'no HTTP at all': ['hello\r\n\r\n', [400]],
    'the greeting of another protocol': [Buffer.from([0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00, 0x01, 0xfc]), [400]],
    'a version nobody knows': [lines(`GET ${path} HTTP/9.9`, host), [400]],
    'no host': [lines(`GET ${path} HTTP/1.1`), [400]],
    'two hosts': [lines(`GET ${path} HTTP/1.1`, host, 'Host: y'), [400, 401]],
    'a strange host': [lines(`GET ${path} HTTP/1.1`, `Host: '";--<script>`), [400, 401]],
    'two lengths': [
      lines(`POST ${path} HTTP/1.1`, host, json, 'Content-Length: 2', 'Content-Length: 3') + '{} ',
      [400],
    ],
    'a length and chunks': [
      lines(`POST ${path} HTTP/1.1`, host, json, 'Content-Length: 2', 'Transfer-Encoding: chunked') + '0\r\n\r\n',
      [400],
    ],
    'a length below zero': [lines(`POST ${path} HTTP/1.1`, host, json, 'Content-Length: -1'), [400]],
    'a length in hexadecimal': [lines(`POST ${path} HTTP/1.1`, host, json, 'Content-Length: 0x2') + '{}', [400]],
    'chunks of no size': [
      lines(`POST ${path} HTTP/1.1`, host, json, 'Transfer-Encoding: chunked') + 'zz\r\n{}\r\n0\r\n\r\n',
      [400],
    ],
    'chunks that another coding follows': [
      lines(`POST ${path} HTTP/1.1`, host, json, 'Transfer-Encoding: chunked, x') + '0\r\n\r\n',
      [400],
    ],
    'an extension of a chunk without end': [
      lines(`POST ${path} HTTP/1.1`, host, json, 'Transfer-Encoding: chunked') + `2;${'x'.repeat(20_000)}`,
      [400, 413],
    ],
    'headers of 20 kB': [lines(`GET ${path} HTTP/1.1`, host, `X: ${'x'.repeat(20_000)}`), [431]],
    'five hundred headers': [lines(`GET ${path} HTTP/1.1`, host, ...manyHeaders), [401, 431]],
    'an address of 20 kB': [lines(`GET ${path}?q=${'x'.repeat(20_000)} HTTP/1.1`, host), [431]],
    'a header with a NUL': [lines(`GET ${path} HTTP/1.1`, host, 'X: a\0b'), [400]],
    'a header without a name': [lines(`GET ${path} HTTP/1.1`, host, ': x'), [400]],
    'a header that goes on in the next line': [lines(`GET ${path} HTTP/1.1`, host, 'X: a', ' b'), [400, 401]],
    'a bare line feed': [`GET ${path} HTTP/1.1\n${host}\n\n`, [400, 401]],
    'bytes that are no text in the address': [
      Buffer.concat([Buffer.from(`GET ${path}?q=`), Buffer.from([0xff, 0xfe]), Buffer.from(lines(' HTTP/1.1', host))]),
      [400, 401],
    ],
    'bytes that are no text in a header': [
      Buffer.concat([
        Buffer.from(`GET ${path} HTTP/1.1\r\n${host}\r\nAccept-Language: `),
        Buffer.from([0xff, 0xfe, 0x0d, 0x0a, 0x0d, 0x0a]),
      ]),
      [400, 401],
    ],
    'a whole address': [lines(`GET http://evil.example${path} HTTP/1.1`, host), [400, 401, 404]],
    'an address without a slash': [lines('GET api HTTP/1.1', host), [400, 404]],
    'a tunnel': [lines('CONNECT evil.example:443 HTTP/1.1', host), []],
    TRACE: [lines(`TRACE ${path} HTTP/1.1`, host), [400, 404, 405]],
    'a method nobody knows': [lines(`BREW ${path} HTTP/1.1`, host), [400]],
    'another protocol asked for': [
      lines(`GET ${path} HTTP/1.1`, host, 'Connection: Upgrade', 'Upgrade: websocket'),
      [401],
    ],
    'an expectation': [lines(`POST ${path} HTTP/1.1`, host, json, 'Expect: 200-maybe', 'Content-Length: 2'), [417]],
    'two requests in one breath': [
      lines(`GET ${path} HTTP/1.1`, host) + lines(`GET ${path} HTTP/1.1`, host),
      [401, 401],
    ],
    'a request inside the body of another': [
      lines(`POST ${path} HTTP/1.1`, host, json, 'Content-Length: 60') +
        lines(`GET ${path} HTTP/1.1`, host).padEnd(60).slice(0, 60),
      [400],
    ],
  };

  test.each(Object.entries(cases))(
    '%s breaks nothing, and what is refused is refused as a problem',
    async (_, [request, expected]) => {
      const heard = await say(request);
      const statuses = statusesIn(heard);
      expect(statuses.filter((status) => status >= 500)).toEqual([]);
      const allowed =
        expected.length === 2 && expected[0] === expected[1] ? [[...expected]] : expected.map((status) => [status]);
      if (expected.length > 0) expect(allowed).toContainEqual(statuses);
      expect(heard).not.toMatch(/node_modules|\n\s+at |HPE_|FST_ERR|TypeError/);
      for (const body of heard
        .split('\r\n\r\n')
        .slice(1)
        .filter((part) => part.startsWith('{')))
        expect(body.replace(/HTTP\/1\.1 \d{3} .*$/s, '')).toMatch(/^\{"type":"\/problems\/.*"code":"[a-z_.]+"/);
      expect((await rep.get('/session')).status).toBe(200);
    },
  );

  test('a body that never comes keeps nobody else waiting', async () => {
    const waiting = say(lines(`POST ${path} HTTP/1.1`, host, json, 'Content-Length: 100'));
    expect((await rep.get('/session')).status).toBe(200);
    expect(statusesIn(await waiting)).toEqual([]);
  });

  test('a body that unpacks to more than it is, is not unpacked', async () => {
    const bomb = await rep.send('POST', '/opportunities', '{}', { headers: { 'content-encoding': 'gzip' } });
    expect(bomb.body).toMatchObject({ status: 415, code: 'body.media_type' });
  });

  test('names that lead out of an object are refused in every body', async () => {
    for (const name of ['constructor', 'prototype'])
      expect((await rep.send('PATCH', '/session/preferences', `{"locale":"en","${name}":{}}`)).body).toMatchObject({
        status: 400,
        code: 'body.reserved_field',
      });
  });

  test('an amount said twice is refused and not guessed, however its name is written', async () => {
    const body = String.raw`{"name":"Twice","amount":{"amountMinor":"1","currency":"USD","\u0061mountMinor":"2"}}`;
    const answer = await rep.send('POST', '/opportunities', body, { headers: { 'accept-language': 'zh-TW' } });
    expect(answer.body).toMatchObject({
      status: 400,
      code: 'body.duplicate_field',
      detail: expect.stringContaining('「amountMinor」'),
      facts: { field: 'amountMinor' },
    });
  });

  test('an upload without a boundary, or cut off, is refused and not broken', async () => {
    const admin = await api.as('administrator');
    for (const [type, body] of [
      ['multipart/form-data', 'x'],
      [
        'multipart/form-data; boundary=x',
        '--x\r\nContent-Disposition: form-data; name="files"; filename="a.csv"\r\n\r\na,b',
      ],
    ] as const) {
      const answer = await admin.send('POST', '/imports/crm-sales', body, { headers: { 'content-type': type } });
      expect({ type, ...answer.body }).toMatchObject({ type: expect.any(String), status: 400, code: 'body.malformed' });
    }
  });

  test('an agenda is asked for by what a key or a week can be', async () => {
    for (const query of ['seriesKey=%D9%A1', 'isoWeek=%D9%A1', 'isoWeek=2026-W1', `seriesKey=${'x'.repeat(41)}`])
      expect((await rep.get(`/agendas?${query}`)).body).toMatchObject({ status: 400, code: 'request.invalid' });
  });
});
