import { readFile, statfs } from 'node:fs/promises';
import os from 'node:os';
import { getHeapStatistics } from 'node:v8';

/** Room on one file system. */
export interface Room {
  readonly folder: string;
  readonly freeBytes: number;
  readonly totalBytes: number;
}

export interface MachineFacts {
  readonly node: string;
  /** The zone this process reckons in. */
  readonly zone: string;
  /** TZ as it was given; null when it was not. */
  readonly tz: string | null;
  /** Version of the tables of the world's clocks, as `2026a`. */
  readonly zones: string;
  readonly now: Date;
  readonly rooms: readonly Room[];
  /** How many files and connections this process may hold open; null where the system does not tell. */
  readonly openFiles: number | null;
  readonly heapBytes: number;
  readonly freeMemory: number;
  readonly totalMemory: number;
}

/** Looks at the computer this runs on; `folders` are those where data is kept. */
export async function lookAtMachine(folders: readonly string[]): Promise<MachineFacts> {
  const rooms = await Promise.all([...new Set([...folders, process.cwd(), os.tmpdir()])].map(roomIn));
  return {
    node: process.versions.node,
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    tz: process.env['TZ'] ?? null,
    zones: process.versions['tz'] ?? 'unknown',
    now: new Date(),
    rooms: rooms.filter((room) => room !== null),
    openFiles: await openFiles(),
    heapBytes: getHeapStatistics().heap_size_limit,
    freeMemory: os.freemem(),
    totalMemory: os.totalmem(),
  };
}

/** A folder that is not on this machine, such as the data of a database elsewhere, is nobody's concern here. */
async function roomIn(folder: string): Promise<Room | null> {
  try {
    const { bavail, blocks, bsize } = await statfs(folder);
    return { folder, freeBytes: bavail * bsize, totalBytes: blocks * bsize };
  } catch {
    return null;
  }
}

async function openFiles(): Promise<number | null> {
  const limits = await readFile('/proc/self/limits', 'utf8').catch(() => '');
  const [, soft] = /^Max open files\s+(\d+|unlimited)/m.exec(limits) ?? [];
  if (soft === undefined) return null;
  return soft === 'unlimited' ? Number.MAX_SAFE_INTEGER : Number(soft);
}
