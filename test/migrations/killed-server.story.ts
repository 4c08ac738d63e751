import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { migrate } from '@tandem/database';
import { describeSchema, type SchemaText } from './describe-schema';
import { asking, halfWay, migrationNames, unrecorded } from './half-way';
import { chainedRecords, plantOldRecords } from './old-records';
import { ownServer, type OwnServer } from './own-server';

const records = { opportunities: 3_000, moves: 5, auditLines: 3_000 };
/** Milliseconds into a statement that takes a few hundred over these records; `MIGRATION_KILLS=all` tries more of them. */
const moments = process.env['MIGRATION_KILLS'] === 'all' ? [0, 5, 10, 20, 40, 60, 80, 100] : [20];
jest.setTimeout(300_000 * moments.length);

let server: OwnServer;
let clean: SchemaText;
let names: string[];

beforeAll(async () => {
  server = await ownServer();
  await server.start();
  names = migrationNames(server.url);
  await halfWay(server.url, 0);
  await migrate(server.url);
  clean = await describeSchema(server.url);
});
afterAll(() => server.remove());

describe('a database server that dies in the middle of a migration', () => {
  test.each(moments)(
    'is started again, and so is the migration: %i ms into its longest statement',
    async (milliseconds) => {
      const firstOfLogChain = names.findIndex((name) => name.startsWith('chain_opportunity_move_'));
      await halfWay(server.url, firstOfLogChain);
      await plantOldRecords(server.url, records);
      const dying = unrecorded(server.url, firstOfLogChain).then(
        () => 'ended',
        () => 'cut off',
      );
      await untilItRuns('ALTER TABLE opportunity_move');
      await pause(milliseconds);
      await server.kill();
      expect(await dying).toBe('cut off');
      await server.start();
      await migrate(server.url);
      expect(await describeSchema(server.url)).toEqual(clean);
      const found = await chainedRecords(server.url);
      expect(found.counts).toEqual({ moves: 15_000, opportunities: 3_000, bookings: 1 });
      expect(found.moves.filter((move) => move.found !== move.expected)).toEqual([]);
      expect(found.lines.sealed === found.lines.found).toBe(true);
    },
  );
});

/** Another connection sees the statement at work; one that is over before it was seen makes the test fail, not pass. */
const untilItRuns = (statement: string): Promise<void> =>
  asking(server.url, async (connection) => {
    for (let looks = 0; looks < 5_000; looks++) {
      const [rows] = await connection.query('SHOW PROCESSLIST');
      const running = rows as { readonly Info: string | null }[];
      if (running.some(({ Info }) => Info?.startsWith(statement))) return;
      await pause(1);
    }
    throw new Error(`${statement} was never seen at work`);
  });
