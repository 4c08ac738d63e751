import { check, type Check } from '../check';

const oldest = { mariadb: [10, 11], mysql: [8, 0] } as const;
const slowMs = 250;

/** Whether it is a server Tandem knows, near enough, and of the same time. */
export function checkServer(found: {
  readonly version: string;
  /** Milliseconds for the shortest question. */
  readonly tookMs: number;
  /** Milliseconds by which its clock is ahead of this machine's. */
  readonly aheadMs: number;
}): Check[] {
  const skew = Math.abs(Math.round(found.aheadMs));
  return [
    check('database.connection', `answers in ${Math.round(found.tookMs)} ms`, found.tookMs < slowMs, {
      otherwise: 'warning',
      advice: 'It is slow: look at its load and the way to it.',
    }),
    check('database.version', found.version, isSupported(found.version), {
      otherwise: 'bad',
      advice: 'Tandem needs MariaDB 10.11 or MySQL 8.0, or newer.',
    }),
    check('database.clock', `${skew} ms between the database and this machine`, skew < 1_000, {
      otherwise: skew < 5_000 ? 'warning' : 'bad',
      advice: 'Let both follow a time server: deadlines are compared across them.',
    }),
  ];
}

function isSupported(version: string): boolean {
  const [leastMajor, leastMinor] = oldest[/mariadb/i.test(version) ? 'mariadb' : 'mysql'];
  const [major = 0, minor = 0] = version.split('.').map((part) => Number.parseInt(part, 10));
  return major > leastMajor || (major === leastMajor && minor >= leastMinor);
}
