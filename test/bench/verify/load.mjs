// What `verify` proves: one in five opportunities written here and audited, the others from an import.
import { load } from '../records/load.mjs';
import { editSqls, eventSql, lineSql, sealAll } from './trail.mjs';

const recording = {
  accounts: 20_000,
  campaigns: 0,
  isNative: 'dice MOD 5 = 0',
  /** One in fifty was edited between its second row and its third without the log taking notice, one in sixty after its last. */
  isEdited: 'dice MOD 50 = 0',
  isEditedLast: 'dice MOD 60 = 0',
  isForeign: 'dice MOD 11 = 0',
  hasCost: false,
};

export const loadAudited = (connect, { size, say }) =>
  load(connect, {
    size,
    say,
    recording,
    bare: ['opportunity_move', 'opportunity'],
    steps: ({ digestOfBookingSql }) => [lineSql(digestOfBookingSql), ...editSqls],
    async finish({ queries: [query], until, digestOfAuditLine }) {
      await query(eventSql(until));
      await sealAll(query, digestOfAuditLine);
    },
  });
