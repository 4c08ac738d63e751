import { check, type Check } from '../check';
import { isOn, numberOf, settingOf, type Settings } from '../settings';

const resetting = 'Something between Tandem and the database resets the sessions; take the proxy out of the way.';
const longestLockWaitSeconds = 10;

/** Whether our connections have what Tandem asks of each of them first. A proxy that hands sessions around undoes it. */
export function checkSession(session: Settings): Check[] {
  const of = (...names: string[]): string => settingOf(session, ...names) ?? 'not told';
  const mode = of('sql_mode');
  const zone = of('time_zone');
  const isolation = of('transaction_isolation', 'tx_isolation');
  const charsets = [of('character_set_client'), of('character_set_connection'), of('character_set_results')];
  const lockWait = numberOf(session, 'innodb_lock_wait_timeout');
  return [
    check('database.sql_mode', mode || 'none', mode.includes('STRICT_ALL_TABLES') && mode.includes('NO_ZERO_DATE'), {
      otherwise: 'bad',
      advice: `Values that do not fit are cut silently. ${resetting}`,
    }),
    check('database.time_zone', zone, zone === '+00:00', {
      otherwise: 'bad',
      advice: `Moments would be stored in another zone. ${resetting}`,
    }),
    check('database.isolation', isolation, isolation === 'READ-COMMITTED', {
      otherwise: 'warning',
      advice: `More lock waits and deadlocks than needed. ${resetting}`,
    }),
    check(
      'database.connection_charset',
      [...new Set(charsets)].join(', '),
      charsets.every((name) => name === 'utf8mb4'),
      {
        otherwise: 'bad',
        advice: `Names lose characters on the way. Look for init_connect or skip-character-set-client-handshake. ${resetting}`,
      },
    ),
    check('database.foreign_keys', `foreign_key_checks=${of('foreign_key_checks')}`, isOn(of('foreign_key_checks')), {
      otherwise: 'bad',
      advice: 'Set foreign_key_checks=1 globally: rows could point at nothing.',
    }),
    check('database.unique_checks', `unique_checks=${of('unique_checks')}`, isOn(of('unique_checks')), {
      otherwise: 'bad',
      advice: 'Set unique_checks=1 globally: "once" would not be once.',
    }),
    check('database.check_constraints', constraints(session), !isOff(settingOf(session, 'check_constraint_checks')), {
      otherwise: 'bad',
      advice: 'Set check_constraint_checks=1 globally: contradictory states would be stored.',
    }),
    check('database.autocommit', `autocommit=${of('autocommit')}`, isOn(of('autocommit')), {
      otherwise: 'bad',
      advice: 'Set autocommit=1 globally: reads would hold old snapshots for hours.',
    }),
    check(
      'database.lock_wait',
      `${lockWait ?? 'not told'} s`,
      lockWait !== null && lockWait <= longestLockWaitSeconds,
      {
        otherwise: 'warning',
        advice: `Requests wait for a lock longer than browsers wait for them. ${resetting}`,
      },
    ),
  ];
}

const constraints = (session: Settings): string => {
  const value = settingOf(session, 'check_constraint_checks');
  return value === null ? 'always on' : `check_constraint_checks=${value}`;
};

const isOff = (value: string | null): boolean => value !== null && !isOn(value);
