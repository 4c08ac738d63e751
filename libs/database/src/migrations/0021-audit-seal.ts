import { createHash } from 'node:crypto';
import type { QueryRunner } from 'typeorm';
import { digestOfAuditLine } from '../canonical/canonical-audit-line';
import { conversion, tables } from './migration';

/** A seal names the audit lines of one batch by id and digest, and is chained to the seal before it. */
export const auditSeal = [
  ...tables(1763900002100, {
    audit_seal: `
      seq BIGINT UNSIGNED NOT NULL PRIMARY KEY,
      sealed_at DATETIME(3) NOT NULL,
      line_count INT UNSIGNED NOT NULL,
      lines_sealed MEDIUMBLOB NOT NULL,
      prev_hash BINARY(32) NULL,
      hash BINARY(32) NOT NULL`,
  }),
  conversion(1763900002101, 'seal_old_audit_lines_', sealOldLines),
];

/** Lines from before there were seals; those of a run that was cut off are found sealed and left alone. */
async function sealOldLines(runner: QueryRunner): Promise<void> {
  const seals = (await runner.query('SELECT seq, hash, lines_sealed AS linesSealed FROM audit_seal ORDER BY seq')) as {
    seq: string;
    hash: Buffer;
    linesSealed: Buffer;
  }[];
  let last = seals.at(-1);
  let after = last ? last.linesSealed.subarray(-48, -32) : Buffer.alloc(16);
  for (;;) {
    const lines = (await runner.query(
      `SELECT HEX(id) AS id, ${digestOfAuditLine('a')} AS digest FROM audit_line a WHERE id > ? ORDER BY id LIMIT 1000`,
      [after],
    )) as { id: string; digest: Buffer }[];
    if (lines.length === 0) return;
    const sealed = Buffer.concat(lines.flatMap(({ id, digest }) => [Buffer.from(id, 'hex'), digest]));
    const previous = last?.hash ?? null;
    const hash = createHash('sha256')
      .update(previous ?? '')
      .update(sealed)
      .digest();
    const seq = String(Number(last?.seq ?? 0) + 1);
    await runner.query(
      'INSERT INTO audit_seal (seq, sealed_at, line_count, lines_sealed, prev_hash, hash) VALUES (?, UTC_TIMESTAMP(3), ?, ?, ?, ?)',
      [seq, lines.length, sealed, previous, hash],
    );
    last = { seq, hash, linesSealed: sealed };
    after = sealed.subarray(-48, -32);
  }
}
