import { check, type Check } from '../check';
import { isOn, settingOf, type Settings } from '../settings';

const wholePages = ['1', 'ON', 'DETECT_AND_RECOVER'];

/** Whether what was acknowledged is still there after a crash or a power cut. */
export function checkDurability(server: Settings): Check[] {
  const flush = settingOf(server, 'innodb_flush_log_at_trx_commit') ?? 'not told';
  const doublewrite = settingOf(server, 'innodb_doublewrite') ?? 'not told';
  const recovery = settingOf(server, 'innodb_force_recovery') ?? '0';
  return [
    check('database.flush', `innodb_flush_log_at_trx_commit=${flush}`, flush === '1', {
      otherwise: 'bad',
      advice: 'Set it to 1, or what was acknowledged can be lost in a crash.',
    }),
    binaryLog(server),
    check('database.doublewrite', `innodb_doublewrite=${doublewrite}`, wholePages.includes(doublewrite.toUpperCase()), {
      otherwise: 'warning',
      advice: 'Turn it on, unless the file system writes pages whole: a power cut can tear a page.',
    }),
    check('database.force_recovery', `innodb_force_recovery=${recovery}`, recovery === '0', {
      otherwise: 'bad',
      advice: 'The server runs in rescue mode. Take a dump, make the database anew, and set it back to 0.',
    }),
    checkReadOnly(server),
  ];
}

function binaryLog(server: Settings): Check {
  const isKept = isOn(settingOf(server, 'log_bin'));
  const sync = settingOf(server, 'sync_binlog') ?? 'not told';
  return check('database.binlog', isKept ? `sync_binlog=${sync}` : 'no binary log', !isKept || sync === '1', {
    otherwise: 'warning',
    advice: 'Set sync_binlog=1, or replicas and restores can miss the last transactions.',
  });
}

function checkReadOnly(server: Settings): Check {
  const isReadOnly = isOn(settingOf(server, 'read_only')) || isOn(settingOf(server, 'super_read_only'));
  return check('database.writable', isReadOnly ? 'read_only' : 'takes writes', !isReadOnly, {
    otherwise: 'bad',
    advice: 'This is a replica, or a server somebody has stopped writes on. DATABASE_URL must name the primary.',
  });
}
