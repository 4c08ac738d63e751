import type { CanonicalForm } from '@tandem/kernel';
import { canonicalSql } from './canonical-sql';

const form: CanonicalForm = {
  name: 'audit_line/1',
  columns: {
    id: 'id',
    at: 'instant',
    actor_id: 'id',
    actor_name: 'text',
    via: 'word',
    action: 'word',
    object_kind: 'word',
    object_id: 'id',
    before_state: 'document',
    after_state: 'document',
  },
};

/** SHA-256 of an audit line as SQL, in thirty-two bytes. */
export const digestOfAuditLine = (alias: string): string => `UNHEX(SHA2(${canonicalSql(form, alias)}, 256))`;
