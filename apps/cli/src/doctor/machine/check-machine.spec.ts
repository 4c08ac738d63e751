import { describe, expect, test } from '@jest/globals';
import { checkMachine } from './check-machine';
import { lookAtMachine, type MachineFacts } from './machine-facts';

const GB = 1024 ** 3;
const room = { folder: '/data', freeBytes: 50 * GB, totalBytes: 100 * GB };
const machine: MachineFacts = {
  node: '24.11.0',
  zone: 'Asia/Taipei',
  tz: 'Asia/Taipei',
  zones: '2026a',
  now: new Date('2026-11-23T09:00:00Z'),
  rooms: [room],
  openFiles: 65_536,
  heapBytes: 2 * GB,
  freeMemory: 4 * GB,
  totalMemory: 8 * GB,
};

const fired = (planted: Partial<MachineFacts>) =>
  checkMachine({ ...machine, ...planted })
    .filter(({ state }) => state !== 'good')
    .map(({ name, state }) => `${name} ${state}`);

describe('what the doctor finds on the machine', () => {
  test('one that is up to it gives it nothing to say', () => {
    expect(fired({})).toEqual([]);
    expect(fired({ tz: null, node: '22.12.0' })).toEqual([]);
  });

  test.each([
    [{ node: '18.20.0' }, 'machine.node bad'],
    [{ node: '20.18.1' }, 'machine.node bad'],
    [{ node: '21.7.0' }, 'machine.node bad'],
    [{ node: '22.11.0' }, 'machine.node bad'],
    [{ node: '20.20.0' }, 'machine.node advice'],
    [{ tz: 'Taipei' }, 'machine.time_zone warning'],
    [{ zones: '2023c' }, 'machine.clock_tables advice'],
    [{ rooms: [{ ...room, freeBytes: GB / 2 }] }, 'machine.disk warning'],
    [{ rooms: [{ ...room, freeBytes: GB / 10 }] }, 'machine.disk bad'],
    [{ rooms: [{ ...room, freeBytes: 4 * GB }] }, 'machine.disk warning'],
    [{ openFiles: 256 }, 'machine.files warning'],
    [{ openFiles: null }, 'machine.files advice'],
    [{ heapBytes: GB / 8 }, 'machine.heap warning'],
    [{ freeMemory: GB / 20 }, 'machine.memory warning'],
  ])('%j', (planted, expected) => {
    expect(fired(planted)).toEqual([expected]);
  });

  test('folders that are elsewhere are left out, those that are here are measured', async () => {
    const { rooms, openFiles } = await lookAtMachine(['/nowhere/at/all', process.cwd()]);
    expect(rooms.map(({ folder }) => folder)).not.toContain('/nowhere/at/all');
    expect(rooms.find(({ folder }) => folder === process.cwd())?.totalBytes).toBeGreaterThan(0);
    expect(openFiles === null || openFiles > 0).toBe(true);
  });
});
