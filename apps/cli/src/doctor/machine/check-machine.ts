import { check, untold, type Check } from '../check';
import { sizeOf } from '../settings';
import type { MachineFacts, Room } from './machine-facts';

const MB = 1024 * 1024;
const GB = 1024 * MB;
/** Node.js 20 gets no repairs since the end of April 2026. */
const oldestRepaired = 22;
const oldestNode = { 20: 19, 22: 12 } as Readonly<Record<number, number>>;
const leastFiles = 1_024;

/** Whether the computer can carry what runs on it. */
export const checkMachine = (machine: MachineFacts): Check[] => [
  checkNode(machine.node),
  checkZone(machine),
  checkZones(machine),
  ...machine.rooms.map(checkRoom),
  machine.openFiles === null
    ? untold('machine.files', 'Let the API and the worker hold at least 1024 files open.')
    : check('machine.files', `${machine.openFiles} may be open`, machine.openFiles >= leastFiles, {
        otherwise: 'warning',
        advice:
          'Raise the limit (ulimit -n, LimitNOFILE=65536 in systemd): each browser and each connection needs one.',
      }),
  check('machine.heap', `${sizeOf(machine.heapBytes)} for a process`, machine.heapBytes >= 256 * MB, {
    otherwise: 'warning',
    advice: 'Start Node.js with --max-old-space-size=512 or more: large imports need it.',
  }),
  check(
    'machine.memory',
    `${sizeOf(machine.freeMemory)} of ${sizeOf(machine.totalMemory)} free`,
    machine.freeMemory >= Math.min(256 * MB, machine.totalMemory * 0.05),
    { otherwise: 'warning', advice: 'Memory is short: the system may end the database first.' },
  ),
];

function checkNode(version: string): Check {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const runs = major > 22 || minor >= (oldestNode[major] ?? Number.POSITIVE_INFINITY);
  return check('machine.node', `Node.js ${version}`, runs && major >= oldestRepaired, {
    otherwise: runs ? 'advice' : 'bad',
    advice: runs
      ? 'It works, but nobody repairs Node.js 20 any more. Move to 24.'
      : 'Tandem needs Node.js 20.19, 22.12, or newer.',
  });
}

/** Figures and moments never depend on it; the times in the logs do. */
function checkZone({ zone, tz }: MachineFacts): Check {
  const isUnderstood = tz === null || tz === '' || isZone(tz.replace(/^:/, ''));
  return check('machine.time_zone', isUnderstood ? zone : `TZ=${tz}, taken for ${zone}`, isUnderstood, {
    otherwise: 'warning',
    advice:
      'TZ names no time zone of the world: write it as Asia/Taipei. Figures are right all the same; the times in the logs are not.',
  });
}

function isZone(name: string): boolean {
  try {
    return Intl.DateTimeFormat('en', { timeZone: name }) !== null;
  } catch {
    return false;
  }
}

/** Governments change their clocks at short notice; meetings follow the tables in Node.js. */
function checkZones({ zones, now }: MachineFacts): Check {
  const year = Number.parseInt(zones, 10);
  return check('machine.clock_tables', zones, now.getUTCFullYear() - year < 2, {
    otherwise: 'advice',
    advice: 'The tables of the world’s clocks are old. Update Node.js, or meetings in some countries come an hour off.',
  });
}

function checkRoom({ folder, freeBytes, totalBytes }: Room): Check {
  const share = totalBytes === 0 ? 0 : freeBytes / totalBytes;
  const found = `${sizeOf(freeBytes)} (${Math.floor(share * 100)} %) free in ${folder}`;
  return check('machine.disk', found, freeBytes >= GB && share >= 0.05, {
    otherwise: freeBytes < GB / 4 ? 'bad' : 'warning',
    advice: 'Make room: a full disk stops the database.',
  });
}
