import { bin } from '@tandem/database';
import { addDays, date, daysBetween, uuidOf, type PlainDate } from '@tandem/kernel';
import type { Appearance } from './rules/appearance';

/**
 * Appearances as bytes, because there are as many as booking lines: of each a byte of sign, reading and roles, the two days in three
 * bytes each, and whom it is credited to.
 */
const length = 55;
const readings = ['both', 'restated', 'reported'] as const;
const firstDay = date('1000-01-01');
const nobody = '00000000-0000-0000-0000-000000000000';

/** The same appearances in the same order are the same bytes. */
export function packed(appearances: readonly Appearance[]): Buffer {
  const bytes = Buffer.allocUnsafe(appearances.length * length);
  for (const [place, { sign, reading, roles, known, date: day, ...credit }] of appearances.entries()) {
    const from = place * length;
    bytes.writeUInt8((sign > 0 ? 0 : 128) | (readings.indexOf(reading) << 5) | roles, from);
    bytes.writeUIntBE(daysBetween(firstDay, known), from + 1, 3);
    bytes.writeUIntBE(daysBetween(firstDay, day), from + 4, 3);
    for (const [column, id] of [credit.ownerId, credit.teamId, credit.sourceId].entries())
      bin(id ?? nobody).copy(bytes, from + 7 + column * 16);
  }
  return bytes;
}

export function unpacked(bytes: Buffer): Appearance[] {
  return Array.from({ length: bytes.length / length }, (_, place): Appearance => {
    const from = place * length;
    const head = bytes.readUInt8(from);
    const idAt = (column: number): string | null => {
      const id = uuidOf(bytes.subarray(from + 7 + column * 16, from + 23 + column * 16));
      return id === nobody ? null : id;
    };
    return {
      date: dayAt(bytes, from + 4),
      ownerId: idAt(0),
      teamId: idAt(1),
      sourceId: idAt(2),
      roles: head & 31,
      reading: readings[(head >> 5) & 3] ?? 'both',
      known: dayAt(bytes, from + 1),
      sign: head < 128 ? 1 : -1,
    };
  });
}

const dayAt = (bytes: Buffer, from: number): PlainDate => addDays(firstDay, bytes.readUIntBE(from, 3));
