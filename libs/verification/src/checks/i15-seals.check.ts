import { digestOfAuditLine } from '@tandem/database';
import { rowCheck } from '../check';
import { digestBytes, idBytes, sealedDigest, sealedLineRows, sealRows } from '../rows/seal.rows';

/** Each seal is chained to the one before, and every line it names is here and says what it said when it was sealed. */
export const seals = rowCheck(
  'I15-seals',
  {
    of: sealRows,
    holds: `(s.seq = 1 OR p.seq IS NOT NULL) AND s.prev_hash <=> p.hash AND LENGTH(s.lines_sealed) = s.line_count * ${idBytes + digestBytes}
      AND s.line_count > 0 AND s.hash = UNHEX(SHA2(CONCAT(COALESCE(s.prev_hash, ''), s.lines_sealed), 256))`,
  },
  { of: sealedLineRows, holds: `${digestOfAuditLine('a')} = ${sealedDigest}` },
);
