import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import { check, type Check } from './check';

interface Variables {
  readonly version: string;
  readonly sqlMode: string;
  readonly zone: string;
  readonly charset: string;
  readonly flush: string;
  readonly binlog: string;
  readonly syncBinlog: string;
  readonly doublewrite: string;
  readonly packet: string;
  readonly now: Date;
}

const oldest = { mariadb: [10, 11], mysql: [8, 0] } as const;
const MB = 1024 * 1024;

/** Looks whether the database keeps what it promises to keep. */
@Injectable()
export class DatabaseConditionReader {
  constructor(private readonly database: Database) {}

  async checks(): Promise<Check[]> {
    const asked = Date.now();
    const [found] = await this.database.query<Variables>(
      `SELECT VERSION() AS version, @@SESSION.sql_mode AS sqlMode, @@SESSION.time_zone AS zone, @@character_set_database AS charset,
         @@innodb_flush_log_at_trx_commit AS flush, @@log_bin AS binlog, @@sync_binlog AS syncBinlog, @@innodb_doublewrite AS doublewrite,
         @@max_allowed_packet AS packet, UTC_TIMESTAMP(3) AS now`,
    );
    if (!found) throw new Error('the database says nothing about itself');
    const took = Date.now() - asked;
    const skew = Math.abs(found.now.getTime() - (asked + took / 2));
    return [
      check('database.connection', `answers in ${took} ms`, took < 500, {
        otherwise: 'warning',
        advice: 'It is slow: look at its load and the way to it.',
      }),
      versionCheck(found.version),
      ...settingChecks(found),
      ...durabilityChecks(found),
      check('clock', `${Math.round(skew)} ms between the database and this machine`, skew < 2_000, {
        otherwise: 'bad',
        advice: 'Let both follow a time server: deadlines are compared across them.',
      }),
      await this.migrationsCheck(),
    ];
  }

  private async migrationsCheck(): Promise<Check> {
    const isPending = await this.database.handle.showMigrations();
    return check('database.migrations', isPending ? 'the schema is older than the program' : 'current', !isPending, {
      otherwise: 'bad',
      advice: 'Run tandem migrate.',
    });
  }
}

function versionCheck(version: string): Check {
  const kind = /mariadb/i.test(version) ? 'mariadb' : 'mysql';
  const [major = 0, minor = 0] = version.split('.').map((part) => Number.parseInt(part, 10));
  const [leastMajor, leastMinor] = oldest[kind];
  const isNew = major > leastMajor || (major === leastMajor && minor >= leastMinor);
  return check('database.version', version, isNew, {
    otherwise: 'bad',
    advice: 'Tandem needs MariaDB 10.11 or MySQL 8.0, or newer.',
  });
}

const settingChecks = ({ sqlMode, zone, charset, packet }: Variables): Check[] => [
  check('database.sql_mode', sqlMode, sqlMode.includes('STRICT_ALL_TABLES'), {
    otherwise: 'bad',
    advice: 'A proxy must be resetting the sessions: Tandem asks for STRICT_ALL_TABLES.',
  }),
  check('database.time_zone', zone, zone === '+00:00', {
    otherwise: 'bad',
    advice: 'A proxy must be resetting the sessions: Tandem works in UTC.',
  }),
  check('database.charset', charset, charset === 'utf8mb4', {
    otherwise: 'bad',
    advice: 'Make the database anew with utf8mb4: other character sets lose signs.',
  }),
  check('database.max_allowed_packet', `${Math.round(Number(packet) / MB)} MB`, Number(packet) >= 16 * MB, {
    otherwise: 'warning',
    advice: 'Set max_allowed_packet=16M or more, or large imports fail.',
  }),
];

const durabilityChecks = ({ flush, binlog, syncBinlog, doublewrite }: Variables): Check[] => [
  check('database.flush', `innodb_flush_log_at_trx_commit=${flush}`, String(flush) === '1', {
    otherwise: 'bad',
    advice: 'Set it to 1, or what was acknowledged can be lost in a crash.',
  }),
  check(
    'database.binlog',
    String(binlog) === '1' ? `sync_binlog=${syncBinlog}` : 'no binary log',
    String(binlog) !== '1' || String(syncBinlog) === '1',
    {
      otherwise: 'warning',
      advice: 'Set sync_binlog=1, or replicas and restores can miss the last transactions.',
    },
  ),
  check(
    'database.doublewrite',
    `innodb_doublewrite=${doublewrite}`,
    ['1', 'ON', 'DETECT_AND_RECOVER'].includes(String(doublewrite).toUpperCase()),
    {
      otherwise: 'warning',
      advice: 'Turn it on unless the file system writes pages whole.',
    },
  ),
];
