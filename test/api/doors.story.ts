import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Controller, Get } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Test } from '@nestjs/testing';
import { openApiOf } from '../../apps/api/src/describe-api';
import { RoutePolicies } from '../../apps/api/src/access/route-policies';
import { startApi, type RunningApi } from '../support/start-api';

@Controller('left-open')
class LeftOpenController {
  @Get()
  anything() {
    return {};
  }
}

const committed = new URL('../../docs/openapi.json', import.meta.url);

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

describe('the doors of the API', () => {
  test('every route says who may call it', () => {
    const routes = api.app.get(RoutePolicies).all();
    expect(routes.length).toBeGreaterThan(40);
    expect(routes.filter(({ policy }) => policy === undefined)).toEqual([]);
    expect(
      routes
        .filter(({ policy }) => policy === 'public')
        .map(({ route }) => route)
        .toSorted(),
    ).toEqual([
      'GET /healthz',
      'GET /readyz',
      'GET /setup',
      'POST /invitations/answers',
      'POST /session',
      'POST /setup',
    ]);
    expect(
      routes
        .filter(({ policy }) => policy === 'set_targets')
        .map(({ route }) => route)
        .toSorted(),
    ).toEqual(['POST /quotas', 'PUT /targets/:figureKey/:period']);
  });

  test('the application refuses to start with a route that says nothing', async () => {
    const built = await Test.createTestingModule({
      imports: [DiscoveryModule],
      controllers: [LeftOpenController],
      providers: [RoutePolicies],
    }).compile();
    await expect(built.init()).rejects.toThrow('routes without a policy: GET /left-open');
  });

  test('without signing in nothing behind a door can be read or changed', async () => {
    const id = '01890000-0000-7000-8000-000000000001';
    const routes = api.app
      .get(RoutePolicies)
      .all()
      .filter(({ policy }) => policy !== 'public');
    for (const { route } of routes) {
      const [method = 'GET', path = ''] = route.split(' ');
      const answer = await api.anonymous.send(
        method,
        path.replaceAll(/:[a-zA-Z]+/g, id),
        method === 'GET' ? undefined : {},
      );
      expect({ route, status: answer.status, code: answer.body.code }).toEqual({
        route,
        status: 401,
        code: 'session.missing',
      });
    }
  });

  test('a viewer changes nothing', async () => {
    const viewer = await api.as('viewer');
    const id = '01890000-0000-7000-8000-000000000001';
    const changing = api.app
      .get(RoutePolicies)
      .all()
      .filter(({ route, policy }) => policy === 'work_opportunities' && !route.startsWith('GET'));
    expect(changing.length).toBeGreaterThan(8);
    for (const { route } of changing) {
      const [method = '', path = ''] = route.split(' ');
      const answer = await viewer.send(method, path.replaceAll(/:[a-zA-Z]+/g, id), {}, { version: 1 });
      expect({ route, status: answer.status }).toEqual({ route, status: 403 });
    }
  });

  /** `WRITE_OPENAPI=1 npm test -- doors` writes the document after a deliberate change. */
  test('the committed OpenAPI document is what the code says', async () => {
    const text = `${JSON.stringify(openApiOf(api.app), null, 2)}\n`;
    if (process.env['WRITE_OPENAPI']) writeFileSync(committed, text);
    expect(JSON.parse(text)).toEqual(JSON.parse(readFileSync(committed, 'utf8')));
    expect(JSON.parse(text)).toMatchObject({ openapi: '3.1.0' });
    const served = await fetch(`${api.url}/api/openapi.json`);
    expect(await served.json()).toEqual(JSON.parse(text));
  });
});
