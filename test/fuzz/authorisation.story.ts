import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { RoutePolicies } from '../../apps/api/src/access/route-policies';
import { testOwnerUrl } from '../support/servers';
import { startApi, type RunningApi } from '../support/start-api';
import { aCompany, type Company } from './company';
import { kindOf } from './ground';
import { Judge } from './judge';
import { wholeRequests } from './whole-request';
import type { Operation } from './operations';
import { changedTables, StateReader } from './state';
import type { Caller, Target } from './subject';
import { targetOf } from './target';
import { Wire } from './wire';

const golden = new URL('authorisation.golden.txt', import.meta.url);
const nobodys = '01890000-0000-7000-8000-00000000dead';

let api: RunningApi;
let company: Company;
let state: StateReader;
let target: Target;
let wire: Wire;
let requests: ReturnType<typeof wholeRequests>;
beforeAll(async () => {
  api = await startApi();
  company = await aCompany(api);
  state = await StateReader.open(testOwnerUrl());
  target = await targetOf(api, company, state);
  wire = new Wire(api.url);
  requests = wholeRequests(target, new Judge().fits);
}, 120_000);
afterAll(async () => {
  wire.close();
  await state.close();
  await api.stop();
});

/** Where somebody got with a request that nothing is wrong with: past the door, or no further than the status says. */
const verdictOf = (operation: Operation, status: number): string => {
  // Signing in is open to everybody, and a wrong password is its own 401.
  const shut = operation.name === 'POST /session' ? [403, 404] : [401, 403, 404];
  return shut.includes(status) ? String(status) : 'in';
};

/** The records an operation may speak of: one of one's own, one of the other team, one that is not there. */
function recordsFor(path: string): readonly (readonly [whose: string, id: string | null])[] {
  if (!path.includes('{id}')) return [['', null]];
  const kind = kindOf(path.split('/{id}')[0]?.split('/').at(-1) ?? '');
  const [own, foreign] = [company.own[kind], company.foreign[kind]];
  return [
    ...(own === undefined ? [] : [['own', own] as const]),
    ...(foreign === undefined ? [] : [['other team’s', foreign] as const]),
    ['nobody’s', nobodys],
  ];
}

/** By path, and what takes a record away after all that speaks of it. */
const placeOf = ({ method, name, path }: Operation): string => `${method === 'DELETE' ? 1 : 0} ${path} ${name}`;

/** Those for whom the door is shut knock first, while nothing may change; then the others, and whom a record refuses again. */
async function cellsOf(operation: Operation, id: string | null): Promise<string[]> {
  const verdicts = new Map<Caller, string>();
  const knock = async (callers: readonly Caller[]) => {
    for (const caller of callers) {
      const { status } = await wire.send(await requests(operation, caller, id));
      const verdict = verdictOf(operation, status);
      verdicts.set(caller, verdict);
      const door = { closed: '401', forbidden: '403', open: verdict }[caller.door(operation)];
      expect({ operation: operation.name, id, caller: caller.name, verdict }).toMatchObject({ verdict: door });
    }
  };
  const knockInVain = async (callers: readonly Caller[]) => {
    const before = await state.read();
    await knock(callers);
    const changed = changedTables(before, await state.read());
    expect({ operation: operation.name, id, changed }).toMatchObject({ changed: [] });
  };
  const welcome = target.callers.filter((caller) => caller.door(operation) === 'open');
  await knockInVain(target.callers.filter((caller) => !welcome.includes(caller)));
  await knock(welcome);
  await knockInVain(welcome.filter((caller) => verdicts.get(caller) !== 'in'));
  return target.callers.map((caller) => (verdicts.get(caller) ?? '').padEnd(caller.name.length));
}

describe('who may do what', () => {
  /** `WRITE_GOLDEN=1 npm test -- authorisation` writes the table after a deliberate change; it is read line by line. */
  test('every route lets in whom the golden table says, and whoever is sent away has changed nothing', async () => {
    const policies = new Map(
      api.app
        .get(RoutePolicies)
        .all()
        .map(({ route, policy }) => [route.replaceAll(/:(\w+)/g, '{$1}'), policy]),
    );
    const rows: string[] = [];
    for (const operation of target.operations.toSorted((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1))) {
      rows.push('', `${operation.name}  (${policies.get(operation.name)})`);
      for (const [whose, id] of recordsFor(operation.path)) {
        const cells = await cellsOf(operation, id);
        rows.push(`  ${whose.padEnd(12)}  ${cells.join('  ')}`.trimEnd());
      }
    }
    const callers = target.callers.map(({ name }) => name).join('  ');
    const text = [`${' '.repeat(16)}${callers}`, ...rows, ''].join('\n');
    if (process.env['WRITE_GOLDEN']) writeFileSync(golden, text);
    expect(text).toBe(readFileSync(golden, 'utf8'));
  }, 300_000);

  test('only what supervisors ask is left out of the document', () => {
    const documented = new Set(target.operations.map(({ name }) => name));
    const routes = api.app.get(RoutePolicies).all();
    const silent = routes
      .map(({ route }) => route.replaceAll(/:(\w+)/g, '{$1}'))
      .filter((route) => !documented.has(route));
    expect(silent.toSorted()).toEqual(['GET /healthz', 'GET /readyz']);
  });

  test('nothing of another team is in any list of a rep, a manager or a marketer', async () => {
    const strangers = Object.values(company.foreign);
    expect(strangers).toHaveLength(2);
    for (const role of ['rep', 'manager', 'marketer'] as const)
      for (const path of [
        '/opportunities?limit=200',
        '/board?cards=200',
        '/hand-offs?limit=200',
        '/opportunities?q=Secret',
      ]) {
        const seen = JSON.stringify((await company.people[role].get(path)).body);
        expect({ role, path, seen: strangers.filter((id) => seen.includes(id)) }).toEqual({ role, path, seen: [] });
        expect(seen).not.toContain('Secret of South');
      }
    const all = JSON.stringify((await company.people.liaison.get('/opportunities?limit=200')).body);
    expect(all).toContain('Secret of South');
  });
});
