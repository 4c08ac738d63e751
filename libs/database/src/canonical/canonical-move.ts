import { moveForm } from '@tandem/kernel';
import { canonicalSql } from './canonical-sql';

/** The hash of a row of the log as SQL, in thirty-two bytes; `previous` names the hash of the row before it. */
export const hashOfMoveSql = (alias: string, previous: string): string =>
  `UNHEX(SHA2(${canonicalSql(moveForm, alias, previous)}, 256))`;
