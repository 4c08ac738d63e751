export { askTogether } from './ask-together';
export { bin } from './binary';
export { digestOfAuditLine } from './canonical/canonical-audit-line';
export { digestOfBookingSql } from './canonical/canonical-booking';
export { hashOfMoveSql } from './canonical/canonical-move';
export { documentDigestSql } from './canonical/document-digest';
export * from './columns';
export { addressOf, dataSource } from './connection';
export { Database } from './database';
export { DatabaseModule } from './database.module';
export {
  isConnectionFailure,
  isDenied,
  isDuplicate,
  isOutage,
  isRetryable,
  Overtaken,
  tellInOurWords,
} from './failure';
export { appendOnly } from './grants';
export { beginning, containing } from './like';
export { migrate } from './migrator';
export { selectWithin } from './select-within';
export { sending, silenceOf, type Connection, type Parameter } from './statement';
