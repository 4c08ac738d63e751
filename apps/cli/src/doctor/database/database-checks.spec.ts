import { describe, expect, test } from '@jest/globals';
import type { Check } from '../check';
import { checkCluster } from './check-cluster';
import { checkDurability } from './check-durability';
import { checkLimits } from './check-limits';
import { checkSchema } from './check-schema';
import { checkServer } from './check-server';
import { checkSession } from './check-session';
import { checkUser } from './check-user';

const MB = 1024 * 1024;

const server = {
  innodb_flush_log_at_trx_commit: '1',
  log_bin: 'ON',
  sync_binlog: '1',
  innodb_doublewrite: 'ON',
  innodb_force_recovery: '0',
  read_only: 'OFF',
  max_connections: '150',
  wait_timeout: '28800',
  max_allowed_packet: String(16 * MB),
  innodb_buffer_pool_size: String(512 * MB),
  innodb_rollback_on_timeout: 'ON',
  innodb_snapshot_isolation: 'ON',
};
const session = {
  sql_mode: 'STRICT_ALL_TABLES,NO_ZERO_DATE',
  time_zone: '+00:00',
  transaction_isolation: 'READ-COMMITTED',
  character_set_client: 'utf8mb4',
  character_set_connection: 'utf8mb4',
  character_set_results: 'utf8mb4',
  foreign_key_checks: 'ON',
  unique_checks: 'ON',
  check_constraint_checks: 'ON',
  autocommit: 'ON',
  innodb_lock_wait_timeout: '4',
};
const galera = {
  server: { wsrep_on: 'ON', wsrep_sync_wait: '1' },
  status: {
    wsrep_cluster_status: 'Primary',
    wsrep_ready: 'ON',
    wsrep_cluster_size: '3',
    wsrep_local_bf_aborts: '0',
    wsrep_local_cert_failures: '0',
  },
};
const schema = {
  charset: 'utf8mb4',
  collation: 'utf8mb4_unicode_520_ci',
  oddText: [],
  oddCollation: [],
  notInnodb: [],
  pending: 0,
  unknown: [],
  bytes: 0,
};
const user = {
  name: 'tandem@%',
  grants: ['GRANT USAGE ON *.* TO ...'],
  mayChange: [],
  isEncrypted: true,
  isLocal: false,
};

const settings = (values: Readonly<Record<string, string>>) => new Map(Object.entries(values));
const fired = (checks: readonly Check[]) =>
  checks.filter(({ state }) => state !== 'good').map(({ name, state }) => `${name} ${state}`);
const wanted = { pool: 20, statementSeconds: 30, dataBytes: 100 * MB };
const limits = (values: Readonly<Record<string, string>>, asked: Partial<typeof wanted> = {}, open = '10') =>
  checkLimits(settings({ ...server, ...values }), settings({ threads_connected: open }), { ...wanted, ...asked });

describe('a database that is set up well', () => {
  test('gives the doctor nothing to say', () => {
    expect(
      fired([
        ...checkServer({ version: '10.11.6-MariaDB', tookMs: 1, aheadMs: -20 }),
        ...checkServer({ version: '8.4.3', tookMs: 1, aheadMs: 20 }),
        ...checkDurability(settings(server)),
        ...limits({}),
        ...checkSession(settings(session)),
        ...checkCluster(settings(galera.server), settings(galera.status)),
        ...checkSchema(schema),
        ...checkUser(user),
      ]),
    ).toEqual([]);
  });

  test('need not have what only MariaDB, only MySQL or only a cluster has', () => {
    const { innodb_snapshot_isolation: _, ...mysql } = server;
    expect(fired(checkLimits(settings(mysql), settings({}), wanted))).toEqual([]);
    const { check_constraint_checks: __, transaction_isolation: ___, ...old } = session;
    expect(fired(checkSession(settings({ ...old, tx_isolation: 'READ-COMMITTED' })))).toEqual([]);
    expect(checkCluster(settings(server), settings({}))).toEqual([]);
  });

  test('says with each fault what to do about it', () => {
    const all = [...checkDurability(settings({})), ...checkSession(settings({})), ...limits({ max_connections: '5' })];
    for (const { state, advice } of all) expect(advice === null).toBe(state === 'good');
  });
});

describe('what the doctor finds in the server', () => {
  test.each([
    [{ innodb_flush_log_at_trx_commit: '2' }, 'database.flush bad'],
    [{ innodb_flush_log_at_trx_commit: '0' }, 'database.flush bad'],
    [{ sync_binlog: '0' }, 'database.binlog warning'],
    [{ innodb_doublewrite: 'OFF' }, 'database.doublewrite warning'],
    [{ innodb_doublewrite: 'DETECT_ONLY' }, 'database.doublewrite warning'],
    [{ innodb_force_recovery: '1' }, 'database.force_recovery bad'],
    [{ read_only: 'ON' }, 'database.writable bad'],
    [{ super_read_only: '1' }, 'database.writable bad'],
  ])('durability: %j', (planted, expected) => {
    expect(fired(checkDurability(settings({ ...server, ...planted })))).toEqual([expected]);
  });

  test('a binary log that is not kept need not be synced', () => {
    expect(fired(checkDurability(settings({ ...server, log_bin: 'OFF', sync_binlog: '0' })))).toEqual([]);
  });

  test.each([
    [{ max_connections: '49' }, {}, '10', ['database.max_connections bad']],
    [{}, { pool: 80 }, '10', ['database.max_connections bad']],
    [{}, {}, '120', ['database.open_connections warning']],
    [{ wait_timeout: '60' }, {}, '10', ['database.wait_timeout warning']],
    [{ max_allowed_packet: '1048576' }, {}, '10', ['database.max_allowed_packet warning']],
    [{}, { dataBytes: 600 * MB }, '10', ['database.buffer_pool advice']],
    [{}, { dataBytes: 6000 * MB }, '10', ['database.buffer_pool warning']],
    [{ innodb_rollback_on_timeout: 'OFF' }, {}, '10', ['database.rollback_on_timeout advice']],
    [{ innodb_snapshot_isolation: 'OFF' }, {}, '10', ['database.snapshot_isolation advice']],
    [{}, { statementSeconds: 0 }, '10', ['database.statement_limit warning']],
  ])('limits: %j %j', (planted, asked, open, expected) => {
    expect(fired(limits(planted, asked, open))).toEqual(expected);
  });

  test.each([
    [{ version: '10.5.2-MariaDB', tookMs: 1, aheadMs: 0 }, 'database.version bad'],
    [{ version: '5.7.44', tookMs: 1, aheadMs: 0 }, 'database.version bad'],
    [{ version: '8.0.36', tookMs: 900, aheadMs: 0 }, 'database.connection warning'],
    [{ version: '8.0.36', tookMs: 1, aheadMs: -3_000 }, 'database.clock warning'],
    [{ version: '8.0.36', tookMs: 1, aheadMs: 90_000 }, 'database.clock bad'],
  ])('%j', (found, expected) => {
    expect(fired(checkServer(found))).toEqual([expected]);
  });
});

describe('what the doctor finds in our sessions', () => {
  test.each([
    [{ sql_mode: '' }, 'database.sql_mode bad'],
    [{ sql_mode: 'STRICT_ALL_TABLES' }, 'database.sql_mode bad'],
    [{ time_zone: 'SYSTEM' }, 'database.time_zone bad'],
    [{ transaction_isolation: 'REPEATABLE-READ' }, 'database.isolation warning'],
    [{ character_set_connection: 'latin1' }, 'database.connection_charset bad'],
    [{ character_set_client: 'utf8mb3' }, 'database.connection_charset bad'],
    [{ foreign_key_checks: 'OFF' }, 'database.foreign_keys bad'],
    [{ unique_checks: '0' }, 'database.unique_checks bad'],
    [{ check_constraint_checks: 'OFF' }, 'database.check_constraints bad'],
    [{ autocommit: 'OFF' }, 'database.autocommit bad'],
    [{ innodb_lock_wait_timeout: '50' }, 'database.lock_wait warning'],
  ])('%j', (planted, expected) => {
    expect(fired(checkSession(settings({ ...session, ...planted })))).toEqual([expected]);
  });
});

describe('what the doctor finds in a cluster', () => {
  test.each([
    [{}, { wsrep_cluster_status: 'non-Primary' }, 'database.cluster bad'],
    [{}, { wsrep_ready: 'OFF' }, 'database.cluster bad'],
    [{}, { wsrep_cluster_size: '2' }, 'database.cluster_size warning'],
    [{}, { wsrep_local_bf_aborts: '4' }, 'database.single_writer warning'],
    [{}, { wsrep_local_cert_failures: '1' }, 'database.single_writer warning'],
    [{ wsrep_sync_wait: '0' }, {}, 'database.sync_wait warning'],
    [{ wsrep_sync_wait: '6' }, {}, 'database.sync_wait warning'],
  ])('%j %j', (ofServer, ofStatus, expected) => {
    const planted = [settings({ ...galera.server, ...ofServer }), settings({ ...galera.status, ...ofStatus })] as const;
    expect(fired(checkCluster(...planted))).toEqual([expected]);
  });
});

describe('what the doctor finds in the tables', () => {
  test.each([
    [{ charset: 'latin1' }, 'database.charset bad'],
    [{ oddText: ['account.name'] }, 'database.text_columns bad'],
    [{ oddCollation: ['account'] }, 'database.collations warning'],
    [{ notInnodb: ['account'] }, 'database.engine bad'],
    [{ pending: 2 }, 'database.migrations bad'],
    [{ unknown: ['create_moon_1'] }, 'database.newer_schema bad'],
  ])('%j', (planted, expected) => {
    expect(fired(checkSchema({ ...schema, ...planted }))).toEqual([expected]);
  });

  test('names a few and counts the rest', () => {
    const [found] = checkSchema({ ...schema, notInnodb: ['a', 'b', 'c', 'd', 'e', 'f', 'g'] }).filter(
      ({ name }) => name === 'database.engine',
    );
    expect(found?.found).toBe('tables not in InnoDB: a, b, c, d, e and 2 more');
  });
});

describe('what the doctor finds in our user', () => {
  test.each([
    [{ mayChange: ['UPDATE audit_line'] }, 'database.append_only warning'],
    [{ mayChange: null }, 'database.append_only advice'],
    [{ grants: ['GRANT ALL PRIVILEGES ON *.* TO `root`@`localhost`'] }, 'database.user warning'],
    [{ grants: ['GRANT SELECT, SUPER ON *.* TO `x`@`%`'] }, 'database.user warning'],
    [{ isEncrypted: false }, 'database.tls warning'],
  ])('%j', (planted, expected) => {
    expect(fired(checkUser({ ...user, ...planted }))).toEqual([expected]);
  });

  test('rights over its own database are no rights over the server', () => {
    expect(fired(checkUser({ ...user, grants: ['GRANT ALL PRIVILEGES ON `tandem`.* TO `tandem`@`%`'] }))).toEqual([]);
  });
});
