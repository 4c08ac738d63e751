import { documentDigestSql } from '@tandem/database';
import { rowCheck } from '../check';
import { agendaRows } from '../rows/table.rows';
import { speaksOf } from '../told-words';

const toldDigest = `JSON_VALUE(a.after_state, '$.figuresDigest') COLLATE utf8mb4_bin`;

/** What an agenda says the figures were, and later ones compare with, is what it said when it was written; lines from before they carried a digest leave it out. */
export const agendaFigures = rowCheck('I23', {
  of: agendaRows,
  holds: `NOT EXISTS (SELECT 1 FROM audit_line a WHERE a.object_kind = 'agenda' AND a.object_id = g.id AND a.action = 'agenda.composed'
    AND ${speaksOf('figuresDigest')} AND NOT ${documentDigestSql('g.figures')} <=> ${toldDigest})`,
});
