import type { Rows } from '../check';
import { numbersSql } from '../sql-words';

/** Every seal (`s`) with the one before it (`p`). */
export const sealRows: Rows = {
  name: 'seals',
  from: () => 'audit_seal s LEFT JOIN audit_seal p ON p.seq = s.seq - 1',
  key: { column: 's.seq', table: 'audit_seal', name: 'seq', is: 'number' },
  span: 200,
  named: { seal: 's.seq' },
};

/** Bytes of the id of a sealed line, and of its digest after it. */
export const idBytes = 16;
export const digestBytes = 32;

/** The id, and the digest, of the line at place `k.i` of a seal. */
export const sealedId = `SUBSTR(s.lines_sealed, 1 + ${idBytes + digestBytes} * k.i, ${idBytes})`;
export const sealedDigest = `SUBSTR(s.lines_sealed, ${idBytes + 1} + ${idBytes + digestBytes} * k.i, ${digestBytes})`;

/** Every line a seal names (`k.i` is its place in the seal) with the audit line itself (`a`). */
export const sealedLineRows: Rows = {
  name: 'sealed audit lines',
  measured: 'MAX(s.line_count)',
  from: (most) =>
    `audit_seal s JOIN ${numbersSql(most)} k ON k.i < s.line_count LEFT JOIN audit_line a ON a.id = ${sealedId}`,
  key: { column: 's.seq', table: 'audit_seal', name: 'seq', is: 'number' },
  span: 25,
  named: { seal: 's.seq', auditLineId: `LOWER(HEX(${sealedId}))` },
};
