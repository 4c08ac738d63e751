import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { addressOf, migrate } from '@tandem/database';
import { testDatabaseUrl, testOwnerUrl } from '../support/servers';
import { describeSchema, type SchemaText } from './describe-schema';
import { asking, connected, cutOffAfter, dyingAfter, halfWay, migrationNames, unrecorded } from './half-way';
import { chainedRecords, plantOldRecords } from './old-records';

/** `MIGRATION_KILLS=all` kills every migration, and cuts its connection off at several moments instead of one. */
const isAll = process.env['MIGRATION_KILLS'] === 'all';
const moments = isAll ? [0, 1, 2, 4, 8, 16] : [1];
jest.setTimeout(300_000 * moments.length);

const named = (base: string, name: string): string => {
  const url = new URL(base);
  url.pathname = `${url.pathname}_${name}`;
  return url.href;
};
const cleanUrl = named(testOwnerUrl(), 'clean');
const url = named(testOwnerUrl(), 'killed');
const names = migrationNames(url);
const firstOfLogChain = names.findIndex((name) => name.startsWith('chain_opportunity_move_'));
/**
 * Each kill runs all migrations, so their number counts twice: the newest and the one that rewrites old records are always killed, of the
 * others every eighth.
 */
const killed = [...names.keys()].filter(
  (place) => isAll || place % 8 === 0 || place === firstOfLogChain || place >= names.length - 6,
);

let clean: SchemaText;

beforeAll(async () => {
  await halfWay(cleanUrl, 0);
  await migrate(cleanUrl);
  clean = await describeSchema(cleanUrl);
});
afterAll(async () => {
  const server = await connected(testOwnerUrl(), { withDatabase: false });
  for (const each of [cleanUrl, url]) await server.query(`DROP DATABASE IF EXISTS \`${addressOf(each).database}\``);
  await server.end();
});

describe('a migration that was killed', () => {
  test('there are migrations to kill, and every one is known by name', () => {
    expect(names.length).toBeGreaterThan(40);
    expect(new Set(names).size).toBe(names.length);
    expect(clean['migrations']).toHaveLength(names.length);
    expect(firstOfLogChain).toBeGreaterThan(0);
  });

  test.each([
    'ALTER TABLE account ALTER COLUMN version SET DEFAULT 1',
    'ALTER TABLE account MODIFY segment VARCHAR(121) NULL',
    'ALTER TABLE account MODIFY country VARCHAR(120) COLLATE utf8mb4_general_ci NULL',
    'ALTER TABLE account DROP KEY account_name',
    'ALTER TABLE opportunity DROP CONSTRAINT opportunity_amount',
    'ALTER TABLE hand_off DROP FOREIGN KEY hand_off_to_fk',
    'ALTER TABLE worker_heartbeat ENGINE=MyISAM',
    'DROP PROCEDURE forget_ledger',
    'CREATE TABLE moon (id INT)',
    "DELETE FROM migrations WHERE name LIKE 'create_office_%'",
  ])('a schema is seen to differ by %s', async (difference) => {
    await halfWay(url, 0);
    await migrate(url);
    expect(await describeSchema(url)).toEqual(clean);
    await asking(url, (connection) => connection.query(difference));
    expect(await describeSchema(url)).not.toEqual(clean);
  });

  test.each(killed.map((place) => [names[place] ?? '', place] as const))(
    '%s, after each of its statements, ends in the same schema when it is run again',
    async (_, place) => {
      for (let statements = 1, isCutShort = true; isCutShort; statements++) {
        await halfWay(url, place);
        isCutShort = await dyingAfter(url, place, statements);
        await migrate(url);
        expect(await describeSchema(url)).toEqual(clean);
        expect(statements).toBeLessThan(50);
      }
    },
  );

  test('in the middle of a statement, by the loss of its connection, whenever that comes', async () => {
    for (const place of killed) {
      for (const milliseconds of moments) {
        await halfWay(url, place);
        await cutOffAfter(url, place, milliseconds);
        await migrate(url);
        expect(await describeSchema(url)).toEqual(clean);
      }
    }
  });

  test('every one of them in one and the same database, each just before it was written down', async () => {
    await halfWay(url, 0);
    for (const place of names.keys()) await unrecorded(url, place);
    expect(await migrate(url)).toBe(names.length);
    expect(await describeSchema(url)).toEqual(clean);
  });
});

describe('two who migrate at once', () => {
  test('do the work once, together', async () => {
    const server = await connected(url, { withDatabase: false });
    await server.query(`DROP DATABASE IF EXISTS \`${addressOf(url).database}\``);
    await server.end();
    const ran = await Promise.all([migrate(url), migrate(url), migrate(url)]);
    expect(ran.toSorted((a, b) => a - b)).toEqual([0, 0, names.length]);
    expect(await describeSchema(url)).toEqual(clean);
  });

  test('do not wait for ever: the second is told what to do', async () => {
    await migrate(url);
    await asking(url, async (other) => {
      // The lock is the server's: another story may be migrating a database of its own.
      await other.query(`SELECT GET_LOCK('tandem_migration', 60)`);
      await expect(migrate(url, { patienceSeconds: 1 })).rejects.toThrow(/Another process has been migrating/);
    });
    expect(await migrate(url)).toBe(0);
  });

  test('and one of them is killed on the way: the other finishes', async () => {
    await halfWay(url, 0);
    const [, ran] = await Promise.all([
      (async () => {
        for (const place of names.keys()) if (place < 20) await unrecorded(url, place);
      })(),
      migrate(url),
    ]);
    expect(ran).toBeLessThanOrEqual(names.length);
    expect(await describeSchema(url)).toEqual(clean);
  });
});

describe('records of an earlier version', () => {
  const small = { opportunities: 12, moves: 4, auditLines: 2_100 };

  const expectWhole = async ({ opportunities, moves, auditLines }: typeof small) => {
    const found = await chainedRecords(url);
    expect(found.counts).toEqual({ moves: opportunities * moves, opportunities, bookings: 1 });
    expect(found.moves.map((move) => move.found)).toEqual(found.moves.map((move) => move.expected));
    expect(found.logs.map((log) => log.found)).toEqual(found.logs.map((log) => log.expected));
    expect(found.seals.map((seal) => seal.found)).toEqual(found.seals.map((seal) => seal.expected));
    expect(found.lines.count).toBe(auditLines);
    expect(found.lines.sealed === found.lines.found).toBe(true);
    return found;
  };

  test('are chained and sealed, and lose nothing', async () => {
    await halfWay(url, firstOfLogChain);
    await plantOldRecords(url, small);
    await migrate(url);
    const found = await expectWhole(small);
    expect(found.seals).toHaveLength(3);
    expect(await describeSchema(url)).toEqual(clean);
  });

  test('come out the same when a migration since then is killed after each of its statements', async () => {
    await halfWay(url, firstOfLogChain);
    await plantOldRecords(url, small);
    await migrate(url);
    const undisturbed = await expectWhole(small);
    for (const place of killed.filter((each) => each >= firstOfLogChain)) {
      for (let statements = 1, isCutShort = true; isCutShort; statements++) {
        await halfWay(url, firstOfLogChain);
        await plantOldRecords(url, small);
        for (let before = firstOfLogChain; before < place; before++) await unrecorded(url, before);
        isCutShort = await dyingAfter(url, place, statements);
        await migrate(url);
        expect(await expectWhole(small)).toEqual(undisturbed);
        expect(await describeSchema(url)).toEqual(clean);
        expect(statements).toBeLessThan(50);
      }
    }
  });

  test('survive the loss of the connection in the middle of the longest statement', async () => {
    const large = { opportunities: 2_000, moves: 6, auditLines: 100 };
    await halfWay(url, firstOfLogChain);
    await plantOldRecords(url, large);
    expect(await cutOffAfter(url, firstOfLogChain, 20)).toBe(true);
    expect(
      await asking(
        url,
        async (connection) => (await connection.query(`SHOW COLUMNS FROM opportunity_move LIKE 'hash'`))[0],
      ),
    ).toEqual([]);
    await migrate(url);
    await expectWhole(large);
    expect(await describeSchema(url)).toEqual(clean);
  });
});

describe('the rights of the application', () => {
  const grants = () =>
    asking(url, async (connection) => {
      const user = connection.format('?@?', [addressOf(testDatabaseUrl()).username, 'localhost']);
      const [rows] = await connection.query(`SHOW GRANTS FOR ${user}`);
      const database = addressOf(url).database;
      const lines = (rows as Record<string, string>[]).map((row) => String(Object.values(row)[0]));
      return lines.filter((line) => line.includes(`\`${database}\`.`)).toSorted();
    });

  test('are the same when they were half given', async () => {
    const application = named(testDatabaseUrl(), 'killed');
    await halfWay(url, 0);
    await migrate(url, { application });
    const whole = await grants();
    expect(whole.length).toBeGreaterThan(40);
    const user = `'${addressOf(application).username}'@'localhost'`;
    await asking(url, async (connection) => {
      await connection.query(`REVOKE SELECT, INSERT, UPDATE, DELETE ON outbox_event FROM ${user}`);
      await connection.query(`REVOKE INSERT ON audit_line FROM ${user}`);
      await connection.query(`REVOKE EXECUTE ON PROCEDURE forget_ledger FROM ${user}`);
    });
    expect(await grants()).not.toEqual(whole);
    expect(await migrate(url, { application })).toBe(0);
    expect(await grants()).toEqual(whole);
  });

  test('are no more than today’s, whatever an earlier version granted', async () => {
    const application = named(testDatabaseUrl(), 'killed');
    await migrate(url, { application });
    const whole = await grants();
    const user = `'${addressOf(application).username}'@'localhost'`;
    await asking(url, async (connection) => {
      await connection.query(`GRANT UPDATE, DELETE ON audit_line TO ${user}`);
      await connection.query(`GRANT SELECT, UPDATE ON \`${addressOf(url).database}\`.* TO ${user}`);
    });
    expect(await grants()).not.toEqual(whole);
    await migrate(url, { application });
    expect(await grants()).toEqual(whole);
  });
});
