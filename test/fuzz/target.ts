import { lossReasons, rejectionReasons } from '@tandem/funnel';
import type { Role } from '@tandem/kernel';
import { allows } from '../../apps/api/src/access/policy';
import { RoutePolicies } from '../../apps/api/src/access/route-policies';
import { openApiOf } from '../../apps/api/src/describe-api';
import { testPassword } from '../builders/a-person';
import type { RunningApi } from '../support/start-api';
import { aSession, freshRecords, roles, type Company } from './company';
import { Ground } from './ground';
import type { Door } from './judge';
import { operationsOf, type Document, type Operation } from './operations';
import type { Caller, Target } from './subject';
import type { StateReader } from './state';

/** The product with this company in it, as the fuzzer wants to see it; `url` may be that of another process. */
export async function targetOf(api: RunningApi, company: Company, state: StateReader, url = api.url): Promise<Target> {
  const operations = operationsOf(openApiOf(api.app) as unknown as Document);
  return {
    url,
    operations,
    callers: await callersOf(api, company),
    ground: taughtGround(api, company),
    state: state.read,
    remembered: state.remembered,
    freshen: () => freshRecords(company),
  };
}

/** One of each role, somebody without a session, and somebody whose session has ended. */
export async function callersOf(api: RunningApi, { people }: Company): Promise<Caller[]> {
  const policies = new Map(
    api.app
      .get(RoutePolicies)
      .all()
      .map(({ route, policy }) => [route.replaceAll(/:(\w+)/g, '{$1}'), policy]),
  );
  const doorFor =
    (role: Role | null) =>
    (operation: Operation): Door => {
      const policy = policies.get(operation.name);
      if (!policy) throw new Error(`${operation.name} is in the document and not among the routes`);
      if (policy === 'public') return 'open';
      if (role === null) return 'closed';
      return allows(policy, role) ? 'open' : 'forbidden';
    };
  const ended = await aSession(api, people.rep.person.id);
  await api.database.write(() =>
    api.database.run('UPDATE session SET expires_at = ? WHERE token_hash = UNHEX(SHA2(?, 256))', [
      new Date(0),
      ended.slice('tandem='.length),
    ]),
  );
  const known = roles.map((role) => ({
    name: role,
    cookie: (operation: Operation) =>
      operation.name === 'DELETE /session'
        ? aSession(api, people[role].person.id)
        : Promise.resolve(people[role].sessionCookie),
    door: doorFor(role),
  }));
  return [
    ...known,
    { name: 'anonymous', cookie: () => Promise.resolve(null), door: doorFor(null) },
    { name: 'ended session', cookie: () => Promise.resolve(ended), door: doorFor(null) },
  ];
}

/** Words that no list shows, and those without which nothing else would be found. */
function taughtGround(api: RunningApi, { people }: Company): Ground {
  const ground = new Ground();
  const year = api.clock.now().getUTCFullYear();
  const periods = [
    `${year}-Q4`,
    `${year}-Q3`,
    `${year}`,
    `${year}-11`,
    `${year}-W47`,
    `${year}-01-01..${year}-06-30`,
    `${year - 1}`,
    `${year + 1}-Q1`,
  ];
  for (const name of ['period', 'periodKey']) ground.teach(name, ...periods);
  ground.teach('currency', 'USD', 'USD', 'USD', 'USD', 'TWD', 'EUR', 'KWD');
  ground.teach('from', 'TWD', 'EUR', 'KWD', 'CHF');
  ground.teach('rate', '0.031', '1.1', '3.25', '0', '-1', '1e3');
  ground.teach('amountMinor', '0', '1', '100', '12000', '99999999', '1000000000000000', '-1', '-100');
  ground.teach('email', ...roles.map((role) => people[role].person.email), 'nobody@example.test');
  ground.teach('url', 'https://hooks.example.test/tandem', 'https://203.0.113.7/', 'http://127.0.0.1:9/', 'ftp://x');
  ground.teach('ratio', '0.25', '1', '1.5', '0.1825', '-0.5', '0.00001');
  ground.teach('password', testPassword, testPassword, 'another password');
  ground.teach('reason', ...lossReasons, ...rejectionReasons);
  ground.teach('row', 'prospect', 'propose', 'implement', 'purchase', 'purchase_intention', 'reach');
  ground.teach('row', 'none');
  ground.teach('node', 'root', 'volume', 'size', 'conversion.propose', 'stage.prospect');
  ground.teach('isoWeek', `${year}-W47`, `${year}-W48`);
  ground.teach('seriesKey', 'series-1', 'series-2');
  return ground;
}
