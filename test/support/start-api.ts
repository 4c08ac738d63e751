import 'reflect-metadata';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { readConfig } from '@tandem/config';
import { Database } from '@tandem/database';
import { FunnelService } from '@tandem/funnel';
import { actingAs, calendarOfMonths, systemActor, type Id, type Locale, type Role, type Side } from '@tandem/kernel';
import { PeopleService, SetupService, type OrganisationSettings } from '@tandem/people';
import { buildApi } from '../../apps/api/src/api';
import { aPerson, testPassword, type BuiltPerson } from '../builders/a-person';
import { aTeam } from '../builders/a-team';
import { Client } from './client';
import { freshSchema } from './empty-database';
import { FixedClock } from './fixed-clock';
import { testDatabaseUrl, testRedisUrl } from './servers';

interface Wishes {
  /** Null for an installation that nobody has set up yet. */
  readonly organisation?: Partial<OrganisationSettings> | null;
  readonly environment?: Readonly<Record<string, string>>;
  readonly clock?: FixedClock;
}

/** A running API on an empty database of its own, and what a test needs to talk to it. */
export interface RunningApi {
  readonly url: string;
  readonly app: NestFastifyApplication;
  readonly database: Database;
  readonly clock: FixedClock;
  /** Speaks as nobody. */
  readonly anonymous: Client;
  /** Makes somebody of a role (with a team of their own unless one is named) and signs them in. */
  as(
    role: Role,
    wishes?: { teamId?: Id<'team'> | null; side?: Side; locale?: Locale; name?: string },
  ): Promise<SignedInClient>;
  signIn(person: BuiltPerson, language?: string): Promise<SignedInClient>;
  /** Calls services directly, as the product itself. */
  act<T>(work: () => Promise<T>): Promise<T>;
  stop(): Promise<void>;
}

export type SignedInClient = Client & { readonly person: BuiltPerson };

export async function startApi({
  organisation,
  environment,
  clock = new FixedClock(),
}: Wishes = {}): Promise<RunningApi> {
  await freshSchema();
  const config = readConfig({
    NODE_ENV: 'test',
    LOG_LEVEL: 'error',
    DATABASE_URL: testDatabaseUrl(),
    REDIS_URL: testRedisUrl(),
    DATABASE_CONNECTIONS: '10',
    ...environment,
  });
  const app = await buildApi(config, clock);
  await app.listen(0, '127.0.0.1');
  const url = (await app.getUrl()).replace('[::1]', '127.0.0.1');
  const database = app.get(Database);
  const act = <T>(work: () => Promise<T>) => actingAs(systemActor('test'), work);
  if (organisation !== null) {
    await act(() => app.get(SetupService).ensureOrganisation({ ...defaults, ...organisation }));
    await act(() => app.get(FunnelService).ensureDefaultFunnel());
  }
  const signIn = async (person: BuiltPerson, language = 'en'): Promise<SignedInClient> => {
    const client = new Client(url, language);
    const answer = await client.signIn(person.email, testPassword);
    if (answer.status !== 201) throw new Error(`sign-in failed: ${JSON.stringify(answer.body)}`);
    return Object.assign(client, { person });
  };
  return {
    url,
    app,
    database,
    clock,
    anonymous: new Client(url),
    signIn,
    act,
    as: async (role, wishes = {}) => {
      const side = wishes.side ?? (role === 'marketer' ? 'marketing' : 'sales');
      const inTeam = role === 'rep' || role === 'manager' || role === 'marketer';
      const ownTeam = async () => (inTeam ? aTeam(database, { side }) : null);
      const teamId = wishes.teamId === undefined ? await ownTeam() : wishes.teamId;
      const person = await aPerson(app.get(PeopleService), {
        role,
        teamId,
        ...(inTeam ? { side } : {}),
        ...(wishes.locale ? { locale: wishes.locale } : {}),
        ...(wishes.name ? { name: wishes.name } : {}),
      });
      return signIn(person, wishes.locale ?? 'en');
    },
    stop: () => app.close(),
  };
}

const defaults: OrganisationSettings = {
  name: 'Test company',
  reportingCurrency: 'USD',
  zone: 'UTC',
  ...calendarOfMonths(1),
  holds: 'real',
};
