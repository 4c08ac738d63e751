export { bin } from './binary';
export * from './columns';
export { addressOf, dataSource } from './connection';
export { Database } from './database';
export { DatabaseModule } from './database.module';
export { isConnectionFailure, isDuplicate, isRetryable } from './failure';
export { migrate } from './migrator';
export type { Parameter } from './statement';
