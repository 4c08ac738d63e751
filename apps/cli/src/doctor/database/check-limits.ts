import { check, untold, type Check } from '../check';
import { isOn, numberOf, settingOf, sizeOf, type Settings } from '../settings';

const MB = 1024 * 1024;
/** Beside API and worker: the command line, a backup, and somebody who looks. */
const spareConnections = 10;
const leastIdleSeconds = 300;
const leastPacket = 16 * MB;

interface Wanted {
  /** DATABASE_CONNECTIONS: what API and worker may each hold open. */
  readonly pool: number;
  /** DATABASE_STATEMENT_SECONDS; 0 is no limit. */
  readonly statementSeconds: number;
  /** Bytes of our tables and their indexes; null when they could not be counted. */
  readonly dataBytes: number | null;
}

/** Whether the server's limits leave room for what API and worker will ask of it. */
export function checkLimits(server: Settings, status: Settings, wanted: Wanted): Check[] {
  return [
    ...checkConnections(server, status, wanted.pool),
    checkIdle(server),
    checkPacket(server),
    checkBufferPool(server, wanted.dataBytes),
    checkRollback(server),
    checkSnapshotIsolation(server),
    check(
      'database.statement_limit',
      wanted.statementSeconds === 0 ? 'no limit' : `${wanted.statementSeconds} s`,
      wanted.statementSeconds > 0,
      {
        otherwise: 'warning',
        advice: 'Set DATABASE_STATEMENT_SECONDS=30: one endless question can keep everybody else waiting.',
      },
    ),
  ];
}

function checkConnections(server: Settings, status: Settings, pool: number): Check[] {
  const most = numberOf(server, 'max_connections');
  if (most === null) return [untold('database.max_connections', 'Ask for at least 100 connections.')];
  const needed = 2 * pool + spareConnections;
  const open = numberOf(status, 'threads_connected') ?? 0;
  return [
    check('database.max_connections', `${most} allowed, ${needed} needed`, most >= needed, {
      otherwise: 'bad',
      advice: `Set max_connections=${needed} or more, or DATABASE_CONNECTIONS lower: API and worker each open up to ${pool}.`,
    }),
    check('database.open_connections', `${open} of ${most} open`, open < 0.8 * most, {
      otherwise: 'warning',
      advice: 'Few connections are left. See with SHOW PROCESSLIST who holds them.',
    }),
  ];
}

function checkIdle(server: Settings): Check {
  const seconds = numberOf(server, 'wait_timeout') ?? 0;
  return check('database.wait_timeout', `${seconds} s`, seconds >= leastIdleSeconds, {
    otherwise: 'warning',
    advice: `Set wait_timeout=${leastIdleSeconds} or more: the server hangs up on connections that the pool still counts on.`,
  });
}

function checkPacket(server: Settings): Check {
  const bytes = numberOf(server, 'max_allowed_packet') ?? 0;
  return check('database.max_allowed_packet', sizeOf(bytes), bytes >= leastPacket, {
    otherwise: 'warning',
    advice: 'Set max_allowed_packet=16M or more, or large imports fail.',
  });
}

function checkBufferPool(server: Settings, dataBytes: number | null): Check {
  if (dataBytes === null)
    return untold('database.buffer_pool', 'Keep innodb_buffer_pool_size above the size of the data.');
  const pool = numberOf(server, 'innodb_buffer_pool_size') ?? 0;
  return check(
    'database.buffer_pool',
    `${sizeOf(pool)} for ${sizeOf(dataBytes)} of data`,
    pool >= Math.min(dataBytes, 2 ** 40),
    {
      otherwise: pool * 4 < dataBytes ? 'warning' : 'advice',
      advice: 'Set innodb_buffer_pool_size above the size of the data, or figures are read from disk.',
    },
  );
}

function checkRollback(server: Settings): Check {
  const value = settingOf(server, 'innodb_rollback_on_timeout');
  return check('database.rollback_on_timeout', `innodb_rollback_on_timeout=${value ?? 'not told'}`, isOn(value), {
    otherwise: 'advice',
    advice: 'Set it ON. Tandem rolls back by itself after a lock wait; other programs on this database may not.',
  });
}

/** MySQL has no such setting; MariaDB has it since 10.6.18 and turned it on by default in 11.6. */
function checkSnapshotIsolation(server: Settings): Check {
  const value = settingOf(server, 'innodb_snapshot_isolation');
  return check(
    'database.snapshot_isolation',
    value === null ? 'not offered' : `${value}`,
    value === null || isOn(value),
    {
      otherwise: 'advice',
      advice:
        'Set innodb_snapshot_isolation=ON: a change based on what somebody has changed meanwhile is then refused.',
    },
  );
}
